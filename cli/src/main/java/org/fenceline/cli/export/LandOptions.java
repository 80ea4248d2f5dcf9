package org.fenceline.cli.export;

import java.util.Locale;
import java.util.Optional;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.land.extract.Extent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For whom land is exported, and which. */
public final class LandOptions {

  @Option(
      names = "--disclosure",
      defaultValue = "public",
      paramLabel = "LEVEL",
      description =
          "public (unless given): what everybody may know, made from the public layer alone;"
              + " restricted: the records themselves, for those who may read them.")
  private String disclosure = "";

  @Option(
      names = "--area",
      paramLabel = "AREA",
      description =
          "Only what touches this: west,south,east,north in degrees, or a POLYGON as Well-Known"
              + " Text. What touches it is exported whole.")
  private @Nullable String area;

  /** The level. */
  Disclosure disclosure() {
    return switch (disclosure.toLowerCase(Locale.ROOT)) {
      case "public" -> Disclosure.PUBLIC;
      case "restricted" -> Disclosure.RESTRICTED;
      default ->
          throw refused(
              "export.disclosure",
              "--disclosure",
              "\"" + disclosure + "\" is no level that is exported",
              "write public or restricted; what is sealed leaves in no export");
    };
  }

  /** The area, checked to be one. */
  Optional<Geometry> area() {
    if (area == null) {
      return Optional.empty();
    }
    try {
      Geometry asked = Geometry.parse(area.indexOf('(') < 0 ? box(area) : area);
      Extent.of(asked);
      return Optional.of(asked);
    } catch (IllegalArgumentException e) {
      throw refused(
          "export.area",
          "--area",
          String.valueOf(e.getMessage()),
          "write west,south,east,north such as 23.1,50.3,24.2,52.4");
    }
  }

  private static String box(String text) {
    String[] edges = text.strip().split("\\s*,\\s*", -1);
    if (edges.length != 4) {
      throw new IllegalArgumentException("\"" + text + "\" has not four edges");
    }
    String west = edges[0];
    String south = edges[1];
    String east = edges[2];
    String north = edges[3];
    String box =
        "POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))"
            .formatted(west, south, east, south, east, north, west, north, west, south);
    Geometry read = Geometry.parse(box);
    Geometry.Coordinate first = read.parts().getFirst().getFirst().get(0);
    Geometry.Coordinate third = read.parts().getFirst().getFirst().get(2);
    if (first.longitude().compareTo(third.longitude()) >= 0
        || first.latitude().compareTo(third.latitude()) >= 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" does not run from west to east and from south to north");
    }
    return box;
  }

  private static RefusedRequest refused(String code, String option, String message, String mend) {
    return new RefusedRequest(new Problem(code, Place.ofField(option), message, mend));
  }
}
