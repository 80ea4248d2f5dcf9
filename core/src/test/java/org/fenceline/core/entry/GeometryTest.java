package org.fenceline.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Geometry.Coordinate;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** Geometries keep every digit, and only what is none is refused. */
class GeometryTest {
  private static final int RUNS = 200;

  @Test
  void everyTypeIsReadAndWrittenAlike() {
    for (String text :
        List.of(
            "POINT (21.0100 52.23)",
            "MULTIPOINT ((21.01 52.23), (-180 90))",
            "LINESTRING (21.01 52.23, 21.02 52.24)",
            "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
            "POLYGON ((0 0, 1 0, 1 1, 0 0), (0.2 0.2, 0.3 0.2, 0.3 0.3, 0.2 0.2))",
            "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))")) {
      assertThat(Geometry.parse(text)).hasToString(text);
      assertThat(Geometry.parse("  " + text.toLowerCase(java.util.Locale.ROOT) + "\n"))
          .hasToString(text);
    }
    assertThat(Geometry.parse("multipoint(1 2,3 4)")).hasToString("MULTIPOINT ((1 2), (3 4))");
  }

  @Test
  void digitsStayAsTheyWereRead() {
    Geometry point = Geometry.parse("POINT (21.012200000000001 52.0)");
    assertThat(point.place().longitude()).isEqualTo(new BigDecimal("21.012200000000001"));
    assertThat(point).hasToString("POINT (21.012200000000001 52.0)");
  }

  @Test
  void aShapeThatIsWrongIsKeptAndAShapeThatIsNoneIsRefused() {
    assertThat(Geometry.parse("POLYGON ((0 0, 1 1))").isArea()).isTrue();
    for (String text :
        List.of(
            "",
            "POINT",
            "POINT ()",
            "POINT (1)",
            "POINT (1 2 3)",
            "POINT (1 2, 3 4)",
            "POINT (1e3 2)",
            "POINT (NaN 2)",
            "POINT (1 2))",
            "POINT (1 2) x",
            "POLYGON (0 0, 1 1)",
            "POLYGON (((0 0, 1 1)))",
            "GEOMETRYCOLLECTION (POINT (1 2))",
            "POINT (181 0)",
            "POINT (0 90.0000001)",
            "POLYGON ((" + "(".repeat(100_000))) {
      assertThatThrownBy(() -> Geometry.parse(text))
          .as(text.substring(0, Math.min(40, text.length())))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Geometry.parse("POINT (52.23 121.01)"))
        .hasMessageContaining("longitude stands before latitude");
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    Property.check("geometries round trip", RUNS, GeometryTest::roundTrips);
  }

  private static void roundTrips(SplittableRandom random) {
    List<Geometry.Type> types = List.of(Geometry.Type.values());
    Geometry.Type type = types.get(random.nextInt(types.size()));
    boolean isMulti = type.name().startsWith("MULTI");
    List<List<List<Coordinate>>> parts = new ArrayList<>();
    for (int part = isMulti ? random.nextInt(1, 4) : 1; part > 0; part--) {
      List<List<Coordinate>> lists = new ArrayList<>();
      boolean isArea = type == Geometry.Type.POLYGON || type == Geometry.Type.MULTIPOLYGON;
      for (int list = isArea ? random.nextInt(1, 4) : 1; list > 0; list--) {
        List<Coordinate> coordinates = new ArrayList<>();
        boolean isPlace = type == Geometry.Type.POINT || type == Geometry.Type.MULTIPOINT;
        for (int i = isPlace ? 1 : random.nextInt(1, 6); i > 0; i--) {
          coordinates.add(
              new Coordinate(
                  BigDecimal.valueOf(random.nextLong(-180_000_000, 180_000_001), 6),
                  BigDecimal.valueOf(random.nextLong(-90_000_000, 90_000_001), 6)));
        }
        lists.add(List.copyOf(coordinates));
      }
      parts.add(List.copyOf(lists));
    }
    Geometry geometry = Geometry.of(type, parts);
    assertThat(geometry.parts()).isEqualTo(parts);
    assertThat(Geometry.parse(geometry.toString())).isEqualTo(geometry);
  }
}
