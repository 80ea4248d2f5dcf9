package org.fenceline.core.land.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fenceline.core.land.check.Danger;
import org.fenceline.core.land.check.PublicFacts;
import org.fenceline.core.land.check.SafetyMap;
import org.fenceline.core.land.check.Verdict;
import org.fenceline.core.land.geodesy.Course;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Nearest;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.grid.PublicAnswer.ToHazard;
import org.fenceline.core.land.grid.PublicAnswer.ToRegion;
import org.fenceline.core.land.nearby.NearbyIndex;
import org.fenceline.core.land.nearby.NearbyIndex.Found;
import org.fenceline.core.land.nearby.NearbyIndex.Item;

/**
 * All that the public is shown of where it is dangerous, and answers from nothing else.
 *
 * <p>A concealed hazard appears as the cells that it touches once it is grown by margin and error;
 * gaps between cells are filled ({@link Filling}). A shown cell opens when it lies wholly inside
 * public releases about which there is no doubt and no grown open hazard touches it. Public hazards
 * appear as they are.
 */
public final class PublicLayer {
  /** A hazard that touches more cells than that, some 250,000 km², is a slip. */
  public static final int MOST_CELLS = 250_000;

  // Along a meridian, at the equator, where it is shortest.
  private static final double SHORTEST_DEGREE_METRES = 110_500;

  private final Grid grid;
  private final NavigableMap<Integer, NavigableSet<Integer>> shown = new TreeMap<>();
  private final Map<GridCell, Region> regionOf = new HashMap<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<PublicHazard> hazards;
  private final NearbyIndex<PublicHazard> hazardsByPlace;
  private final List<PublicGround> released;
  private final NearbyIndex<Integer> releasedByPlace;
  private final double marginMetres;

  /**
   * What a layer is made from.
   *
   * @param concealed hazards that the public is shown as cells
   * @param hazards public ones
   * @param released ground of endorsed public releases
   * @param marginMetres the distance that the authority asks to keep from every danger
   */
  public record Sources(
      List<Concealed> concealed,
      List<PublicHazard> hazards,
      List<PublicGround> released,
      double marginMetres) {
    public Sources {
      concealed = List.copyOf(concealed);
      hazards = List.copyOf(hazards);
      released = List.copyOf(released);
    }
  }

  /**
   * Makes the layer of what is recorded.
   *
   * @throws TooManyCells when one hazard covers more than {@link #MOST_CELLS}
   */
  public static PublicLayer of(PublicFacts facts) {
    List<Concealed> concealed = new ArrayList<>();
    for (PublicFacts.Concealed one : facts.concealed()) {
      concealed.add(new Concealed(hazard(one.recorded()), one.open().map(PublicLayer::hazard)));
    }
    List<PublicHazard> hazards =
        facts.open().stream()
            .map(danger -> new PublicHazard(danger.kind(), danger.name(), hazard(danger)))
            .toList();
    List<PublicGround> released =
        facts.released().stream()
            .map(ground ->
                new PublicGround(
                    ground.release().release().text(),
                    ground.areas(),
                    ground.accuracyMetres(),
                    !ground.doubts().isEmpty()))
            .toList();
    return of(new Sources(concealed, hazards, released, facts.marginMetres()));
  }

  private static Hazard hazard(Danger danger) {
    return new Hazard(danger.footprint(), danger.accuracyMetres());
  }

  /**
   * Makes the layer.
   *
   * @throws TooManyCells when one hazard covers more than {@link #MOST_CELLS}
   */
  public static PublicLayer of(Sources sources) {
    return new PublicLayer(Grid.PUBLIC, true, sources);
  }

  /** For tests: on another grid, with gaps filled or not. */
  PublicLayer(Grid grid, boolean filling, Sources sources) {
    this.grid = grid;
    this.hazards = inOrder(sources.hazards());
    this.released =
        sources.released().stream()
            .sorted(
                Comparator.comparing(PublicGround::release)
                    .thenComparing(ground -> ground.areas().toString()))
            .toList();
    this.hazardsByPlace =
        NearbyIndex.of(
            hazards.stream()
                .map(shown ->
                    new Item<>(shown, shown.hazard().footprint(), shown.hazard().accuracyMetres()))
                .toList());
    this.releasedByPlace =
        NearbyIndex.of(
            IntStream.range(0, released.size()).mapToObj(number -> item(number)).toList());
    this.marginMetres = sources.marginMetres();
    for (GridCell cell : shownCells(sources, filling)) {
      shown.computeIfAbsent(cell.row(), _ -> new TreeSet<>()).add(cell.column());
    }
    group();
  }

