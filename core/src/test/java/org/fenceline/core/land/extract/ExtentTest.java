package org.fenceline.core.land.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows an area takes in. */
class ExtentTest {
  private static final String BOX = "POLYGON ((20 50, 22 50, 22 52, 20 52, 20 50))";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT (21 51) | true",
        "POINT (20 51) | true",
        "POINT (22 52) | true",
        "POINT (22.0001 51) | false",
        "MULTIPOINT ((1 1), (21 51)) | true",
        // through it without a corner in it
        "LINESTRING (19 51, 23 51) | true",
        "LINESTRING (19 49, 19 53) | false",
        "LINESTRING (21 53, 23.5 51) | false",
        // round it, crossing it, touching its corner, beside it, and open
        "POLYGON ((0 0, 60 0, 60 80, 0 80, 0 0)) | true",
        "POLYGON ((21 51, 30 51, 30 60, 21 51)) | true",
        "POLYGON ((22 52, 30 52, 30 60, 22 52)) | true",
        "POLYGON ((23 50, 30 50, 30 60, 23 50)) | false",
        "POLYGON ((21 51, 21.1 51, 21.1 51.1)) | true"
      })
  void whatTouchesIsTakenIn(String wkt, boolean isTaken) {
    assertThat(Extent.of(Geometry.parse(BOX)).touches(Geometry.parse(wkt))).isEqualTo(isTaken);
  }

  @Test
  void whatCoversNoGroundIsNoArea() {
    for (String wkt :
        List.of("POINT (1 1)", "POLYGON ((0 0, 9 0, 9 9, 0 0), (1 1, 2 1, 2 2, 1 1))")) {
      assertThatThrownBy(() -> Extent.of(Geometry.parse(wkt)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Two boxes touch when neither lies wholly to one side of the other. */
  @Test
  void boxesTouchAsIntervalsDo() {
    Property.check(
        "boxes touch as intervals do",
        2_000,
        random -> {
          int[] a = box(random);
          int[] b = box(random);
          boolean apart = a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
          assertThat(Extent.of(geometry(a)).touches(geometry(b)))
              .as(geometry(a) + " " + geometry(b))
              .isEqualTo(!apart);
        });
  }

  private static int[] box(SplittableRandom random) {
    int west = random.nextInt(0, 8);
    int south = random.nextInt(0, 8);
    return new int[] {west, south, west + random.nextInt(1, 4), south + random.nextInt(1, 4)};
  }

  private static Geometry geometry(int[] box) {
    return Geometry.of(
        Geometry.Type.POLYGON,
        List.of(
            List.of(
                List.of(
                    corner(box[0], box[1]),
                    corner(box[2], box[1]),
                    corner(box[2], box[3]),
                    corner(box[0], box[3]),
                    corner(box[0], box[1])))));
  }

  private static Geometry.Coordinate corner(int x, int y) {
    return new Geometry.Coordinate(BigDecimal.valueOf(x), BigDecimal.valueOf(y));
  }
}
