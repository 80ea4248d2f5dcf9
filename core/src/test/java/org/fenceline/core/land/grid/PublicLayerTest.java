package org.fenceline.core.land.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.fenceline.core.land.check.Danger;
import org.fenceline.core.land.check.Verdict;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.grid.PublicAnswer.ToRegion;
import org.fenceline.core.land.grid.PublicLayer.Sources;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** The public layer, made from geometry alone. */
class PublicLayerTest {
  private static final int RUNS = 40;
  private static final double MARGIN = 50;
  private static final Grid GRID = Grid.PUBLIC;
  private static final GridCell CELL = GRID.cellOf(Position.parse("-22.5", "52.005"));

  private static Concealed open(Footprint footprint, double accuracy) {
    Hazard hazard = new Hazard(footprint, accuracy);
    return new Concealed(hazard, Optional.of(hazard));
  }

  private static PublicLayer layer(List<Concealed> concealed, PublicGround... released) {
    return PublicLayer.of(new Sources(concealed, List.of(), List.of(released), MARGIN));
  }

  private static PublicGround ground(String name, double accuracy, Perimeter... areas) {
    return new PublicGround(name, List.of(areas), accuracy, false);
  }

  /** A box in degrees. */
  private static Perimeter box(double west, double south, double east, double north) {
    return Perimeter.of(
        Ring.through(
            List.of(
                Position.ofDegrees(west, south),
                Position.ofDegrees(east, south),
                Position.ofDegrees(east, north),
                Position.ofDegrees(west, north))));
  }

  /** A box round a cell, some degrees beyond its edges. */
  private static Perimeter round(GridCell cell, double beyond) {
    return box(
        GRID.west(cell) - beyond,
        GRID.south(cell) - beyond,
        GRID.east(cell) + beyond,
        GRID.north(cell) + beyond);
  }

  private static Position east(Position from, double metres) {
    return Geodesics.arrival(from, 90, metres).position();
  }

  @Test
  void aHazardTouchesTheNextCellJustWhenMarginAndErrorReachIt() {
    Position onEdge =
        Position.ofDegrees(GRID.east(CELL), (GRID.south(CELL) + GRID.north(CELL)) / 2);
    for (double off : new double[] {-0.05, 0.01}) {
      Footprint point = Footprint.of(east(onEdge, -60 + off));
      // Ten metres of error, fifty of margin.
      assertThat(layer(List.of(open(point, 10))).cells())
          .as(off + " m nearer than they reach")
          .hasSize(off > 0 ? 2 : 1);
    }
  }

  @Test
  void cellsThatHangTogetherAreOneRegion() {
    Position middle = GRID.middle(CELL);
    Concealed one = open(Footprint.of(middle), 0);
    Concealed near = open(Footprint.of(east(middle, 3_000)), 0);
    Concealed far = open(Footprint.of(east(middle, 4_000)), 0);
    assertThat(layer(List.of(one, near)).regions()).hasSize(1);
    assertThat(layer(List.of(one, near)).cells()).hasSize(4);
    assertThat(layer(List.of(one, far)).regions()).hasSize(2);
    assertThat(layer(List.of(one, far)).cells()).hasSize(2);
  }

  @Test
  void aCellInAFilledGapOpensOnceItLiesWhollyInReleases() {
    Position middle = GRID.middle(CELL);
    List<Concealed> two =
        List.of(open(Footprint.of(middle), 0), open(Footprint.of(east(middle, 3_000)), 0));
    GridCell gap = new GridCell(CELL.row(), CELL.column() + 1);
    assertThat(layer(two).isShown(gap)).isTrue();
    assertThat(layer(two, ground("R", 0, round(gap, 0.0001))).isShown(gap)).isFalse();
    assertThat(layer(two, ground("R", 0, round(gap, 0.0001))).cells()).hasSize(3);
    assertThat(layer(two, ground("R", 0, round(gap, -0.0001))).isShown(gap))
        .as("all but a strip of 7 m")
        .isTrue();
    assertThat(layer(two, ground("R", 20, round(gap, 0.0001))).isShown(gap))
        .as("the release may be 20 m off")
        .isTrue();
    assertThat(layer(two, new PublicGround("R", List.of(round(gap, 0.0001)), 0, true)).isShown(gap))
        .as("there is doubt about the release")
        .isTrue();
    double half = (GRID.west(gap) + GRID.east(gap)) / 2;
    Perimeter western = box(GRID.west(gap) - 0.001, GRID.south(gap) - 0.001, half, 52.02);
    Perimeter eastern = box(half, GRID.south(gap) - 0.001, GRID.east(gap) + 0.001, 52.02);
    assertThat(layer(two, ground("W", 0, western)).isShown(gap)).as("one half").isTrue();
    assertThat(layer(two, ground("W", 0, western), ground("E", 0, eastern)).isShown(gap))
        .as("two releases together")
        .isFalse();
  }

