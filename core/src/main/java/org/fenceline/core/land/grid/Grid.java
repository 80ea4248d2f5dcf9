package org.fenceline.core.land.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Nearest;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Segment;

/**
 * Divides the earth into rows of equal latitude, and each row into equal columns: as many as can be
 * while none is narrower than a given width at the row's edge nearer to the pole. Specified, with
 * vectors, in {@code docs/formats/public-grid.md}.
 *
 * <p>Columns begin at the meridian of 180 degrees, so that no cell lies on both sides of it. The
 * row beside a pole is one cell, a cap. A cell has its southern and western edge for its own; for
 * hazards and for those who ask it has all four, so that nobody stands between two cells.
 */
public final class Grid {
  /** The grid of everything that is shown to the public. It never changes. */
  public static final Grid PUBLIC = new Grid(100, 1_000);

  // WGS 84 (NIMA TR8350.2).
  private static final double EQUATORIAL_RADIUS_METRES = 6_378_137;
  private static final double FLATTENING = 1 / 298.257223563;

  private static final int QUADRANT = 90;
  private static final long DEGREE = 1_000_000_000L;
  private static final long HALF_TURN = 180 * DEGREE;
  private static final long FULL_TURN = 360 * DEGREE;

  /** A parallel is drawn as chords, none wider than this. */
  private static final int WIDEST_CHORD_DEGREES = 5;

  private final int rowsPerDegree;
  // By distance of the row from the equator, 0 for the two beside it.
  private final int[] columns;

  Grid(int rowsPerDegree, double narrowestMetres) {
    this.rowsPerDegree = rowsPerDegree;
    this.columns = new int[QUADRANT * rowsPerDegree];
    for (int row = 0; row < columns.length; row++) {
      double metres = parallelMetres((double) (row + 1) / rowsPerDegree);
      columns[row] = Math.max(1, (int) (metres / narrowestMetres));
    }
    // Not cos(90°), which is not quite 0: the parallel at the pole has no length.
    columns[columns.length - 1] = 1;
  }

  /** Metres round the earth at a latitude. */
  static double parallelMetres(double latitude) {
    double radians = StrictMath.toRadians(latitude);
    double sine = StrictMath.sin(radians);
    double eccentricitySquared = FLATTENING * (2 - FLATTENING);
    return 2
        * Math.PI
        * EQUATORIAL_RADIUS_METRES
        * StrictMath.cos(radians)
        / StrictMath.sqrt(1 - eccentricitySquared * sine * sine);
  }

  /** How many cells a row has. */
  public int columns(int row) {
    return columns[row < 0 ? -1 - row : row];
  }

  /** The northernmost row; the southernmost is as far below -1 as this is above 0. */
  public int lastRow() {
    return columns.length - 1;
  }

  boolean hasRow(int row) {
    return row <= lastRow() && row >= -1 - lastRow();
  }

  /** The one cell whose own a position is. */
  public GridCell cellOf(Position position) {
    long latitude = position.latitudeNanodegrees() * rowsPerDegree;
    int row = (int) Math.min(lastRow(), Math.floorDiv(latitude, DEGREE));
    return new GridCell(row, columnUnder(position, row));
  }

  /** The column of a row on whose longitudes a position lies. */
  int columnUnder(Position position, int row) {
    return (int) (east(position) * columns(row) / FULL_TURN);
  }

  /** All cells in which a position lies, or on whose edges. */
  public List<GridCell> touching(Position position) {
    TreeSet<GridCell> cells = new TreeSet<>();
    GridCell own = cellOf(position);
    cells.add(own);
    for (GridCell near : neighbours(own)) {
      if (holds(near, position)) {
        cells.add(near);
      }
    }
    return List.copyOf(cells);
  }

  private boolean holds(GridCell cell, Position position) {
    long latitude = position.latitudeNanodegrees() * rowsPerDegree;
    return latitude >= cell.row() * DEGREE
        && latitude <= (cell.row() + 1) * DEGREE
        && isBetweenMeridians(cell, position);
  }

  /** To the billionth of a degree, the step of a position: edges lie between steps. */
  private boolean isBetweenMeridians(GridCell cell, Position position) {
    long columns = columns(cell.row());
    long beyondWest =
        Math.floorMod(east(position) * columns - cell.column() * FULL_TURN, FULL_TURN * columns);
    return beyondWest <= FULL_TURN + columns || beyondWest >= FULL_TURN * columns - columns;
  }

  /** Billionths of a degree east of the meridian of 180 degrees, less than a full turn. */
  private static long east(Position position) {
    return Math.floorMod(position.longitudeNanodegrees() + HALF_TURN, FULL_TURN);
  }

  /** The cells that touch a cell, at a corner too. */
  public List<GridCell> neighbours(GridCell cell) {
    TreeSet<GridCell> near = new TreeSet<>();
    for (int row = cell.row() - 1; row <= cell.row() + 1; row++) {
      if (hasRow(row)) {
        long columns = columns(row);
        long own = columns(cell.row());
        near.addAll(
            between(
                row,
                Math.ceilDiv(cell.column() * columns, own) - 1,
                Math.floorDiv((cell.column() + 1) * columns, own)));
      }
    }
    near.remove(cell);
    return List.copyOf(near);
  }

