package org.fenceline.core.land.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static final int RUNS = 2_000;

  @Test
  void textAndDegreesGiveTheSamePositionBack() {
    Property.check(
        "position texts",
        RUNS,
        random -> {
          Position position = Drawn.position(random);
          assertThat(Position.parse(position.longitudeText(), position.latitudeText()))
              .isEqualTo(position);
          assertThat(Position.ofDegrees(position.longitude(), position.latitude()))
              .isEqualTo(position);
          assertThat(position.longitude()).isEqualTo(Double.parseDouble(position.longitudeText()));
        });
  }

  @Test
  void keepsEveryDecimalOfItsText() {
    Position position = Position.parse("-0.000000001", "52.2300");
    assertThat(position.longitudeText()).isEqualTo("-0.000000001");
    assertThat(position.latitudeText()).isEqualTo("52.23");
    assertThat(position).hasToString("52.23 N 0.000000001 W");
  }

  @Test
  void refusesWhatIsNoPlace() {
    assertThatThrownBy(() -> Position.parse("180.000000001", "0"))
        .hasMessage("longitude 180.000000001 does not exist; it runs from -180 to 180 degrees");
    assertThatThrownBy(() -> Position.parse("0", "-90.1"))
        .hasMessage("latitude -90.1 does not exist; it runs from -90 to 90 degrees");
    for (String text : List.of("", "1e2", "+1", "1,5", "1.", ".5", "NaN", "1.0000000001", "٣")) {
      assertThatThrownBy(() -> Position.parse(text, "0"))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (double degrees : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 180.1, 1e300}) {
      assertThatThrownBy(() -> Position.ofDegrees(degrees, 0))
          .as("" + degrees)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Position(0, 90_000_000_001L))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