  private Item<Integer> item(int number) {
    PublicGround ground = released.get(number);
    return new Item<>(number, Footprint.of(ground.areas()), ground.accuracyMetres());
  }

  private static List<PublicHazard> inOrder(List<PublicHazard> hazards) {
    return hazards.stream()
        .filter(shown -> !shown.hazard().footprint().isNowhere())
        .sorted(
            Comparator.comparing(PublicHazard::name)
                .thenComparing(hazard -> hazard.kind().name())
                .thenComparing(hazard -> hazard.hazard().footprint().corners().toString()))
        .toList();
  }

  private Set<GridCell> shownCells(Sources sources, boolean filling) {
    Touch touch = new Touch(grid);
    Set<GridCell> touched = new HashSet<>();
    Set<GridCell> open = new HashSet<>();
    for (Concealed concealed : sources.concealed()) {
      touched.addAll(touch.of(concealed.recorded(), marginMetres));
      concealed.open().ifPresent(left -> open.addAll(touch.of(left, marginMetres)));
    }
    touched.addAll(open);
    Set<GridCell> cells = new HashSet<>(filling ? new Filling(grid).fill(touched) : touched);
    Set<GridCell> released = new Opening(grid, sources.released()).inside(cells);
    released.removeAll(open);
    if (!released.isEmpty()) {
      hazards.forEach(hazard -> released.removeAll(touch.of(hazard.hazard(), marginMetres)));
    }
    cells.removeAll(released);
    return cells;
  }

  private void group() {
    for (GridCell first : cells()) {
      if (!regionOf.containsKey(first)) {
        TreeSet<GridCell> together = new TreeSet<>(List.of(first));
        Deque<GridCell> next = new ArrayDeque<>(together);
        while (!next.isEmpty()) {
          for (GridCell neighbour : grid.neighbours(next.remove())) {
            if (isShown(neighbour) && together.add(neighbour)) {
              next.add(neighbour);
            }
          }
        }
        Region region = new Region(List.copyOf(together));
        regions.add(region);
        together.forEach(cell -> regionOf.put(cell, region));
      }
    }
  }

  /** The shown cells, from south to north, in a row from west to east. */
  public List<GridCell> cells() {
    List<GridCell> cells = new ArrayList<>();
    shown.forEach(
        (row, columns) -> columns.forEach(column -> cells.add(new GridCell(row, column))));
    return cells;
  }

  public boolean isShown(GridCell cell) {
    NavigableSet<Integer> columns = shown.get(cell.row());
    return columns != null && columns.contains(cell.column());
  }

  /** The shown cells by what hangs together. */
  public List<Region> regions() {
    return List.copyOf(regions);
  }

  /** Hazards that are shown as they are. */
  public List<PublicHazard> hazards() {
    return hazards;
  }

  /** Ground of endorsed public releases. */
  public List<PublicGround> released() {
    return released;
  }

  /** The distance that the authority asks to keep from every danger. */
  public double marginMetres() {
    return marginMetres;
  }

  /** Whether a position lies in a shown cell or on the edge of one. */
  public boolean contains(Position position) {
    return grid.touching(position).stream().anyMatch(this::isShown);
  }

  /** The nearest region of shown cells; empty when no cell is shown. */
  public Optional<ToRegion> nearestRegion(Position position) {
    Best best = new Best(position);
    grid.touching(position).stream().filter(this::isShown).forEach(best::look);
    int own = grid.cellOf(position).row();
    NavigableMap<Integer, NavigableSet<Integer>> north = shown.tailMap(own, true);
    NavigableMap<Integer, NavigableSet<Integer>> south = shown.headMap(own, false).descendingMap();
    for (NavigableMap<Integer, NavigableSet<Integer>> rows : List.of(north, south)) {
      for (Map.Entry<Integer, NavigableSet<Integer>> row : rows.entrySet()) {
        if (rowMetres(row.getKey(), position) > best.metres) {
          break;
        }
        best.lookAround(row.getKey(), row.getValue());
      }
    }
    return best.found();
  }

