package org.fenceline.cli.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fenceline.cli.seal.FieldSealing;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.land.exercise.ExerciseGround;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.mined.Enclosure;
import org.fenceline.core.land.mined.MinePosition;

/**
 * The fields of a large programme: random polygons in the open sea that do not overlap, and in each
 * uniform random points. No rows, no spacing, no density, no terrain: nothing here is how a field
 * is laid.
 */
final class DemoProgramme {
  private static final int ABOUT_A_FIELD = 100;
  private static final int AT_MOST_MORE = 40;
  private static final double FARTHEST_METRES = 60_000;
  private static final double APART_METRES = 2 * DemoLand.WIDEST_METRES + 20;
  // Programmes so large that no room is left overlap; that is then a finding.
  private static final int MOST_TRIES = 1_000;

  private final long seed;
  private final SplittableRandom random;
  private final Map<Long, List<Position>> taken = new HashMap<>();
  private int fields;

  /**
   * A field.
   *
   * @param number from 0
   * @param name its name
   * @param middle its middle
   * @param mines how many mines it has
   */
  record Field(int number, Name name, Position middle, long mines) {}

  /** A programme beside fields that are there already. */
  DemoProgramme(long seed, List<Position> middles) {
    this.seed = seed;
    this.random = new SplittableRandom(~seed);
    middles.forEach(this::take);
  }

  /** The fields among which a lot is shared out: some hundred mines each, all of the lot's. */
  List<Field> fieldsOfLot(long mines) {
    int number = Math.toIntExact(Math.ceilDiv(mines, ABOUT_A_FIELD));
    long[] shares = new long[number];
    for (int i = 0; i < number; i++) {
      shares[i] = Math.min(ABOUT_A_FIELD, mines - (long) i * ABOUT_A_FIELD);
    }
    for (int i = 1; i < number; i++) {
      long shift = Math.min(random.nextInt(AT_MOST_MORE), shares[i] - 1);
      shares[i] -= shift;
      shares[i - 1] += shift;
    }
    List<Field> made = new ArrayList<>();
    for (long share : shares) {
      Name name = new Name("EX-Q%06d".formatted(fields));
      made.add(new Field(fields++, name, free(), share));
    }
    return made;
  }

  private Position free() {
    Position middle = anywhere();
    for (int i = 0; i < MOST_TRIES && !isFree(middle); i++) {
      middle = anywhere();
    }
    take(middle);
    return middle;
  }

  private Position anywhere() {
    List<Position> line = ExerciseGround.line();
    Position corner = line.get(random.nextInt(line.size()));
    double metres = FARTHEST_METRES * Math.sqrt(random.nextDouble());
    return Geodesics.arrival(corner, random.nextDouble(360), metres).position();
  }

  // Boxes no smaller than the distance that is kept: whatever is nearer lies in a box beside.
  private static long row(Position middle) {
    return (long) Math.floor(middle.latitude() * 110_000 / APART_METRES);
  }

  private static long column(Position middle) {
    return (long) Math.floor(middle.longitude() * 60_000 / APART_METRES);
  }

  private static long box(long row, long column) {
    return (row << Integer.SIZE) ^ column;
  }

  private void take(Position middle) {
    taken.computeIfAbsent(box(row(middle), column(middle)), _ -> new ArrayList<>()).add(middle);
  }

  private boolean isFree(Position middle) {
    for (long row = row(middle) - 1; row <= row(middle) + 1; row++) {
      for (long column = column(middle) - 1; column <= column(middle) + 1; column++) {
        for (Position other : taken.getOrDefault(box(row, column), List.of())) {
          if (Geodesics.distanceMetres(middle, other) < APART_METRES) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The record of a field and its sealed positions. Safe for use by several threads. */
  FieldSealing.Sealed record(Field field, Name lot, FieldSealing sealing) {
    SplittableRandom own = new SplittableRandom(seed * 1_000_003 + field.number());
    Ring ring = DemoLand.ring(own, field.middle());
    StringBuilder text = new StringBuilder("longitude,latitude,lot\n");
    List<MinePosition> mines = new ArrayList<>();
    Box box = Box.around(ring);
    Enclosure enclosure = Enclosure.of(List.of(Perimeter.of(ring)));
    while (mines.size() < field.mines()) {
      Position place = box.anywhere(own);
      if (enclosure.contains(place)) {
        mines.add(new MinePosition(place, lot, 0));
        text.append(place.longitudeText())
            .append(',')
            .append(place.latitudeText())
            .append(',')
            .append(lot.text())
            .append('\n');
      }
    }
    return sealing.seal(record(field, ring, lot), mines, text.toString());
  }

  private static MinefieldRecord record(Field field, Ring ring, Name lot) {
    return new MinefieldRecord(
        field.name(),
        Optional.of("exercise"),
        List.of(DemoLand.reference("RP1", ring, 0, 400), DemoLand.reference("RP2", ring, 3, 500)),
        Optional.of(DemoLand.polygon(ring)),
        Optional.of(new BigDecimal("2")),
        Optional.empty(),
        List.of(),
        Optional.of(DemoLand.squareMetres(ring)),
        List.of(new MinefieldRecord.LaidMines(lot, new Quantity(field.mines()))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(DemoLand.MARKED),
        Optional.of("announced by radio the day before"),
        Optional.of("exercise staff"),
        List.of("record office", "depositary"));
  }

  /** A box round a ring, in ten-millionths of a degree: a centimetre. */
  private record Box(long west, long east, long south, long north) {
    private static final long STEP_NANODEGREES = 100;

    static Box around(Ring ring) {
      long west = Long.MAX_VALUE;
      long east = Long.MIN_VALUE;
      long south = Long.MAX_VALUE;
      long north = Long.MIN_VALUE;
      for (Position corner : ring.corners()) {
        west = Math.min(west, corner.longitudeNanodegrees() / STEP_NANODEGREES);
        east = Math.max(east, corner.longitudeNanodegrees() / STEP_NANODEGREES);
        south = Math.min(south, corner.latitudeNanodegrees() / STEP_NANODEGREES);
        north = Math.max(north, corner.latitudeNanodegrees() / STEP_NANODEGREES);
      }
      return new Box(west, east, south, north);
    }

    Position anywhere(SplittableRandom random) {
      return new Position(
          random.nextLong(west, east + 1) * STEP_NANODEGREES,
          random.nextLong(south, north + 1) * STEP_NANODEGREES);
    }
  }
}
