package org.fenceline.core.land.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fenceline.core.land.geodesy.Drawn;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Nearest;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.geodesy.Segment;
import org.fenceline.core.land.nearby.NearbyIndex.Found;
import org.fenceline.core.land.nearby.NearbyIndex.Item;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

class NearbyIndexTest {
  private static final int RUNS = 60;
  private static final int THINGS = 60;
  private static final int POINTS = 15;

  @Test
  void itFindsWhatMeasuringEverythingFinds() {
    Property.check(
        "the index agrees with measuring everything",
        RUNS,
        random -> {
          Position middle = Drawn.position(random);
          double spread = Drawn.metres(random, 100, 20_000_000);
          List<Item<Integer>> items = items(random, middle, spread, 0, random.nextInt(THINGS));
          NearbyIndex<Integer> index = NearbyIndex.of(items);
          for (int i = 0; i < POINTS; i++) {
            agrees(index, items, point(random, items, middle, spread), random);
          }
        });
  }

  @Test
  void itAgreesWhileThingsComeAndGo() {
    Property.check(
        "the index agrees while things come and go",
        RUNS / 2,
        random -> {
          Position middle = Drawn.position(random);
          double spread = Drawn.metres(random, 100, 100_000);
          List<Item<Integer>> items = new ArrayList<>();
          NearbyIndex<Integer> index = NearbyIndex.of(List.of());
          for (int step = 0; step < 12; step++) {
            List<Item<Integer>> added =
                items(random, middle, spread, 1000 * step, random.nextInt(8));
            Set<Integer> gone = new HashSet<>();
            items.stream()
                .filter(item -> random.nextInt(4) == 0)
                .forEach(item -> gone.add(item.thing()));
            items.removeIf(item -> gone.contains(item.thing()));
            items.addAll(added);
            NearbyIndex<Integer> before = index;
            List<Integer> thingsBefore = before.things();
            index = index.without(gone::contains).with(added);
            assertThat(index.things())
                .containsExactlyInAnyOrderElementsOf(
                    items.stream()
                        .filter(item -> !item.footprint().isNowhere())
                        .map(Item::thing)
                        .toList());
            assertThat(before.things()).isEqualTo(thingsBefore);
            agrees(index, items, point(random, items, middle, spread), random);
          }
        });
  }

  /**
   * The plane is told to know within millimetres: what lies on lines and beside them is measured.
   */
  @Test
  void itAgreesOnLinesAndAHairBesideThem() {
    Property.check(
        "the index agrees on lines",
        RUNS,
        random -> {
          Position middle = Drawn.position(random);
          double size = Drawn.metres(random, 5, 200_000);
          List<Item<Integer>> items =
              List.of(new Item<>(0, Footprint.of(List.of(area(random, middle, size))), 0));
          NearbyIndex<Integer> index = NearbyIndex.of(items);
          Ring ring = items.getFirst().footprint().areas().getFirst().outer();
          Segment edge = ring.edges().get(random.nextInt(ring.edges().size()));
          var course = Geodesics.course(edge.from(), edge.to());
          Position on =
              Geodesics.arrival(
                      edge.from(), course.azimuthAtStart(), course.metres() * random.nextDouble())
                  .position();
          for (double off : new double[] {0, 0.0003, 0.002, 0.004, 0.008, 0.02, 1}) {
            double side = random.nextBoolean() ? 90 : -90;
            Position beside = Geodesics.arrival(on, course.azimuthAtStart() + side, off).position();
            agrees(index, items, beside, random);
          }
        });
  }

  @Test
  void groundAsWideAsACountryAndDangersBeyondTheHorizonAreMeasuredToo() {
    Position middle = Position.parse("20", "50");
    Ring country = Drawn.star(new SplittableRandom(1), middle, 900_000);
    Position antipode = Position.parse("-160", "-50");
    List<Item<Integer>> items =
        List.of(
            new Item<>(0, Footprint.of(List.of(Perimeter.of(country))), 0),
            new Item<>(1, Footprint.of(antipode), 0));
    NearbyIndex<Integer> index = NearbyIndex.of(items);
    agrees(index, items, middle, new SplittableRandom(1));
    agrees(index, items, antipode, new SplittableRandom(2));
    agrees(index, items, Position.parse("-170", "-40"), new SplittableRandom(3));
    assertThat(index.near(middle, 1, 0).getFirst().metres()).isZero();
  }

