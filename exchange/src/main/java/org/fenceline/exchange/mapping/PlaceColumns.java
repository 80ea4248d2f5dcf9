package org.fenceline.exchange.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.position.PositionText;

/**
 * Columns that say where a row is, in a file whose format has no shapes. All of them empty is a
 * record that needs a location.
 *
 * @param longitude column of the longitude
 * @param latitude column of the latitude
 * @param position column of both, in any notation
 * @param easting column of metres east
 * @param northing column of metres north
 * @param zone the grid of both, such as {@code UTM 34 north}; the mapping's crs unless said
 * @param wkt column of a geometry as Well-Known Text, longitude and latitude
 */
@Meaning("Columns that say where a row is.")
public record PlaceColumns(
    Optional<String> longitude,
    Optional<String> latitude,
    Optional<String> position,
    Optional<String> easting,
    Optional<String> northing,
    Optional<String> zone,
    Optional<String> wkt) {

  /**
   * The signs after which a number is written in degrees, minutes and seconds, or with a letter.
   */
  private static final String PLAIN = "[+-]?[0-9.,]+";

  void check(List<Problem> problems) {
    if (!(isPair(longitude, latitude) && isPair(easting, northing))
        || Stream.of(longitude, position, easting, wkt).filter(Optional::isPresent).count() != 1) {
      problems.add(
          new Problem(
              "import.mapping",
              Place.ofField("place"),
              "names no columns or too many",
              "write longitude and latitude, easting and northing, position, or wkt"));
    }
  }

  private static boolean isPair(Optional<String> one, Optional<String> other) {
    return one.isPresent() == other.isPresent();
  }

  List<String> columns() {
    return Stream.of(longitude, latitude, position, easting, northing, wkt)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Where a row is: in degrees of WGS 84, or in metres of the mapping's reference system. */
  sealed interface Found {
    /** Degrees. */
    record Degrees(Geometry geometry) implements Found {}

    /** As drawn. */
    record Metres(Drawn drawn) implements Found {}
  }

  /** Where a row is; empty when all of its cells are. */
  Optional<Found> of(Feature row, boolean decimalComma) throws RowProblem {
    List<String> cells = columns().stream().flatMap(column -> row.text(column).stream()).toList();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    if (cells.size() < columns().size()) {
      throw new RowProblem(
          "import.place",
          String.join(", ", columns()),
          "has half a position: " + String.join(" ", cells),
          "fill or empty both cells");
    }
    try {
      return Optional.of(read(cells, decimalComma));
    } catch (IllegalArgumentException e) {
      throw new RowProblem(
          "import.place", String.join(", ", columns()), String.valueOf(e.getMessage()), "");
    } catch (MalformedInput e) {
      Problem first = e.problems().getFirst();
      throw new RowProblem(
          first.code(), String.join(", ", columns()), first.message(), first.mend());
    }
  }

  private Found read(List<String> cells, boolean decimalComma) throws RowProblem, MalformedInput {
    if (wkt.isPresent()) {
      return new Found.Degrees(Geometry.parse(cells.getFirst()));
    }
    if (position.isPresent()) {
      return text(bare(cells.getFirst()));
    }
    if (easting.isPresent()) {
      String east = FieldRule.decimal(easting.get(), cells.get(0), decimalComma).toPlainString();
      String north = FieldRule.decimal("northing", cells.get(1), decimalComma).toPlainString();
      return zone.isPresent()
          ? text(zone.get() + " " + east + " " + north)
          : new Found.Metres(Drawn.point(Drawn.ordinate(east), Drawn.ordinate(north)));
    }
    if (cells.stream().allMatch(cell -> cell.matches(PLAIN))) {
      return new Found.Degrees(
          Geometry.point(
              FieldRule.decimal(longitude.orElse(""), cells.get(0), decimalComma),
              FieldRule.decimal(latitude.orElse(""), cells.get(1), decimalComma)));
    }
    return text(cells.get(1) + " " + cells.get(0));
  }

  private static String bare(String cell) {
    return cell.startsWith("(") && cell.endsWith(")") ? cell.substring(1, cell.length() - 1) : cell;
  }

  private static Found text(String text) throws MalformedInput {
    Position read = PositionText.read(text).position();
    return new Found.Degrees(
        Geometry.parse("POINT (" + read.longitudeText() + " " + read.latitudeText() + ")"));
  }
}
