package org.fenceline.core.land.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Overlay;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.junit.jupiter.api.Test;

/**
 * What the public layer gives away, by trying: see {@link Attacker}. Fields are random polygons at
 * random places of the open Atlantic.
 */
class AttackTest {
  private static final long SEED = 8;
  private static final List<Double> SIZES_METRES = List.of(100.0, 500.0, 2_000.0);
  private static final int FIELDS = 1_000;
  private static final int FIELDS_RELEASED = 150;
  private static final int PAIRS = 400;
  private static final int FIELDS_ON_FINE_GRID = 40;
  private static final int PAIRS_ON_FINE_GRID = 40;
  private static final double LEAST_ERROR_METRES = 150;
  private static final double MARGIN_METRES = 50;
  private static final double ACCURACY_METRES = 5;
  // Three cells of at least 1 km, less the margins.
  private static final double WIDEST_GAP_METRES = 2_900;

  private static final Grid FINE = new Grid(2_000, 50);

  /** A field, and how its corners lie on the earth. */
  private record Field(List<Position> corners) {
    Perimeter perimeter() {
      return Perimeter.of(Ring.through(corners));
    }

    Hazard hazard() {
      return new Hazard(Footprint.of(List.of(perimeter())), ACCURACY_METRES);
    }

    Concealed concealed() {
      return new Concealed(hazard(), Optional.of(hazard()));
    }

    /** What lies outside a release. */
    Concealed releasedIn(Perimeter release) {
      List<Perimeter> left = Overlay.difference(List.of(perimeter()), List.of(release));
      return new Concealed(
          hazard(),
          left.isEmpty()
              ? Optional.empty()
              : Optional.of(new Hazard(Footprint.of(left), ACCURACY_METRES)));
    }
  }

  private static Field field(SplittableRandom random, double sizeMetres) {
    Position middle =
        Position.ofDegrees(random.nextDouble(-29, -23), random.nextDouble(49.5, 54.5));
    return field(random, sizeMetres, middle);
  }

  private static Field field(SplittableRandom random, double sizeMetres, Position middle) {
    Outline shape = Outline.random(random, sizeMetres);
    List<Position> corners = new ArrayList<>();
    for (int i = 0; i < shape.corners(); i++) {
      corners.add(at(middle, shape.x[i], shape.y[i]));
    }
    return new Field(corners);
  }

  private static Position at(Position from, double east, double north) {
    return Geodesics.arrival(from, Math.toDegrees(Math.atan2(east, north)), Math.hypot(east, north))
        .position();
  }

  private static PublicLayer layer(
      Grid grid, boolean filling, List<Concealed> concealed, List<PublicGround> released) {
    return new PublicLayer(
        grid, filling, new PublicLayer.Sources(concealed, List.of(), released, MARGIN_METRES));
  }

  private static Set<GridCell> shown(PublicLayer layer) {
    return new HashSet<>(layer.cells());
  }

  private static double meanError(Grid grid, boolean filling, double size, int fields) {
    SplittableRandom random = new SplittableRandom(SEED + (long) size);
    Attacker attacker =
        new Attacker(grid, filling, MARGIN_METRES + ACCURACY_METRES, size, random.split());
    double sum = 0;
    int near = 0;
    for (int i = 0; i < fields; i++) {
      Field field = field(random, size);
      Set<GridCell> shown = shown(layer(grid, filling, List.of(field.concealed()), List.of()));
      Outline guess = attacker.guess(List.of(new Attacker.Seen(Optional.empty(), shown)));
      double error = guess.hausdorff(attacker.plane(shown).outline(field.corners()));
      sum += error;
      near += error < LEAST_ERROR_METRES ? 1 : 0;
    }
    double mean = sum / fields;
    tell(
        String.format(
            Locale.ROOT,
            "%d fields of %.0f m on %s: mean Hausdorff error %.0f m, %.0f %% of them below %.0f m; %.0f"
                + " tries a field, %d without match",
            fields,
            size,
            grid == FINE ? "cells of 50 m" : "the public grid",
            mean,
            100.0 * near / fields,
            LEAST_ERROR_METRES,
            (double) attacker.tries() / fields,
            attacker.withoutMatch()));
    return mean;
  }

  private static void tell(String what) {
    System.out.println("attack, seed " + SEED + ": " + what);
  }

  @Test
  void noFieldIsGuessedTo150Metres() {
    for (double size : SIZES_METRES) {
      assertThat(meanError(Grid.PUBLIC, true, size, FIELDS))
          .as("fields of " + size + " m")
          .isGreaterThanOrEqualTo(LEAST_ERROR_METRES);
    }
  }

  @Test
  void onCellsOf50MetresTheAttackerWins() {
    for (double size : SIZES_METRES) {
      assertThat(meanError(FINE, false, size, FIELDS_ON_FINE_GRID))
          .as("fields of " + size + " m")
          .isLessThan(LEAST_ERROR_METRES);
    }
    assertThat(lanes(FINE, false, PAIRS_ON_FINE_GRID)).isPositive();
  }

