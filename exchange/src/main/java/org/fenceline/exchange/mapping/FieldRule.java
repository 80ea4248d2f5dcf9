package org.fenceline.exchange.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.json.RecordShape;
import org.fenceline.exchange.feature.Feature;

/**
 * How one member of a body comes out of a row.
 *
 * @param constant the member itself, the same in every row
 * @param otherwise the member of rows whose word is not translated, or whose cell is empty
 * @param written the rest, as it stands in the file
 */
record FieldRule(Optional<Json> constant, Optional<Json> otherwise, Written written) {
  private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)\\}");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("m", BigDecimal.ONE),
          Map.entry("cm", new BigDecimal("0.01")),
          Map.entry("mm", new BigDecimal("0.001")),
          Map.entry("km", new BigDecimal("1000")),
          Map.entry("ft", new BigDecimal("0.3048")),
          Map.entry("yd", new BigDecimal("0.9144")),
          Map.entry("m2", BigDecimal.ONE),
          Map.entry("ha", new BigDecimal("10000")),
          Map.entry("km2", new BigDecimal("1000000")),
          Map.entry("dunam", new BigDecimal("1000")),
          Map.entry("acre", new BigDecimal("4046.8564224")));

  /** What a cell is to become. */
  public enum As {
    /** Text, as it stands. */
    TEXT,
    /** A whole number. */
    WHOLE,
    /** A number with digits after its point. */
    DECIMAL,
    /** A short name: what cannot stand in one becomes a dash. */
    NAME
  }

  /**
   * The part of a rule that is made of words.
   *
   * @param column the column that is read
   * @param text columns within a text, such as {@code {sheet}-{number}}
   * @param named a name made of this word and the row's own id
   * @param remove characters that are taken out first
   * @param values what each word becomes
   * @param as what the cell becomes
   * @param unit in which it is measured
   */
  @Meaning("How one member comes out of a row.")
  public record Written(
      Optional<String> column,
      Optional<String> text,
      Optional<String> named,
      Optional<String> remove,
      Optional<Json.Obj> values,
      Optional<As> as,
      Optional<String> unit) {
    static final Written NOTHING =
        new Written(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** Reads a rule: a column's name alone, or an object. */
  static Optional<FieldRule> read(String member, Json json, List<Problem> problems) {
    String path = "fields." + member;
    if (!(json instanceof Json.Obj object)) {
      Json.Obj column = Json.object().put("column", plain(json)).build();
      return read(member, column, problems);
    }
    SequencedMap<String, Json> words = new LinkedHashMap<>(object.members());
    Optional<Json> constant = Optional.ofNullable(words.remove("value"));
    Optional<Json> otherwise = Optional.ofNullable(words.remove("otherwise"));
    Optional<Written> written =
        RecordShape.of(Written.class).read(new Json.Obj(words), path, problems);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    FieldRule rule = new FieldRule(constant, otherwise, written.get());
    int before = problems.size();
    if (rule.sources() != 1) {
      problems.add(
          problem(path, "names no source or several", "write one of column, text, named, value"));
    }
    written
        .get()
        .unit()
        .filter(unit -> !UNITS.containsKey(unit))
        .ifPresent(unit ->
            problems.add(
                problem(
                    path + ".unit",
                    "\"" + unit + "\" is no unit that is known",
                    "write one of "
                        + String.join(", ", UNITS.keySet().stream().sorted().toList()))));
    return problems.size() == before ? Optional.of(rule) : Optional.empty();
  }

  private long sources() {
    return List.of(constant, written.column(), written.text(), written.named()).stream()
        .filter(Optional::isPresent)
        .count();
  }

  private static Problem problem(String path, String message, String mend) {
    return new Problem("import.mapping", Place.ofField(path), message, mend);
  }

  /** The columns that it reads. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(written.column().stream().toList());
    written.text().ifPresent(text -> columns.addAll(columns(text)));
    return columns;
  }

  /** The columns named within a text. */
  static List<String> columns(String text) {
    return HOLE.matcher(text).results().map(hole -> hole.group(1)).toList();
  }

  /** A text with the cells of a row in its holes; empty when all of them are. */
  static Optional<String> filled(String text, Feature row) {
    Matcher holes = HOLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    boolean any = columns(text).isEmpty();
    while (holes.find()) {
      Optional<String> cell = row.text(holes.group(1));
      any |= cell.isPresent();
      holes.appendReplacement(filled, Matcher.quoteReplacement(cell.orElse("")));
    }
    holes.appendTail(filled);
    return any ? Optional.of(filled.toString()) : Optional.empty();
  }

  /**
   * The member of a row; empty when the cell is.
   *
   * @param id the row's own id, as names are made of it
   */
  Optional<Json> of(Feature row, String id, boolean decimalComma) throws RowProblem {
    if (constant.isPresent()) {
      return constant;
    }
    if (written.named().isPresent()) {
      return Optional.of(Json.of(written.named().get() + "-" + id));
    }
    Optional<String> cell =
        written.column().isPresent()
            ? row.text(written.column().get())
            : written.text().flatMap(text -> filled(text, row));
    cell = cell.map(text -> without(text, written.remove().orElse("")));
    if (written.values().isPresent()) {
      return translated(cell.orElse(""), written.values().get());
    }
    return cell.isEmpty() ? otherwise : Optional.of(read(cell.get(), decimalComma));
  }

  private Optional<Json> translated(String word, Json.Obj values) throws RowProblem {
    Optional<Json> value = values.get(word).or(() -> otherwise);
    if (value.isEmpty() && !word.isEmpty()) {
      throw new RowProblem(
          "import.word",
          source(),
          "\"" + word + "\" has no translation",
          "add it under values; known are " + String.join(", ", values.members().keySet()));
    }
    return value;
  }

  /** A text without certain characters. */
  static String without(String text, String gone) {
    StringBuilder kept = new StringBuilder();
    text.chars().filter(c -> gone.indexOf(c) < 0).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private Json read(String cell, boolean decimalComma) throws RowProblem {
    As as = written.as().orElse(written.unit().isPresent() ? As.DECIMAL : As.TEXT);
    return switch (as) {
      case TEXT -> Json.of(cell);
      case NAME -> Json.of(name(cell));
      case WHOLE -> {
        if (!WHOLE.matcher(cell).matches() || Math.abs(Long.parseLong(cell)) > Json.MAX_INTEGER) {
          throw new RowProblem(
              "import.number",
              source(),
              "\"" + cell + "\" is not a whole number",
              "if a sign stands between its thousands, write remove: \",\" in the mapping");
        }
        yield Json.of(Long.parseLong(cell));
      }
      case DECIMAL -> {
        BigDecimal factor = written.unit().map(UNITS::get).orElse(BigDecimal.ONE);
        BigDecimal number = decimal(source(), cell, decimalComma).multiply(factor);
        yield Json.of(number.stripTrailingZeros().toPlainString());
      }
    };
  }

  private String source() {
    return written.column().or(written::text).orElse("");
  }

  /** A decimal number as the mapping says that numbers are written. */
  static BigDecimal decimal(String column, String cell, boolean decimalComma) throws RowProblem {
    String plain = decimalComma ? cell.replace(".", "x").replace(',', '.') : cell;
    try {
      return org.fenceline.exchange.feature.Drawn.ordinate(plain);
    } catch (IllegalArgumentException e) {
      String sign = decimalComma ? "." : ",";
      throw new RowProblem(
          "import.number",
          column,
          "\"" + cell + "\" is not a number",
          cell.matches("[+-]?\\d+,\\d+")
              ? "if its comma stands before the fraction, write decimal: \",\" in the mapping"
              : cell.contains(sign) ? "write it without the \"" + sign + "\"" : "");
    }
  }

  private static String name(String cell) {
    String dashed = cell.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[._-]+|-+$", "");
    return dashed.length() > 64 ? dashed.substring(0, 64) : dashed;
  }

  /** A plain word of YAML as text. */
  static String plain(Json json) {
    return switch (json) {
      case Json.Str text -> text.text();
      case Json.Int number -> Long.toString(number.number());
      case Json.Bool bool -> Boolean.toString(bool.value());
      case Json.Dec decimal -> decimal.number().toPlainString();
      case Json.Null _ -> "";
      case Json.Obj _, Json.Arr _ -> json.typeName().toLowerCase(Locale.ROOT);
    };
  }
}
