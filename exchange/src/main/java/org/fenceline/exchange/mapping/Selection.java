package org.fenceline.exchange.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.Feature;

/** Which rows of a file a mapping is about: one file may feed several kinds of records. */
final class Selection {
  private final SequencedMap<String, List<String>> wanted = new LinkedHashMap<>();

  Selection(Mapping mapping) {
    mapping
        .where()
        .ifPresent(
            where -> where.members().forEach((column, words) -> wanted.put(column, words(words))));
  }

  static void check(Json.Obj where, List<Problem> problems) {
    where
        .members()
        .forEach((column, words) -> {
          if (words(words).isEmpty()) {
            problems.add(
                new Problem(
                    "import.mapping",
                    Place.ofField("where." + column),
                    "names no words",
                    "write a list of words, such as [\"1\", \"2\"]"));
          }
        });
  }

  Iterable<String> columns() {
    return wanted.keySet();
  }

  boolean takes(Feature feature) {
    for (Map.Entry<String, List<String>> column : wanted.entrySet()) {
      if (!column.getValue().contains(feature.text(column.getKey()).orElse(""))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(Json json) {
    return json instanceof Json.Arr list
        ? list.items().stream().map(FieldRule::plain).toList()
        : List.of(FieldRule.plain(json));
  }
}