  /** Metres to the latitudes of a row at least. */
  private double rowMetres(int row, Position position) {
    GridCell any = new GridCell(row, 0);
    double degrees =
        Math.max(grid.south(any) - position.latitude(), position.latitude() - grid.north(any));
    return degrees * SHORTEST_DEGREE_METRES;
  }

  /** The nearest shown cell so far. */
  private final class Best {
    private final Position position;
    private double metres = Double.POSITIVE_INFINITY;
    private Optional<ToRegion> found = Optional.empty();

    Best(Position position) {
      this.position = position;
    }

    Optional<ToRegion> found() {
      return found;
    }

    /** Looks at the cells of a row that are next to the position, to the west and to the east. */
    void lookAround(int row, NavigableSet<Integer> columns) {
      int under = grid.columnUnder(position, row);
      Integer west = columns.floor(under);
      Integer east = columns.ceiling(under);
      look(new GridCell(row, west == null ? columns.last() : west));
      look(new GridCell(row, east == null ? columns.first() : east));
    }

    void look(GridCell cell) {
      Nearest nearest = grid.nearest(cell, position);
      if (nearest.metres() < metres) {
        metres = nearest.metres();
        Region region = regionOf.get(cell);
        if (region == null) {
          throw new IllegalStateException("a shown cell belongs to a region");
        }
        found = Optional.of(new ToRegion(region, metres, azimuth(position, nearest)));
      }
    }
  }

  private static double azimuth(Position position, Nearest nearest) {
    Course course = Geodesics.course(position, nearest.at());
    return nearest.metres() == 0 ? 0 : (course.azimuthAtStart() + 360) % 360;
  }

  /**
   * What the public is told of a point.
   *
   * @param accuracyMetres how far off the point itself may be
   * @param margin the distance to keep; a smaller one than the authority's does not count
   */
  public PublicAnswer at(Position point, double accuracyMetres, double margin) {
    double kept = Math.max(margin, marginMetres);
    Optional<ToRegion> region = nearestRegion(point);
    // The authority's own margin is in the cells already.
    double awayFromCells = region.map(ToRegion::metres).orElse(Double.POSITIVE_INFINITY);
    Verdict verdict = verdict(awayFromCells - accuracyMetres, kept - marginMetres);
    List<ToHazard> near = new ArrayList<>();
    double reach = Math.max(SafetyMap.CAUTION_METRES, kept) + accuracyMetres;
    for (Found<PublicHazard> found : hazardsByPlace.near(point, 0, reach)) {
      PublicHazard hazard = found.thing();
      Verdict one =
          verdict(found.metres() - hazard.hazard().accuracyMetres() - accuracyMetres, kept);
      if (!hazard.kind().isConfirmed()) {
        one = one == Verdict.DANGER ? Verdict.CAUTION : Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND;
      }
      if (one != Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND) {
        near.add(new ToHazard(hazard, found.metres(), found.azimuthDegrees()));
        verdict = verdict.or(one);
      }
    }
    List<PublicGround> grounds =
        releasedByPlace.near(point, 0, accuracyMetres).stream()
            .map(Found::thing)
            .sorted()
            .map(released::get)
            .toList();
    boolean isDoubted = grounds.stream().anyMatch(PublicGround::isDoubted);
    if (isDoubted) {
      verdict = verdict.or(Verdict.CAUTION);
    }
    Optional<PublicGround> holding =
        grounds.stream().filter(ground -> ground.surelyHolds(point, accuracyMetres)).findFirst();
    if (holding.isEmpty()) {
      verdict = verdict.or(Verdict.NOT_SURVEYED);
    }
    return new PublicAnswer(verdict, region, near, isDoubted, holding);
  }

  private static Verdict verdict(double awayMetres, double marginMetres) {
    if (awayMetres <= marginMetres) {
      return Verdict.DANGER;
    }
    return awayMetres <= SafetyMap.CAUTION_METRES
        ? Verdict.CAUTION
        : Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND;
  }
}