  /** The cells that share a piece of an edge with a cell: one can step from one into the other. */
  List<GridCell> besides(GridCell cell) {
    TreeSet<GridCell> near =
        new TreeSet<>(columnsUnder(cell.row(), cell.column() - 1L, 3, cell.row()));
    for (int row : new int[] {cell.row() - 1, cell.row() + 1}) {
      if (hasRow(row)) {
        near.addAll(columnsUnder(cell.row(), cell.column(), 1, row));
      }
    }
    near.remove(cell);
    return List.copyOf(near);
  }

  /** The cells of another row that share some longitudes with columns of one. */
  List<GridCell> columnsUnder(int row, long firstColumn, int count, int otherRow) {
    long own = columns(row);
    long columns = columns(otherRow);
    return between(
        otherRow,
        Math.floorDiv(firstColumn * columns, own),
        Math.ceilDiv((firstColumn + count) * columns, own) - 1);
  }

  /** Cells of a row from one column to another, counted on past the meridian of 180 degrees. */
  List<GridCell> between(int row, long first, long last) {
    int columns = columns(row);
    long end = Math.min(last, first + columns - 1);
    List<GridCell> cells = new ArrayList<>();
    for (long column = first; column <= end; column++) {
      cells.add(new GridCell(row, (int) Math.floorMod(column, (long) columns)));
    }
    return cells;
  }

  /** Western edge, degrees; exact to the nearest billionth. */
  public double west(GridCell cell) {
    return meridian(cell.row(), cell.column());
  }

  /** Eastern edge, degrees; exact to the nearest billionth. */
  public double east(GridCell cell) {
    return meridian(cell.row(), cell.column() + 1);
  }

  /** Southern edge, degrees. */
  public double south(GridCell cell) {
    return (double) cell.row() / rowsPerDegree;
  }

  /** Northern edge, degrees. */
  public double north(GridCell cell) {
    return (double) (cell.row() + 1) / rowsPerDegree;
  }

  private double meridian(int row, int column) {
    BigDecimal nanodegrees =
        BigDecimal.valueOf(column)
            .multiply(BigDecimal.valueOf(FULL_TURN))
            .divide(BigDecimal.valueOf(columns(row)), 0, RoundingMode.HALF_EVEN);
    return (double) (nanodegrees.longValueExact() - HALF_TURN) / DEGREE;
  }

  /** The middle of a cell; of the cap round a pole the pole. */
  public Position middle(GridCell cell) {
    if (columns(cell.row()) == 1) {
      return Position.ofDegrees(0, cell.row() < 0 ? -QUADRANT : QUADRANT);
    }
    return Position.ofDegrees(
        west(cell) + (east(cell) - west(cell)) / 2, south(cell) + 0.5 / rowsPerDegree);
  }

  /** Corners round a cell, joined by geodesics; see {@link #bulgeMetres}. */
  public List<Position> outline(GridCell cell) {
    double west = west(cell);
    double width = east(cell) - west;
    int chords = chords(cell.row());
    List<Position> corners = new ArrayList<>();
    if (columns(cell.row()) == 1) {
      double latitude = cell.row() < 0 ? north(cell) : south(cell);
      for (int i = 0; i < chords; i++) {
        corners.add(Position.ofDegrees(west + width * i / chords, latitude));
      }
      return corners;
    }
    for (int i = 0; i <= chords; i++) {
      corners.add(Position.ofDegrees(west + width * i / chords, south(cell)));
    }
    for (int i = chords; i >= 0; i--) {
      corners.add(Position.ofDegrees(west + width * i / chords, north(cell)));
    }
    return corners;
  }

  private int chords(int row) {
    return Math.max(1, Math.ceilDiv(360 / WIDEST_CHORD_DEGREES, columns(row)));
  }

  /**
   * No point of a row's parallels lies farther than this from the geodesics of its outlines: a
   * parallel bends away from the geodesic between two of its points, by 3 cm in 1 km at 52 degrees.
   */
  double bulgeMetres(int row) {
    double halfChord = StrictMath.PI / columns(row) / chords(row);
    double towardsEquator = (double) (row < 0 ? -1 - row : row) / rowsPerDegree;
    double radius = parallelMetres(towardsEquator) / (2 * StrictMath.PI);
    // On a sphere the sagitta is r·sin(latitude)·a²/2 of half the chord's angle a, less terms in
    // a⁴; a hundredth more covers the ellipsoid, a millimetre the steps of a position.
    return 1.01 * radius * halfChord * halfChord / 2 + 0.001;
  }

  /** The point of a cell that is nearest to a position; itself from within. */
  public Nearest nearest(GridCell cell, Position position) {
    double latitude = Math.clamp(position.latitude(), south(cell), north(cell));
    if (isBetweenMeridians(cell, position)) {
      Position at = Position.ofDegrees(position.longitude(), latitude);
      // The shortest way to a parallel is along the meridian.
      return new Nearest(Geodesics.distanceMetres(position, at), at);
    }
    Nearest west = edge(west(cell), cell).nearest(position);
    Nearest east = edge(east(cell), cell).nearest(position);
    return east.metres() < west.metres() ? east : west;
  }

  private Segment edge(double longitude, GridCell cell) {
    return new Segment(
        Position.ofDegrees(longitude, south(cell)), Position.ofDegrees(longitude, north(cell)));
  }
}
