package org.fenceline.exchange.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonWriter;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;

/**
 * A first guess at a mapping, for a person to edit: every column with some of what it holds. What
 * matters for safety is not guessed: a status stands open until somebody translates the words.
 */
public final class Suggestion implements FeatureFile.FeatureTaker {
  private static final int MOST_SAMPLES = 8;
  private static final int LONGEST_SAMPLE = 40;
  private static final List<String> LONGITUDES = List.of("longitude", "lon", "lng", "long", "x");
  private static final List<String> LATITUDES = List.of("latitude", "lat", "y");

  private final SequencedMap<String, Set<String>> samples = new LinkedHashMap<>();
  private final Map<String, Set<String>> seen = new LinkedHashMap<>();
  private final Set<String> repeated = new TreeSet<>();
  private final Set<String> layers = new LinkedHashSet<>();
  private final Set<String> shapes = new TreeSet<>();
  private final Set<String> systems = new TreeSet<>();
  private final String name;
  private boolean unknownSystem;
  private long rows;
  private long withoutShape;

  /** A guess at a file, by its name without the ending. */
  public Suggestion(String name) {
    this.name = name;
  }

  @Override
  public void take(Feature feature) {
    rows++;
    if (!feature.spot().layer().isEmpty()) {
      layers.add(feature.spot().layer());
    }
    feature
        .shape()
        .ifPresentOrElse(
            shape -> {
              shapes.add(shape.type().name());
              feature.crs().ifPresentOrElse(systems::add, () -> unknownSystem = true);
            },
            () -> withoutShape++);
    feature
        .texts()
        .forEach((column, text) -> {
          Set<String> some = samples.computeIfAbsent(column, _ -> new LinkedHashSet<>());
          if (some.size() < MOST_SAMPLES) {
            some.add(text);
          }
          if (!repeated.contains(column)
              && !seen.computeIfAbsent(column, _ -> new java.util.HashSet<>()).add(text)) {
            repeated.add(column);
            seen.remove(column);
          }
        });
  }

  /** The mapping's text, a comment on each line that a person is to decide. */
  public String yaml(List<String> guesses) {
    List<String> lines = new ArrayList<>();
    lines.add("# A first guess, to be edited: docs/formats/mapping.md says what can stand here.");
    lines.add(
        "# " + rows + " rows, " + withoutShape + " without a shape" + of(shapes, ", shapes: "));
    guesses.forEach(guess -> lines.add("# guessed: " + guess));
    lines.add(
        "kind: "
            + (shapes.contains("POLYGON") || shapes.isEmpty()
                ? "hazard"
                : "hazard # or accident, device"));
    lines.add("dataSet: " + quoted(name.replaceAll("[^\\p{L}\\p{N}._-]+", "-")));
    if (layers.size() > 1) {
      lines.add(
          "layer: " + quoted(layers.iterator().next()) + " # or " + String.join(", ", layers));
    }
    if (unknownSystem) {
      lines.add("crs: \"\" # the file does not say; ask whoever made it, such as EPSG:28992");
    }
    if (!systems.isEmpty()) {
      lines.add("# its coordinates are in " + String.join(", ", systems));
    }
    lines.add(key());
    position().ifPresent(lines::add);
    lines.add("on: {always: unknown} # or {column: ..., formats: [dd/MM/yyyy]}");
    lines.add("fields:");
    lines.add("  area: {named: " + quoted("area") + "} # or a column of short names");
    lines.add("  kind: {value: sha} # sha or cha");
    lines.add("  status: {value: open} # or {column: ..., values: {...}}");
    lines.add("# The columns, with some of what they hold:");
    samples.forEach((column, some) -> lines.add("#   " + quoted(column) + ": " + shown(some)));
    return String.join("\n", lines) + "\n";
  }

  private String key() {
    List<String> whole =
        samples.keySet().stream()
            .filter(column -> !repeated.contains(column))
            .filter(column -> seen.getOrDefault(column, Set.of()).size() == rows)
            .filter(column -> rows > 1)
            .toList();
    return whole.isEmpty()
        ? "key: [] # no column names each row once; equal rows stay apart by their count"
        : "key: ["
            + quoted(whole.getFirst())
            + "] # only if it names the same row next year"
            + (whole.size() > 1 ? "; or " + String.join(", ", whole.subList(1, whole.size())) : "");
  }

  private Optional<String> position() {
    Optional<String> longitude = like(LONGITUDES);
    Optional<String> latitude = like(LATITUDES);
    return shapes.isEmpty() && longitude.isPresent() && latitude.isPresent()
        ? Optional.of(
            "place: {longitude: "
                + quoted(longitude.get())
                + ", latitude: "
                + quoted(latitude.get())
                + "}")
        : Optional.empty();
  }

  private Optional<String> like(List<String> words) {
    return words.stream()
        .flatMap(word ->
            samples.keySet().stream()
                .filter(column -> {
                  String lower = column.toLowerCase(Locale.ROOT);
                  return word.length() > 2 ? lower.startsWith(word) : lower.equals(word);
                }))
        .findFirst();
  }

  private static String of(Set<String> words, String before) {
    return words.isEmpty() ? "" : before + String.join(", ", words);
  }

  private static String shown(Set<String> some) {
    return String.join(
        ", ",
        some.stream()
            .map(text -> text.replaceAll("\\s+", " "))
            .map(text ->
                text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "..." : text)
            .map(Suggestion::quoted)
            .toList());
  }

  private static String quoted(String text) {
    return JsonWriter.compact(Json.of(text));
  }
}
