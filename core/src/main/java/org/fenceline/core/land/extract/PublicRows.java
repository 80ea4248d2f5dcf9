package org.fenceline.core.land.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Geometry.Coordinate;
import org.fenceline.core.land.check.Danger;
import org.fenceline.core.land.check.PublicFacts;
import org.fenceline.core.land.check.SurveyedGround;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.grid.Grid;
import org.fenceline.core.land.grid.GridCell;
import org.fenceline.core.land.grid.PublicLayer;
import org.fenceline.core.land.place.Places;

/**
 * Rows for everybody: the cells of the public layer, and the public hazards and releases that it
 * shows as they are. Of concealed hazards nothing comes in here but through the layer's cells.
 */
public final class PublicRows {
  private final boolean exercise;
  private final Map<String, Integer> named = new HashMap<>();
  private final List<Filling> rows = new ArrayList<>();

  private PublicRows(boolean exercise) {
    this.exercise = exercise;
  }

  /**
   * Makes rows.
   *
   * @param facts what the layer is made of; only what is public of it is read here
   * @param layer the layer made of these facts
   * @param exercise whether the register's records are invented
   */
  public static List<Row> of(PublicFacts facts, PublicLayer layer, boolean exercise) {
    PublicRows making = new PublicRows(exercise);
    layer.cells().forEach(making::cell);
    facts.open().stream()
        .filter(danger -> !danger.footprint().isNowhere())
        .forEach(danger -> making.hazard(danger, layer.marginMetres()));
    facts.released().forEach(making::release);
    return making.rows.stream().map(Filling::row).toList();
  }

  private void cell(GridCell cell) {
    List<Coordinate> corners = new ArrayList<>(coordinates(Grid.PUBLIC.outline(cell)));
    corners.add(corners.getFirst());
    Filling filling =
        new Filling(
            Layer.SHOWN_CELLS,
            "cell-" + cell.row() + "-" + cell.column(),
            Optional.of(Geometry.of(Geometry.Type.POLYGON, List.of(List.of(corners)))));
    rows.add(filling);
    filling
        .flag("exercise", exercise)
        .put("says", "shown as dangerous")
        .put("disclosure", "public")
        .whole("grid_row", cell.row())
        .whole("grid_column", cell.column());
  }

  private void hazard(Danger danger, double marginMetres) {
    Geometry place =
        recorded(danger.entry().body())
            .filter(known -> Places.footprint(known).equals(danger.footprint()))
            .orElseGet(() -> drawn(danger.footprint()));
    row(Layer.PUBLIC_HAZARDS, danger.entry(), Optional.of(place))
        .put("name", danger.name())
        .put("hazard_kind", word(danger.kind()))
        .decimal("accuracy_m", metres(danger.accuracyMetres()))
        .decimal("margin_m", metres(marginMetres));
  }

  private void release(SurveyedGround ground) {
    Geometry place =
        ground
            .part()
            .place()
            .filter(known -> Places.areas(known).equals(ground.areas()))
            .orElseGet(() -> drawn(Footprint.of(ground.areas())));
    row(Layer.PUBLIC_RELEASES, ground.entry(), Optional.of(place))
        .put("name", ground.release().release())
        .decimal("accuracy_m", metres(ground.accuracyMetres()))
        .flag("doubted", !ground.doubts().isEmpty());
  }

  private Filling row(Layer layer, Logged entry, Optional<Geometry> place) {
    String id = entry.id() + "/" + entry.contentHash().hex().substring(0, 16);
    int number = named.merge(layer.word() + id, 1, Integer::sum);
    Filling filling = new Filling(layer, number == 1 ? id : id + "/" + number, place);
    rows.add(filling);
    return filling
        .flag("exercise", exercise)
        .put("on", entry.on())
        .put("entry", entry.id())
        .put("content_hash", entry.contentHash().hex())
        .put("disclosure", "public")
        .put("endorsement", "proven");
  }

  private static Optional<BigDecimal> metres(double metres) {
    BigDecimal number = new BigDecimal(Double.toString(metres)).stripTrailingZeros();
    return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
  }

  private static String word(Danger.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The place as it was recorded, to keep its digits. */
  private static Optional<Geometry> recorded(Body body) {
    return switch (body) {
      case HazardousArea area -> area.place();
      case DeviceFound device -> device.place();
      case Accident accident -> accident.place();
      case FindReport report -> report.place();
      default -> Optional.empty();
    };
  }

  /** What releases left, as a geometry; of one kind, because every record is. */
  private static Geometry drawn(Footprint footprint) {
    if (!footprint.areas().isEmpty()) {
      List<List<List<Coordinate>>> parts =
          footprint.areas().stream().map(PublicRows::rings).toList();
      return Geometry.of(
          parts.size() == 1 ? Geometry.Type.POLYGON : Geometry.Type.MULTIPOLYGON, parts);
    }
    if (!footprint.lines().isEmpty()) {
      return Geometry.of(
          Geometry.Type.MULTILINESTRING,
          footprint.lines().stream()
              .map(line -> List.of(coordinates(List.of(line.from(), line.to()))))
              .toList());
    }
    List<List<List<Coordinate>>> places =
        footprint.places().stream().map(place -> List.of(coordinates(List.of(place)))).toList();
    return Geometry.of(places.size() == 1 ? Geometry.Type.POINT : Geometry.Type.MULTIPOINT, places);
  }

  private static List<List<Coordinate>> rings(Perimeter area) {
    List<List<Coordinate>> rings = new ArrayList<>();
    rings.add(ring(area.outer()));
    area.holes().forEach(hole -> rings.add(ring(hole)));
    return rings;
  }

  private static List<Coordinate> ring(Ring ring) {
    return coordinates(Ring.through(ring.corners()).drawn());
  }

  private static List<Coordinate> coordinates(List<Position> positions) {
    return positions.stream()
        .map(position ->
            new Coordinate(
                new BigDecimal(position.longitudeText()), new BigDecimal(position.latitudeText())))
        .toList();
  }
}
