package org.fenceline.exchange.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenceline.core.entry.Citation;
import org.fenceline.core.entry.json.CanonicalJson;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.exchange.feature.Feature;

/**
 * Names of rows: by their own key, or by their canonical content and their ordinal among equal
 * rows, so that two people of whom a file says the same stay two.
 */
final class Identity {
  private final Name dataSet;
  private final List<String> key;
  private final Map<String, Integer> equalRows = new HashMap<>();
  private final Map<String, Feature.Spot> keys = new HashMap<>();

  /**
   * A row's name.
   *
   * @param id the entry's id
   * @param citation the row, as its entry cites it; the same however the file is sorted
   * @param word the row's own part of names that are made for it
   */
  record Named(EntryId id, Citation citation, String word) {}

  Identity(Name dataSet, List<String> key) {
    this.dataSet = dataSet;
    this.key = key;
  }

  Named of(Feature row) throws RowProblem {
    return key.isEmpty() ? byContent(row) : byKey(row);
  }

  private Named byKey(Feature row) throws RowProblem {
    // A keyed row is not named by its content, but what no entry may hold is refused here as well.
    canonical(row);
    StringBuilder own = new StringBuilder();
    for (String column : key) {
      own.append(own.isEmpty() ? "" : "\u001f");
      own.append(
          row.text(column)
              .orElseThrow(() ->
                  new RowProblem(
                      "import.key",
                      column,
                      "the row has no key",
                      "fill the cell, or write a mapping without a key")));
    }
    Feature.Spot earlier = keys.putIfAbsent(own.toString(), row.spot());
    if (earlier != null) {
      throw new RowProblem(
          "import.key",
          String.join(", ", key),
          "\"" + own + "\" names the row at " + earlier.column("") + " too",
          "add a column to the key, or write a mapping without one");
    }
    return named(own.toString(), 0, own.toString().replace('\u001f', ' '));
  }

  private Named byContent(Feature row) throws RowProblem {
    String canonical = canonical(row);
    Sha256 digest = Sha256.of(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    int ordinal = equalRows.merge(digest.hex(), 1, Integer::sum) - 1;
    String cited = "sha256:" + digest.hex().substring(0, 16);
    return named(canonical, ordinal, ordinal == 0 ? cited : cited + " #" + (ordinal + 1));
  }

  private static String canonical(Feature row) throws RowProblem {
    Json.Builder texts = Json.object();
    row.texts().forEach(texts::put);
    Json.Builder content =
        Json.object().put("layer", row.spot().layer()).put("texts", texts.build());
    row.shape().ifPresent(shape -> content.put("shape", shape.toString()));
    try {
      return CanonicalJson.ofEntry(content.build());
    } catch (IllegalArgumentException e) {
      throw new RowProblem("import.text", "", String.valueOf(e.getMessage()), "");
    }
  }

  private Named named(String own, int ordinal, String cited) {
    EntryId id = EntryId.ofRow(dataSet.text(), own, ordinal);
    // The first 48 bits are part of a digest.
    String word = id.toString().replace("-", "").substring(0, 12);
    return new Named(id, new Citation(dataSet.text(), "row " + cited), word);
  }
}
