package org.fenceline.core.land.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fenceline.core.entry.value.Disclosure;

/**
 * What the rows of an extract are of. Names of layers and columns are what others' programs hang
 * on: they are added to and never changed.
 */
public enum Layer {
  /** Records of minefields: the perimeter, else the ground between the turning points. */
  MINEFIELDS(
      Disclosure.RESTRICTED,
      Shape.ANY,
      Look.DANGER,
      Column.texts("name", "sector", "drawn_from", "laying_method", "warning", "recorded_by_unit"),
      Column.decimals("accuracy_m", "stated_area_m2"),
      Column.wholes("mines_laid", "signs"),
      Column.flags("perimeter_marked", "fenced", "monitored")),
  /** Reference points and turning points of minefield records. */
  MINEFIELD_POINTS(
      Disclosure.RESTRICTED,
      Shape.POINT,
      Look.DANGER,
      Column.texts("name", "field", "role", "as_read", "description"),
      Column.decimals("accuracy_m")),
  /** Suspected and confirmed hazardous areas. */
  HAZARDOUS_AREAS(
      Disclosure.RESTRICTED,
      Shape.ANY,
      Look.DANGER,
      Column.texts(
          "name", "title", "hazard_kind", "status", "categories", "evidence", "evidence_text"),
      Column.decimals("accuracy_m", "stated_area_m2"),
      Column.wholes("signs"),
      Column.flags("perimeter_marked", "fenced", "monitored")),
  /** Ground inside which nothing is safe until it was surveyed. */
  AREAS_OF_CONCERN(Disclosure.RESTRICTED, Shape.ANY, Look.CAUTION, Column.texts("name")),
  /** Parts of releases, a row each. */
  RELEASES(
      Disclosure.RESTRICTED,
      Shape.ANY,
      Look.RELEASED,
      Column.texts("name", "area", "task", "release_kind", "method"),
      Column.decimals("accuracy_m", "stated_area_m2", "depth_m"),
      Column.wholes("part")),
  /** Tasks, drawn where their area is. */
  TASKS(
      Disclosure.RESTRICTED,
      Shape.ANY,
      Look.WORK,
      Column.texts("name", "area", "team", "from_day", "until_day")),
  /** Mines and other devices that were found. */
  DEVICES(
      Disclosure.RESTRICTED,
      Shape.POINT,
      Look.DANGER,
      Column.texts("name", "area", "category", "model", "condition", "disposal"),
      Column.decimals("accuracy_m", "depth_m")),
  /** Accidents; people as sums. */
  ACCIDENTS(
      Disclosure.RESTRICTED,
      Shape.POINT,
      Look.DANGER,
      Column.texts("name", "area", "category", "activity"),
      Column.decimals("accuracy_m"),
      Column.wholes("killed", "injured"),
      Column.flags("demining")),
  /** Inspections of marking, drawn where their area is. */
  MARKING_INSPECTIONS(
      Disclosure.RESTRICTED,
      Shape.ANY,
      Look.WORK,
      Column.texts("area", "note"),
      Column.wholes("signs", "signs_missing"),
      Column.flags("perimeter_marked", "fenced", "fence_broken", "mended")),
  /** What anybody reported to have seen. */
  FIND_REPORTS(
      Disclosure.RESTRICTED,
      Shape.POINT,
      Look.CAUTION,
      Column.texts("name", "place_name", "text", "decided"),
      Column.decimals("accuracy_m")),
  /** Sessions of risk education. */
  RISK_EDUCATION(
      Disclosure.RESTRICTED,
      Shape.ANY,
      Look.WORK,
      Column.texts("name", "place_name", "organisation", "method"),
      Column.wholes("reached")),
  /** Cells of the public grid that are shown as dangerous. */
  SHOWN_CELLS(
      Disclosure.PUBLIC,
      Shape.AREA,
      Look.DANGER,
      Column.texts("says"),
      Column.wholes("grid_row", "grid_column")),
  /** Hazards that are public, less what public releases took out of them. */
  PUBLIC_HAZARDS(
      Disclosure.PUBLIC,
      Shape.ANY,
      Look.DANGER,
      Column.texts("name", "hazard_kind"),
      Column.decimals("accuracy_m", "margin_m")),
  /** Ground of endorsed public releases. */
  PUBLIC_RELEASES(
      Disclosure.PUBLIC,
      Shape.ANY,
      Look.RELEASED,
      Column.texts("name"),
      Column.decimals("accuracy_m"),
      Column.flags("doubted"));

  /** What the shapes of a layer are. */
  public enum Shape {
    POINT,
    AREA,
    /** Points, lines or areas, as they were recorded. */
    ANY
  }

  /** How a layer is drawn. No look says that ground is safe. */
  public enum Look {
    DANGER,
    CAUTION,
    /** Released by somebody; never green. */
    RELEASED,
    WORK
  }

  private final Disclosure disclosure;
  private final Shape shape;
  private final Look look;

  @SuppressWarnings("ImmutableEnumChecker") // an unchangeable copy of records
  private final List<Column> columns;

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  Layer(Disclosure disclosure, Shape shape, Look look, List<Column>... own) {
    this.disclosure = disclosure;
    this.shape = shape;
    this.look = look;
    List<Column> all = new ArrayList<>(Column.flags("exercise"));
    for (List<Column> some : own) {
      all.addAll(some);
    }
    all.addAll(Column.texts("on", "entry", "content_hash", "disclosure", "endorsement"));
    if (disclosure == Disclosure.RESTRICTED) {
      all.addAll(Column.texts("counts", "recorded_at"));
    }
    this.columns = List.copyOf(all);
  }

  /** The layer's name, as files have it: {@code shown_cells}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The layer of a name. */
  public static Optional<Layer> find(String word) {
    for (Layer layer : values()) {
      if (layer.word().equals(word)) {
        return Optional.of(layer);
      }
    }
    return Optional.empty();
  }

  /** The layers of an extract of a level, in the order in which files have them. */
  public static List<Layer> of(Disclosure level) {
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : values()) {
      if (layer.disclosure == level) {
        layers.add(layer);
      }
    }
    return layers;
  }

  public Shape shape() {
    return shape;
  }

  public Look look() {
    return look;
  }

  /** Its columns, besides the id and the shape that every row has. */
  public List<Column> columns() {
    return columns;
  }

  Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