  @Test
  void aCellThatAnOpenHazardTouchesNeverOpens() {
    List<Concealed> one = List.of(open(Footprint.of(GRID.middle(CELL)), 0));
    assertThat(layer(one, ground("R", 0, round(CELL, 0.01))).isShown(CELL)).isTrue();
    List<Concealed> gone = List.of(new Concealed(one.getFirst().recorded(), Optional.empty()));
    assertThat(layer(gone, ground("R", 0, round(CELL, 0.01))).isShown(CELL)).isFalse();
    assertThat(layer(gone).isShown(CELL)).as("no public release").isTrue();
    PublicHazard old =
        new PublicHazard(Danger.Kind.HAZARDOUS_AREA, "OLD", one.getFirst().recorded());
    PublicLayer besideOld =
        PublicLayer.of(
            new Sources(gone, List.of(old), List.of(ground("R", 0, round(CELL, 0.01))), MARGIN));
    assertThat(besideOld.isShown(CELL)).as("a public hazard").isTrue();
  }

  @Test
  void distancesAndDirectionsAreToTheEdgesOfCells() {
    PublicLayer layer = layer(List.of(open(Footprint.of(GRID.middle(CELL)), 0)));
    Position west =
        Geodesics.arrival(
                Position.ofDegrees(GRID.west(CELL), GRID.middle(CELL).latitude()), 270, 700)
            .position();
    ToRegion near = layer.nearestRegion(west).orElseThrow();
    assertThat(near.metres()).isCloseTo(700, within(0.01));
    assertThat(near.azimuthDegrees()).isCloseTo(90, within(0.1));
    assertThat(layer.at(west, 0, 0).verdict()).isEqualTo(Verdict.NOT_SURVEYED);
    assertThat(layer.at(west, 201, 0).verdict()).isEqualTo(Verdict.CAUTION);
    assertThat(layer.at(west, 0, MARGIN + 701).verdict()).isEqualTo(Verdict.DANGER);
    assertThat(layer.contains(GRID.middle(CELL))).isTrue();
    assertThat(layer.contains(west)).isFalse();
    assertThat(layer.contains(Position.ofDegrees(GRID.west(CELL), 52.0))).as("a corner").isTrue();
    assertThat(layer(List.of()).nearestRegion(west)).isEmpty();
  }

  @Test
  void theNearestCellIsTheNearestOfAll() {
    Property.check(
        "the nearest cell is the nearest of all",
        RUNS,
        random -> {
          PublicLayer layer = layer(scene(random, GridTest.position(random)));
          Position point = GridTest.position(random);
          Position near =
              random.nextBoolean()
                  ? point
                  : Geodesics.arrival(
                          GRID.middle(layer.cells().getFirst()),
                          random.nextDouble(360),
                          random.nextDouble(9_000))
                      .position();
          double least =
              layer.cells().stream()
                  .mapToDouble(cell -> GRID.nearest(cell, near).metres())
                  .min()
                  .orElseThrow();
          assertThat(layer.nearestRegion(near).orElseThrow().metres())
              .isCloseTo(least, within(0.001));
        });
  }

  @Test
  void acrossTheAntimeridianAndAtThePolesCellsAreCells() {
    Position antimeridian = Position.parse("179.9999", "10.005");
    assertThat(layer(List.of(open(Footprint.of(antimeridian), 0))).cells())
        .extracting(GridCell::column)
        .contains(0, GRID.columns(1000) - 1);
    PublicLayer pole = layer(List.of(open(Footprint.of(Position.parse("77", "90")), 0)));
    assertThat(pole.cells()).containsExactly(new GridCell(8999, 0));
    assertThat(pole.contains(Position.parse("-100", "89.999"))).isTrue();
    assertThat(layer(List.of(open(Footprint.of(Position.parse("77", "-89.98")), 2_000))).cells())
        .contains(new GridCell(-9000, 0));
  }

