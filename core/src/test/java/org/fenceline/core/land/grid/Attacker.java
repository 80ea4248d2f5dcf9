package org.fenceline.core.land.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;

/**
 * Somebody who wants to know where a field lies and has all that is public: the layer now and after
 * each public release, the margin, the usual error, how fields of that size are drawn, and this
 * program. Figures of regions and the log add nothing about the place of one field.
 *
 * <p>What it does: (1) draws shapes as fields are drawn, and for each a place, evenly from those
 * where the northernmost, southernmost, westernmost and easternmost shown cells are reached; the
 * size of that choice is the shape's weight. (2) Keeps those that give exactly the cells that were
 * shown, at every time, by the same rules (where none does, those that differ in the fewest cells).
 * What is kept is a sample of all fields that may lie there. (3) Of many guesses (the mean shape at
 * the mean place in several sizes, the middle extent in each direction, kept fields themselves, the
 * shown region less margin, error and half a cell) it takes the one whose mean Hausdorff distance
 * to the sample is least, and moves and scales it as long as that gets less.
 */
final class Attacker {
  private static final int WANTED = 60;
  private static final int MOST_TRIES = 6_000;
  private static final int JUDGES = 40;
  private static final int OWN_GUESSES = 12;
  private static final int DIRECTIONS = 18;
  private static final int NEAR_MISSES = 12;

  private final Grid grid;
  private final boolean isFilling;
  private final double grownMetres;
  private final double sizeMetres;
  private final SplittableRandom random;
  private int withoutMatch;
  private long tries;

  /**
   * What was shown at a time.
   *
   * @param releasedWestOf all ground west of this meridian is publicly released; nothing is when it
   *     is empty
   * @param shown the shown cells
   */
  record Seen(Optional<Double> releasedWestOf, Set<GridCell> shown) {}

  Attacker(
      Grid grid,
      boolean isFilling,
      double grownMetres,
      double sizeMetres,
      SplittableRandom random) {
    this.grid = grid;
    this.isFilling = isFilling;
    this.grownMetres = grownMetres;
    this.sizeMetres = sizeMetres;
    this.random = random;
  }

  /** How often no drawn field gave exactly the cells. */
  int withoutMatch() {
    return withoutMatch;
  }

  long tries() {
    return tries;
  }

  /** A plane about the shown cells on which parallels and meridians are straight. */
  static final class Plane {
    private final Position middle;
    private final double metresEast;
    private final double metresNorth;

    Plane(Position middle) {
      this.middle = middle;
      double step = 0.005;
      this.metresEast =
          Geodesics.distanceMetres(
                  middle, Position.ofDegrees(middle.longitude() + step, middle.latitude()))
              / step;
      this.metresNorth =
          Geodesics.distanceMetres(
                  Position.ofDegrees(middle.longitude(), middle.latitude() - step),
                  Position.ofDegrees(middle.longitude(), middle.latitude() + step))
              / (2 * step);
    }

    double x(double longitude) {
      return (longitude - middle.longitude()) * metresEast;
    }

    double y(double latitude) {
      return (latitude - middle.latitude()) * metresNorth;
    }

    Outline outline(List<Position> corners) {
      return new Outline(
          corners.stream().mapToDouble(corner -> x(corner.longitude())).toArray(),
          corners.stream().mapToDouble(corner -> y(corner.latitude())).toArray());
    }
  }

  /** The plane that an attacker uses for some cells. */
  Plane plane(Set<GridCell> shown) {
    double longitude = 0;
    double latitude = 0;
    for (GridCell cell : shown) {
      longitude += (grid.west(cell) + grid.east(cell)) / 2;
      latitude += (grid.south(cell) + grid.north(cell)) / 2;
    }
    return new Plane(Position.ofDegrees(longitude / shown.size(), latitude / shown.size()));
  }

  /** A cell on the plane, and whether it was shown at each time. */
  private record Box(
      GridCell cell, double west, double south, double east, double north, boolean isShown) {
    boolean isReachedBy(Outline field, double metres) {
      return field.reaches(west, south, east, north, metres);
    }
  }

