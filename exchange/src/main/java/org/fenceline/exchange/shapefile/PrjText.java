package org.fenceline.exchange.shapefile;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which system a {@code .prj} names. Numbers of a projection without a known datum put a field a
 * hundred metres elsewhere without a word, so only names that stand for a datum are believed.
 */
final class PrjText {
  private static final Pattern NAME = Pattern.compile("(PROJCS|GEOGCS)\\[\"([^\"]*)\"");
  private static final Pattern AUTHORITY =
      Pattern.compile("AUTHORITY\\[\"EPSG\",\\s*\"?(\\d{4,6})\"?\\]\\s*\\]\\s*$");
  private static final Pattern UTM = Pattern.compile("(WGS_1984|ETRS_1989)_UTM_Zone_(\\d+)([NS])");
  private static final Map<String, String> NAMES =
      Map.of(
          "GCS_WGS_1984", "EPSG:4326",
          "GCS_ETRS_1989", "EPSG:4258",
          "WGS_1984_World_Mercator", "EPSG:3395",
          "WGS_1984_Web_Mercator_Auxiliary_Sphere", "EPSG:3857",
          "RD_New", "EPSG:28992",
          "ETRS_1989_Poland_CS92", "EPSG:2180");

  private PrjText() {}

  static Optional<String> crs(String wkt) {
    Matcher name = NAME.matcher(wkt);
    boolean unknown = wkt.matches("(?is).*DATUM\\[\"(D_)?(unknown|user)[^\"]*\".*");
    if (unknown || !name.lookingAt()) {
      return Optional.empty();
    }
    Matcher authority = AUTHORITY.matcher(wkt);
    if (authority.find()) {
      return Optional.of("EPSG:" + authority.group(1));
    }
    Matcher utm = UTM.matcher(name.group(2));
    if (utm.matches() && utm.group(2).length() <= 2) {
      int zone = Integer.parseInt(utm.group(2));
      int base = utm.group(1).equals("WGS_1984") ? utm.group(3).equals("N") ? 32600 : 32700 : 25800;
      return Optional.of("EPSG:" + (base + zone));
    }
    return Optional.ofNullable(NAMES.get(name.group(2)));
  }
}
