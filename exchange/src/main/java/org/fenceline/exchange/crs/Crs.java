package org.fenceline.exchange.crs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Geometry.Coordinate;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Drawn.Corner;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** A reference system of places. */
public final class Crs {

  /** Degrees of WGS 84, in which entries keep their places. */
  public static final String WGS84 = "EPSG:4326";

  private static final CRSFactory SYSTEMS = new CRSFactory();
  private static final CoordinateReferenceSystem DEGREES =
      SYSTEMS.createFromParameters(WGS84, "+proj=longlat +datum=WGS84 +no_defs");
  private static final Pattern CODE = Pattern.compile("EPSG:(\\d{4,6})");

  /** Decimals of a degree that a transformed corner keeps: 0.1 mm. */
  private static final int DECIMALS = 9;

  // The public facts of each system, from its mapping agency. ETRS89 and its like are taken for
  // WGS 84, which they are to less than a metre.
  private static final Map<Integer, String> KNOWN =
      Map.ofEntries(
          Map.entry(4258, "+proj=longlat +ellps=GRS80 +towgs84=0,0,0"),
          Map.entry(3395, "+proj=merc +lon_0=0 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m"),
          Map.entry(
              3857,
              "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"
                  + " +nadgrids=@null"),
          Map.entry(
              28992,
              "+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079"
                  + " +x_0=155000 +y_0=463000 +ellps=bessel +units=m"
                  + " +towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.8774,4.0725"),
          Map.entry(2180, gaussKruger(19, "0.9993", -5_300_000)),
          Map.entry(3346, gaussKruger(24, "0.9998", 0)),
          Map.entry(3059, gaussKruger(24, "0.9996", -6_000_000)),
          Map.entry(
              3301,
              "+proj=lcc +lat_1=59.33333333333334 +lat_2=58 +lat_0=57.51755393055556 +lon_0=24"
                  + " +x_0=500000 +y_0=6375000 +ellps=GRS80 +towgs84=0,0,0 +units=m"),
          Map.entry(3067, "+proj=utm +zone=35 +ellps=GRS80 +towgs84=0,0,0 +units=m"));

  private final String code;
  private final @Nullable CoordinateTransform transform;

  private Crs(String code, @Nullable CoordinateTransform transform) {
    this.code = code;
    this.transform = transform;
  }

  /** The system of a code such as {@code EPSG:28992}; empty when it is not known. */
  public static Optional<Crs> of(String code) {
    if (code.equals(WGS84)) {
      return Optional.of(new Crs(code, null));
    }
    Matcher form = CODE.matcher(code);
    if (!form.matches()) {
      return Optional.empty();
    }
    return definition(Integer.parseInt(form.group(1)))
        .map(definition ->
            new Crs(
                code,
                new CoordinateTransformFactory()
                    .createTransform(SYSTEMS.createFromParameters(code, definition), DEGREES)));
  }

  /** The codes that are known, for error texts. */
  public static String codes() {
    List<String> named = KNOWN.keySet().stream().sorted().map(code -> "EPSG:" + code).toList();
    return WGS84
        + ", "
        + String.join(", ", named)
        + ", UTM (EPSG:32601 to 32660, 32701 to 32760, 25828 to 25838)";
  }

  public String code() {
    return code;
  }

  /**
   * A shape in degrees of WGS 84; one that is in them already keeps its digits.
   *
   * @throws IllegalArgumentException when it is no geometry of the earth
   */
  public Geometry toDegrees(Drawn drawn) {
    return Geometry.of(
        drawn.type(),
        drawn.parts().stream()
            .map(part ->
                part.stream().map(list -> list.stream().map(this::degrees).toList()).toList())
            .toList());
  }

  private Coordinate degrees(Corner corner) {
    CoordinateTransform way = transform;
    if (way == null) {
      return new Coordinate(corner.x(), corner.y());
    }
    try {
      ProjCoordinate to = new ProjCoordinate();
      way.transform(new ProjCoordinate(corner.x().doubleValue(), corner.y().doubleValue()), to);
      return new Coordinate(rounded(to.x), rounded(to.y));
    } catch (Proj4jException | NumberFormatException e) {
      throw new IllegalArgumentException(
          corner.x() + " " + corner.y() + " is no place of " + code, e);
    }
  }

  private static BigDecimal rounded(double degrees) {
    return new BigDecimal(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static Optional<String> definition(int code) {
    int zone = code % 100;
    if (code >= 32_601 && code <= 32_760 && zone >= 1 && zone <= 60) {
      return Optional.of(
          "+proj=utm +datum=WGS84 +units=m +zone=" + zone + (code > 32_700 ? " +south" : ""));
    }
    if (code >= 25_828 && code <= 25_838) {
      return Optional.of("+proj=utm +ellps=GRS80 +towgs84=0,0,0 +units=m +zone=" + zone);
    }
    return Optional.ofNullable(KNOWN.get(code));
  }

  private static String gaussKruger(int meridian, String scale, int falseNorthing) {
    return "+proj=tmerc +lat_0=0 +lon_0="
        + meridian
        + " +k="
        + scale
        + " +x_0=500000 +y_0="
        + falseNorthing
        + " +ellps=GRS80 +towgs84=0,0,0 +units=m";
  }
}