  private record Kept(Outline field, double weight, int misses) {}

  /**
   * The best guess at what is left of a field, on the plane of what was shown first.
   *
   * @param seen what was shown, first without any release
   */
  Outline guess(List<Seen> seen) {
    Set<GridCell> shown = seen.getFirst().shown();
    Plane plane = plane(shown);
    List<Double> cuts =
        seen.stream().flatMap(one -> one.releasedWestOf().stream()).map(plane::x).toList();
    double cut = cuts.isEmpty() ? Double.NEGATIVE_INFINITY : cuts.getLast();
    List<Kept> kept = sample(seen, plane, cuts);
    List<Outline> guesses = new ArrayList<>();
    boxesEroded(shown, plane).ifPresent(guesses::add);
    if (kept.isEmpty()) {
      return guesses.getFirst().eastOf(cut);
    }
    guesses.addAll(meanFields(kept));
    kept.stream().limit(OWN_GUESSES).forEach(one -> guesses.add(one.field()));
    List<Kept> judges =
        kept.stream()
            .limit(JUDGES)
            .map(one -> new Kept(one.field().eastOf(cut), one.weight(), one.misses()))
            .toList();
    Outline best = guesses.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Outline guess : guesses) {
      double loss = loss(guess.eastOf(cut), judges, least);
      if (loss < least) {
        least = loss;
        best = guess;
      }
    }
    return improved(best, judges, cut).eastOf(cut);
  }

  /** The mean distance; any greater number once it is sure to be greater than a limit. */
  private static double loss(Outline guess, List<Kept> judges, double limit) {
    if (guess.corners() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double weights = judges.stream().mapToDouble(Kept::weight).sum();
    double sum = 0;
    for (Kept judge : judges) {
      sum += judge.weight() * guess.hausdorff(judge.field());
      if (sum > limit * weights) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return sum / weights;
  }

  private Outline improved(Outline guess, List<Kept> judges, double cut) {
    Outline best = guess;
    double least = loss(best.eastOf(cut), judges, Double.POSITIVE_INFINITY);
    for (double step = sizeMetres / 8 + 60; step > 15; step /= 2) {
      for (Outline other :
          List.of(
              best.moved(step, 0),
              best.moved(-step, 0),
              best.moved(0, step),
              best.moved(0, -step),
              scaled(best, 1 + step / sizeMetres / 2),
              scaled(best, 1 / (1 + step / sizeMetres / 2)))) {
        double loss = loss(other.eastOf(cut), judges, least);
        if (loss < least) {
          least = loss;
          best = other;
        }
      }
    }
    return best;
  }

  private static Outline scaled(Outline outline, double by) {
    double mx = (outline.west + outline.east) / 2;
    double my = (outline.south + outline.north) / 2;
    double[] x = new double[outline.corners()];
    double[] y = new double[outline.corners()];
    for (int i = 0; i < x.length; i++) {
      x[i] = mx + by * (outline.x[i] - mx);
      y[i] = my + by * (outline.y[i] - my);
    }
    return new Outline(x, y);
  }

  // ---- the sample

  private List<Kept> sample(List<Seen> seen, Plane plane, List<Double> cuts) {
    Set<GridCell> shown = seen.getFirst().shown();
    if (shown.size() > 100) {
      // Nobody draws exactly these cells by chance; the region itself says enough.
      withoutMatch++;
      return List.of();
    }
    List<Box> inside = boxes(shown, shown, plane);
    List<Box> outside = boxes(ring(shown), shown, plane);
    Room room = new Room(inside);
    Map<BitSet, Boolean> gives = new HashMap<>();
    List<Kept> kept = new ArrayList<>();
    List<Kept> near = new ArrayList<>();
    for (int i = 0; i < MOST_TRIES && kept.size() < WANTED; i++) {
      tries++;
      Optional<Kept> placed = room.place(Outline.random(random, sizeMetres), cuts);
      if (placed.isPresent()) {
        Outline field = placed.get().field();
        int most = kept.isEmpty() ? Integer.MAX_VALUE : 0;
        int misses = misses(field, inside, outside, gives, shown, most);
        if (misses <= most) {
          misses += missesLater(field, seen, plane, inside);
        }
        if (misses == 0) {
          kept.add(placed.get());
        } else if (kept.isEmpty()
            && (near.size() < NEAR_MISSES || misses < near.getLast().misses())) {
          near.add(new Kept(field, placed.get().weight(), misses));
          near.sort(Comparator.comparingInt(Kept::misses));
          if (near.size() > NEAR_MISSES) {
            near.removeLast();
          }
        }
      }
    }
    if (kept.isEmpty()) {
      withoutMatch++;
      return near;
    }
    return kept;
  }

  private int misses(
      Outline field,
      List<Box> inside,
      List<Box> outside,
      Map<BitSet, Boolean> gives,
      Set<GridCell> shown,
      int most) {
    int misses = 0;
    for (Box box : outside) {
      if (box.isReachedBy(field, grownMetres)) {
        misses++;
        if (misses > most) {
          return misses;
        }
      }
    }
    BitSet reached = new BitSet();
    for (int i = 0; i < inside.size(); i++) {
      reached.set(i, inside.get(i).isReachedBy(field, grownMetres));
    }
    int unreached = inside.size() - reached.cardinality();
    if (misses > 0) {
      return misses + unreached;
    }
    boolean isSame =
        isFilling
            ? gives.computeIfAbsent(reached, set -> filled(set, inside).equals(shown))
            : unreached == 0;
    return isSame ? 0 : Math.max(1, unreached);
  }

  private Set<GridCell> filled(BitSet reached, List<Box> inside) {
    Set<GridCell> touched = new HashSet<>();
    reached.stream().forEach(i -> touched.add(inside.get(i).cell()));
    return new Filling(grid).fill(touched);
  }

  /** After each release: which cells opened, and which did not. */
  private int missesLater(Outline field, List<Seen> seen, Plane plane, List<Box> inside) {
    int misses = 0;
    for (Seen one : seen) {
      if (one.releasedWestOf().isPresent()) {
        double cut = plane.x(one.releasedWestOf().get());
        Outline left = field.eastOf(cut);
        for (Box box : inside) {
          if (box.east() < cut
              && box.isReachedBy(left, grownMetres) != one.shown().contains(box.cell())) {
            misses++;
          }
        }
      }
    }
    return misses;
  }

  private List<Box> boxes(Set<GridCell> cells, Set<GridCell> shown, Plane plane) {
    return new TreeSet<>(cells)
        .stream()
            .map(cell ->
                new Box(
                    cell,
                    plane.x(grid.west(cell)),
                    plane.y(grid.south(cell)),
                    plane.x(grid.east(cell)),
                    plane.y(grid.north(cell)),
                    shown.contains(cell)))
            .toList();
  }

  private Set<GridCell> ring(Set<GridCell> shown) {
    Set<GridCell> around = new HashSet<>();
    shown.forEach(cell -> around.addAll(grid.neighbours(cell)));
    around.removeAll(shown);
    return around;
  }

  /** Where the outermost shown cells leave room for a field. */
  private final class Room {
    private final double south;
    private final double southMost;
    private final double north;
    private final double northMost;
    private final double west;
    private final double westMost;
    private final double east;
    private final double eastMost;

    Room(List<Box> shown) {
      Box lowest = shown.getFirst();
      Box highest = shown.getLast();
      south = lowest.south();
      southMost = lowest.north();
      north = highest.north();
      northMost = highest.south();
      Map<Integer, Double> westOfRows = new HashMap<>();
      Map<Integer, Double> eastOfRows = new HashMap<>();
      for (Box box : shown) {
        westOfRows.merge(box.cell().row(), box.east(), Math::min);
        eastOfRows.merge(box.cell().row(), box.west(), Math::max);
      }
      west = shown.stream().mapToDouble(Box::west).min().orElseThrow();
      westMost = westOfRows.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      east = shown.stream().mapToDouble(Box::east).max().orElseThrow();
      eastMost = eastOfRows.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Puts a shape somewhere in the room; also across all meridians of releases. */
    Optional<Kept> place(Outline shape, List<Double> cuts) {
      double lowest =
          Math.max(south + grownMetres - shape.south, northMost - grownMetres - shape.north);
      double highest =
          Math.min(southMost + grownMetres - shape.south, north - grownMetres - shape.north);
      double first = Math.max(west + grownMetres - shape.west, eastMost - grownMetres - shape.east);
      double last = Math.min(westMost + grownMetres - shape.west, east - grownMetres - shape.east);
      for (double cut : cuts) {
        first = Math.max(first, cut - shape.east);
        last = Math.min(last, cut - shape.west);
      }
      if (lowest >= highest || first >= last) {
        return Optional.empty();
      }
      Outline field =
          shape.moved(random.nextDouble(first, last), random.nextDouble(lowest, highest));
      return Optional.of(new Kept(field, (highest - lowest) * (last - first), 0));
    }
  }

  // ---- guesses

  private List<Outline> meanFields(List<Kept> kept) {
    double mx = 0;
    double my = 0;
    double weights = 0;
    for (Kept one : kept) {
      mx += one.weight() * (one.field().west + one.field().east) / 2;
      my += one.weight() * (one.field().south + one.field().north) / 2;
      weights += one.weight();
    }
    mx /= weights;
    my /= weights;
    double[] about = new double[DIRECTIONS];
    double[] across = new double[DIRECTIONS];
    for (int k = 0; k < DIRECTIONS; k++) {
      double azimuth = 2 * Math.PI * k / DIRECTIONS;
      List<Double> extents = new ArrayList<>();
      for (Kept one : kept) {
        Outline field = one.field();
        about[k] +=
            one.weight()
                / weights
                * field.extent(
                    (field.west + field.east) / 2, (field.south + field.north) / 2, azimuth);
        extents.add(field.extent(mx, my, azimuth));
      }
      extents.sort(Comparator.naturalOrder());
      across[k] = extents.get(extents.size() / 2);
    }
    List<Outline> guesses = new ArrayList<>();
    for (double size : new double[] {0.6, 0.8, 1, 1.15}) {
      guesses.add(star(mx, my, about, size));
    }
    guesses.add(star(mx, my, across, 1));
    return guesses;
  }

  private static Outline star(double mx, double my, double[] extents, double size) {
    double[] x = new double[extents.length];
    double[] y = new double[extents.length];
    for (int k = 0; k < extents.length; k++) {
      double azimuth = 2 * Math.PI * k / extents.length;
      x[k] = mx + size * extents[k] * Math.sin(azimuth);
      y[k] = my + size * extents[k] * Math.cos(azimuth);
    }
    return new Outline(x, y);
  }

  /** The shown region, seen from its middle, less what a field is grown by and half a cell. */
  private Optional<Outline> boxesEroded(Set<GridCell> shown, Plane plane) {
    GridCell any = shown.iterator().next();
    double cellMetres = plane.x(grid.east(any)) - plane.x(grid.west(any));
    double[] extents = new double[2 * DIRECTIONS];
    for (int k = 0; k < extents.length; k++) {
      double azimuth = 2 * Math.PI * k / extents.length;
      double away = 0;
      double step = cellMetres / 10;
      while (shown.contains(cellAt(plane, away * Math.sin(azimuth), away * Math.cos(azimuth)))) {
        away += step;
      }
      extents[k] = Math.max(5, away - grownMetres - cellMetres / 2);
    }
    return Optional.of(star(0, 0, extents, 1));
  }

  private GridCell cellAt(Plane plane, double x, double y) {
    return grid.cellOf(
        Position.ofDegrees(
            plane.middle.longitude() + x / plane.metresEast,
            plane.middle.latitude() + y / plane.metresNorth));
  }
}
