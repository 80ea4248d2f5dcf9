package org.fenceline.exchange.borders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.place.Country;
import org.junit.jupiter.api.Test;

class CountryOutlinesTest {
  private static Country country(String code) {
    return CountryOutlines.of(new StateCode(code)).orElseThrow();
  }

  /** Capitals, and the islands and exclaves that a careless outline leaves out. */
  @Test
  void capitalsIslandsAndExclavesLieAtHome() {
    for (List<String> place :
        List.of(
            List.of("POL", "21.01", "52.23"),
            List.of("FIN", "24.94", "60.17"),
            List.of("EST", "22.49", "58.25"),
            List.of("LTU", "25.28", "54.69"),
            List.of("LVA", "24.11", "56.95"),
            List.of("UKR", "30.52", "50.45"),
            List.of("RUS", "20.51", "54.71"),
            List.of("RUS", "-175.0", "66.6"),
            List.of("BIH", "18.41", "43.86"),
            List.of("COL", "-74.07", "4.71"))) {
      Position position = Position.parse(place.get(1), place.get(2));
      assertThat(country(place.getFirst()).isAbroad(position)).as(place.toString()).isFalse();
    }
  }

  @Test
  void theNeighbourIsAbroadAndHowFarIsTold() {
    Position minsk = Position.parse("27.57", "53.90");
    assertThat(country("BLR").isAbroad(minsk)).isFalse();
    assertThat(country("POL").isAbroad(minsk)).isTrue();
    // Minsk lies some 250 km from the Polish border near Grodno.
    assertThat(country("POL").metresAway(minsk)).isBetween(230_000.0, 270_000.0);
  }

  @Test
  void aStateWithoutAnOutlineHasNone() {
    assertThat(CountryOutlines.of(new StateCode("XXA"))).isEmpty();
  }
}