  @Test
  void aHazardTooLargeForOneIsRefused() {
    Concealed whole = open(Footprint.of(List.of(box(-30, 40, -10, 60))), 0);
    assertThatThrownBy(() -> layer(List.of(whole))).isInstanceOf(TooManyCells.class);
    assertThatThrownBy(() -> layer(List.of(open(Footprint.of(GRID.middle(CELL)), 1e7))))
        .isInstanceOf(TooManyCells.class);
  }

  @Test
  void theSameRecordsGiveTheSameLayerInAnyOrder() {
    Property.check(
        "the same layer in any order",
        RUNS,
        random -> {
          Position about = GridTest.position(random);
          List<Concealed> hazards = scene(random, about);
          List<PublicGround> grounds = grounds(random, about);
          PublicLayer layer = PublicLayer.of(new Sources(hazards, List.of(), grounds, MARGIN));
          List<Concealed> shuffled = new ArrayList<>(hazards);
          List<PublicGround> otherwise = new ArrayList<>(grounds);
          Collections.shuffle(shuffled, new Random(random.nextLong()));
          Collections.shuffle(otherwise, new Random(random.nextLong()));
          PublicLayer again = PublicLayer.of(new Sources(shuffled, List.of(), otherwise, MARGIN));
          assertThat(again.regions()).isEqualTo(layer.regions());
          assertThat(again.released()).isEqualTo(layer.released());
          for (int i = 0; i < 5; i++) {
            Position point = near(random, about);
            assertThat(again.at(point, 0, 0)).isEqualTo(layer.at(point, 0, 0));
          }
        });
  }

  @Test
  void moreHazardsNeverOpenACellAndMoreReleasesNeverShowOne() {
    Property.check(
        "the layer is monotone",
        RUNS,
        random -> {
          Position about = GridTest.position(random);
          List<Concealed> hazards = scene(random, about);
          List<PublicGround> grounds = grounds(random, about);
          PublicLayer before = PublicLayer.of(new Sources(hazards, List.of(), grounds, MARGIN));
          List<Concealed> more = new ArrayList<>(hazards);
          more.add(hazard(random, near(random, about)));
          PublicHazard known =
              new PublicHazard(
                  Danger.Kind.DEVICE, "D", new Hazard(Footprint.of(near(random, about)), 5));
          PublicLayer after = PublicLayer.of(new Sources(more, List.of(known), grounds, MARGIN));
          assertThat(after.cells()).containsAll(before.cells());
          PublicLayer without = PublicLayer.of(new Sources(hazards, List.of(), List.of(), MARGIN));
          assertThat(without.cells()).containsAll(before.cells());
        });
  }

  private static List<Concealed> scene(SplittableRandom random, Position about) {
    List<Concealed> hazards = new ArrayList<>();
    for (int i = random.nextInt(1, 5); i >= 0; i--) {
      hazards.add(hazard(random, near(random, about)));
    }
    return hazards;
  }

  private static List<PublicGround> grounds(SplittableRandom random, Position about) {
    List<PublicGround> grounds = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      grounds.add(ground("R" + random.nextInt(2), 0, star(random, near(random, about), 4_000)));
    }
    return grounds;
  }

  private static Position near(SplittableRandom random, Position about) {
    return Geodesics.arrival(about, random.nextDouble(360), random.nextDouble(6_000)).position();
  }

  /** Open, half open, or released. */
  private static Concealed hazard(SplittableRandom random, Position middle) {
    Perimeter field = star(random, middle, random.nextDouble(50, 1_500));
    Hazard recorded = new Hazard(Footprint.of(List.of(field)), random.nextDouble(20));
    return switch (random.nextInt(3)) {
      case 0 -> new Concealed(recorded, Optional.empty());
      case 1 ->
          new Concealed(
              recorded,
              Optional.of(
                  new Hazard(
                      Footprint.of(field.outer().corners().getFirst()),
                      recorded.accuracyMetres())));
      default -> new Concealed(recorded, Optional.of(recorded));
    };
  }

  private static Perimeter star(SplittableRandom random, Position middle, double radius) {
    List<Position> corners = new ArrayList<>();
    int count = random.nextInt(4, 9);
    for (int i = 0; i < count; i++) {
      corners.add(
          Geodesics.arrival(middle, 360.0 * i / count, radius * random.nextDouble(0.4, 1))
              .position());
    }
    return Perimeter.of(Ring.through(corners));
  }
}