  @Test
  void noLaneShowsBetweenTwoFields() {
    assertThat(lanes(Grid.PUBLIC, true, PAIRS)).isZero();
    assertThat(lanes(Grid.PUBLIC, false, PAIRS)).as("without filling").isPositive();
  }

  /**
   * How many pairs of fields with a gap between them are shown as two regions. Regions hang
   * together at corners, and a path crosses edges: so a path of unshown cells leads between two
   * cells just when they belong to different regions.
   */
  private static int lanes(Grid grid, boolean filling, int pairs) {
    SplittableRandom random = new SplittableRandom(SEED);
    int lanes = 0;
    for (int i = 0; i < pairs; i++) {
      double size = SIZES_METRES.get(random.nextInt(grid == FINE ? 2 : 3));
      double otherSize = SIZES_METRES.get(random.nextInt(grid == FINE ? 2 : 3));
      Field one = field(random, size);
      double azimuth = random.nextDouble(360);
      double gap = random.nextDouble(200, grid == FINE ? 1_000 : WIDEST_GAP_METRES);
      Position middle = one.hazard().footprint().middle();
      // Outwards, until the gap is as wide as wanted.
      Attacker.Plane plane = new Attacker.Plane(middle);
      double away = gap;
      Field other;
      do {
        other = field(random, otherSize, Geodesics.arrival(middle, azimuth, away).position());
        away += 50;
      } while (plane.outline(one.corners()).gap(plane.outline(other.corners())) < gap);
      if (plane.outline(one.corners()).gap(plane.outline(other.corners())) > WIDEST_GAP_METRES) {
        continue;
      }
      PublicLayer layer =
          layer(grid, filling, List.of(one.concealed(), other.concealed()), List.of());
      Set<Region> regions = new HashSet<>();
      Stream.concat(one.corners().stream(), other.corners().stream())
          .forEach(corner -> regions.add(layer.nearestRegion(corner).orElseThrow().region()));
      if (regions.size() > 1) {
        lanes++;
      }
    }
    tell(
        String.format(
            Locale.ROOT,
            "%d of %d pairs of fields %s show a lane",
            lanes,
            pairs,
            filling ? "on the public grid" : "without filling"));
    return lanes;
  }

  /** Three releases one after another, from the west: cells open, and the rest stays hidden. */
  @Test
  void releasesOverTimeDoNotTellWhereTheRestLies() {
    for (double size : SIZES_METRES) {
      SplittableRandom random = new SplittableRandom(SEED + (long) size);
      Attacker attacker =
          new Attacker(Grid.PUBLIC, true, MARGIN_METRES + ACCURACY_METRES, size, random.split());
      double sum = 0;
      int opened = 0;
      for (int i = 0; i < FIELDS_RELEASED; i++) {
        Field field = field(random, size);
        List<Attacker.Seen> seen = new ArrayList<>();
        Set<GridCell> first =
            shown(layer(Grid.PUBLIC, true, List.of(field.concealed()), List.of()));
        seen.add(new Attacker.Seen(Optional.empty(), first));
        double west = field.corners().stream().mapToDouble(Position::longitude).min().orElseThrow();
        double east = field.corners().stream().mapToDouble(Position::longitude).max().orElseThrow();
        double cut = 0;
        for (double part : new double[] {0.25, 0.5, 0.75}) {
          cut = west + part * (east - west);
          Perimeter release = westOf(cut, field, random);
          Set<GridCell> shown =
              shown(
                  layer(
                      Grid.PUBLIC,
                      true,
                      List.of(field.releasedIn(release)),
                      List.of(new PublicGround("R", List.of(release), 0, false))));
          seen.add(new Attacker.Seen(Optional.of(cut), shown));
        }
        opened += first.size() - seen.getLast().shown().size();
        Outline guess = attacker.guess(seen);
        Attacker.Plane plane = attacker.plane(first);
        sum += guess.hausdorff(plane.outline(field.corners()).eastOf(plane.x(cut)));
      }
      double mean = sum / FIELDS_RELEASED;
      tell(
          String.format(
              Locale.ROOT,
              "%d fields of %.0f m, three quarters of each released in three steps, %d cells opened: mean"
                  + " Hausdorff error for the rest %.0f m, %d without match",
              FIELDS_RELEASED,
              size,
              opened,
              mean,
              attacker.withoutMatch()));
      assertThat(mean).as("fields of " + size + " m").isGreaterThanOrEqualTo(LEAST_ERROR_METRES);
    }
  }

  /** Ground far to the west, south and north of a field, and to a meridian through it. */
  private static Perimeter westOf(double cut, Field field, SplittableRandom random) {
    Position middle = field.hazard().footprint().middle();
    double south = middle.latitude() - random.nextDouble(0.05, 0.08);
    double north = middle.latitude() + random.nextDouble(0.05, 0.08);
    double west = middle.longitude() - random.nextDouble(0.08, 0.12);
    return Perimeter.of(
        Ring.through(
            List.of(
                Position.ofDegrees(west, south),
                Position.ofDegrees(cut, south),
                Position.ofDegrees(cut, north),
                Position.ofDegrees(west, north))));
  }
}
