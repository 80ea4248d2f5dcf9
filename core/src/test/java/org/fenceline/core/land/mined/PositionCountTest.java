package org.fenceline.core.land.mined;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.geodesy.Position;
import org.junit.jupiter.api.Test;

class PositionCountTest {
  /** 206 m by 200 m, with a hole of 69 m by 67 m. */
  private static final String HOLED =
      "POLYGON ((-22.5 52, -22.497 52, -22.497 52.0018, -22.5 52.0018, -22.5 52),"
          + " (-22.499 52.0006, -22.498 52.0006, -22.498 52.0012, -22.499 52.0012, -22.499"
          + " 52.0006))";

  private static MinefieldRecord field(Optional<String> perimeter, Optional<String> accuracy) {
    return new MinefieldRecord(
        new Name("EX-F1"),
        Optional.empty(),
        List.of(),
        perimeter.map(Geometry::parse),
        accuracy.map(BigDecimal::new),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static MinePosition mine(String lot, String longitude, String latitude, double metres) {
    return new MinePosition(Position.parse(longitude, latitude), new Name(lot), metres);
  }

  private static SealedPositions count(Optional<String> accuracy, MinePosition... mines) {
    return PositionCount.against(field(Optional.of(HOLED), accuracy)).again(List.of(mines));
  }

  private static Optional<Count> some(long number) {
    return Optional.of(new Count(number));
  }

  @Test
  void minesAreCountedByLotInOrder() {
    SealedPositions counted =
        count(
            Optional.empty(),
            mine("B", "-22.4995", "52.0003", 0),
            mine("A", "-22.4995", "52.0003", 0),
            mine("B", "-22.4972", "52.0016", 0));
    assertThat(counted.minesByLot().toString()).isEqualTo("{A=1, B=2}");
    assertThat(counted.counts().stream().map(laid -> laid.lot().text())).containsExactly("A", "B");
    assertThat(counted.outsidePerimeter()).isEqualTo(some(0));
  }

  @Test
  void onTheLineIsInAndInAHoleIsOut() {
    SealedPositions counted =
        count(
            Optional.empty(),
            mine("A", "-22.5", "52.0009", 0),
            mine("A", "-22.497", "52.0018", 0),
            mine("A", "-22.499", "52.0009", 0),
            mine("A", "-22.4985", "52.0009", 0),
            mine("A", "-22.5001", "52.0009", 0));
    assertThat(counted.outsidePerimeter()).isEqualTo(some(2));
    assertThat(counted.outsideWithinAccuracy()).isEqualTo(some(0));
  }

  @Test
  void bothAccuraciesTogetherAreAllowedFor() {
    // 6.87 m west of the line.
    assertThat(
            count(Optional.of("3"), mine("A", "-22.5001", "52.0009", 3.5)).outsideWithinAccuracy())
        .isEqualTo(some(0));
    assertThat(count(Optional.of("3"), mine("A", "-22.5001", "52.0009", 4)).outsideWithinAccuracy())
        .isEqualTo(some(1));
  }

  @Test
  void withoutAPerimeterNothingIsSaidOfOutside() {
    SealedPositions counted =
        PositionCount.against(field(Optional.empty(), Optional.empty()))
            .again(List.of(mine("A", "-22.5", "52", 0)));
    assertThat(counted.outsidePerimeter()).isEmpty();
    assertThat(counted.outsideWithinAccuracy()).isEmpty();
  }

  @Test
  void aMineNeverPrintsItsPlace() {
    assertThat(mine("A", "-22.4985", "52.0009", 1).toString())
        .doesNotContain("22.4")
        .doesNotContain("52.0");
  }
}