  private static void agrees(
      NearbyIndex<Integer> index,
      List<Item<Integer>> items,
      Position point,
      SplittableRandom random) {
    int count = random.nextInt(6);
    double reach = random.nextInt(3) == 0 ? 0 : Drawn.metres(random, 1, 100_000);
    List<Found<Integer>> all =
        items.stream()
            .filter(item -> !item.footprint().isNowhere())
            .map(item -> measured(item, point))
            .sorted(Comparator.comparingDouble(Found::metres))
            .toList();
    List<Found<Integer>> found = index.near(point, count, reach);
    // What lies within a millimetre of the reach may be told or not.
    double sure = reach - 0.001;
    assertThat(found.size()).isGreaterThanOrEqualTo((int) wanted(all, items, count, sure));
    assertThat(found.size()).isLessThanOrEqualTo((int) wanted(all, items, count, reach + 0.001));
    for (int i = 0; i < found.size(); i++) {
      Found<Integer> one = found.get(i);
      Found<Integer> measured =
          all.stream().filter(other -> other.thing().equals(one.thing())).findFirst().orElseThrow();
      assertThat(one.metres())
          .as(one + " as " + measured + " from " + point)
          .isCloseTo(measured.metres(), within(0.001));
      assertThat(one.metres() == 0)
          .as(
              one
                  + " as "
                  + measured
                  + " from "
                  + point
                  + " of "
                  + items.stream().filter(x -> x.thing().equals(one.thing())).findFirst())
          .isEqualTo(measured.metres() == 0);
      if (i < count) {
        assertThat(one.metres()).isCloseTo(all.get(i).metres(), within(0.001));
      }
    }
    double room =
        all.stream()
            .mapToDouble(one -> one.metres() - growth(items, one.thing()))
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    double limit = 50_000;
    double told = index.roomMetres(point, limit);
    assertThat(told).isLessThanOrEqualTo(Math.min(room, limit) + 0.001);
    if (room < limit && items.stream().allMatch(NearbyIndexTest::isSmall)) {
      assertThat(told).isCloseTo(room, within(1.0 + Math.abs(room) / 1000));
    }
  }

  private static Found<Integer> measured(Item<Integer> item, Position point) {
    Nearest nearest = item.footprint().nearest(point);
    return new Found<>(
        item.thing(), nearest.metres(), Geodesics.course(point, nearest.at()).azimuthAtStart());
  }

  private static long wanted(
      List<Found<Integer>> all, List<Item<Integer>> items, int count, double reach) {
    return IntStream.range(0, all.size())
        .filter(i -> i < count || all.get(i).metres() - growth(items, all.get(i).thing()) <= reach)
        .count();
  }

  /** Long edges bend on the plane, and room is told with that taken off. */
  private static boolean isSmall(Item<Integer> item) {
    List<Position> corners = item.footprint().corners();
    return corners.stream()
        .allMatch(corner -> Geodesics.distanceMetres(corners.getFirst(), corner) < 20_000);
  }

  private static double growth(List<Item<Integer>> items, int thing) {
    return items.stream()
        .filter(item -> item.thing() == thing)
        .mapToDouble(Item::growthMetres)
        .findFirst()
        .orElseThrow();
  }

  private static Position point(
      SplittableRandom random, List<Item<Integer>> items, Position middle, double spread) {
    if (!items.isEmpty() && random.nextInt(3) > 0) {
      Footprint some = items.get(random.nextInt(items.size())).footprint();
      if (!some.isNowhere()) {
        List<Position> corners = some.corners();
        Position corner = corners.get(random.nextInt(corners.size()));
        double off = random.nextInt(4) == 0 ? 0 : Drawn.metres(random, 0.001, 10_000);
        return Geodesics.arrival(corner, random.nextDouble(360), off).position();
      }
    }
    return Geodesics.arrival(middle, random.nextDouble(360), spread * random.nextDouble(1.5))
        .position();
  }

  private static List<Item<Integer>> items(
      SplittableRandom random, Position middle, double spread, int first, int count) {
    List<Item<Integer>> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Position about =
          Geodesics.arrival(middle, random.nextDouble(360), spread * random.nextDouble())
              .position();
      double size = Drawn.metres(random, 5, random.nextInt(10) == 0 ? 1_000_000 : 5_000);
      double growth = random.nextBoolean() ? 0 : Drawn.metres(random, 0.1, 2_000);
      items.add(new Item<>(first + i, footprint(random, about, size), growth));
    }
    return items;
  }

  private static Footprint footprint(SplittableRandom random, Position about, double size) {
    return switch (random.nextInt(6)) {
      case 0 -> Footprint.of(about);
      case 1 ->
          new Footprint(
              List.of(), Drawn.scribble(random, about, size).edges().subList(1, 3), List.of());
      case 2 ->
          new Footprint(
              List.of(area(random, about, size), area(random, about, size / 3)),
              Drawn.star(random, about, size).edges(),
              List.of(about, Drawn.star(random, about, size).corners().getFirst()));
      case 3 -> random.nextInt(5) == 0 ? Footprint.NOWHERE : many(random, about, size);
      default -> Footprint.of(List.of(area(random, about, size)));
    };
  }

  /** A ring of many runs. */
  private static Footprint many(SplittableRandom random, Position about, double size) {
    List<Position> corners = new ArrayList<>();
    int count = random.nextInt(20, 300);
    for (int i = 0; i < count; i++) {
      corners.add(
          Geodesics.arrival(about, i * 360.0 / count, size * random.nextDouble(0.6, 1)).position());
    }
    return Footprint.of(List.of(Perimeter.of(Ring.through(corners))));
  }

  private static Perimeter area(SplittableRandom random, Position about, double size) {
    Ring outer =
        random.nextInt(3) == 0
            ? Drawn.scribble(random, about, size)
            : Drawn.star(random, about, size);
    List<Ring> holes = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Position within =
          Geodesics.arrival(about, random.nextDouble(360), size / 3 * random.nextDouble())
              .position();
      holes.add(Drawn.star(random, within, size / 5));
    }
    return new Perimeter(outer, holes);
  }
}
