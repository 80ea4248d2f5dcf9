package org.fenceline.core.land.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.body.SnapshotPublished.Change;
import org.fenceline.core.entry.body.SnapshotPublished.What;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;

/**
 * docs/formats/snapshot-vectors.json, which was made by another program (Python) from the
 * specification beside it: canonical rows and digests come out as it says.
 */
class SnapshotVectorsTest {

  private static Json.Obj vectors() throws Exception {
    return (Json.Obj)
        JsonReader.readValue(
            Files.readString(ProjectFiles.of("docs/formats/snapshot-vectors.json")));
  }

  private static String text(Json.Obj object, String member) {
    return ((Json.Str) object.get(member).orElseThrow()).text();
  }

  private static List<Json.Obj> objects(Json.Obj object, String member) {
    return ((Json.Arr) object.get(member).orElseThrow())
        .items().stream().map(Json.Obj.class::cast).toList();
  }

  private static StoredRow row(Json.Obj vector) {
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    Json.Obj given = (Json.Obj) vector.get("values").orElseThrow();
    given
        .members()
        .forEach((column, value) ->
            values.put(
                column,
                switch (value) {
                  case Json.Str text -> text.text();
                  case Json.Int whole -> whole.number();
                  case Json.Obj number -> Double.valueOf(text(number, "double"));
                  default -> throw new AssertionError(value.toString());
                }));
    return new StoredRow(
        Layer.find(text(vector, "layer")).orElseThrow(),
        text(vector, "id"),
        Optional.of(text(vector, "wkt"))
            .filter(wkt -> !wkt.isEmpty())
            .map(wkt -> Figure.of(Geometry.parse(wkt))),
        values);
  }

  @Test
  void rowsAndTheirDigestsAreThoseOfTheVectors() throws Exception {
    List<StoredRow> rows = new ArrayList<>();
    for (Json.Obj vector : objects(vectors(), "rows")) {
      StoredRow row = row(vector);
      rows.add(row);
      assertThat(row.canonical()).isEqualTo(text(vector, "canonical"));
      assertThat(row.sha256().hex()).isEqualTo(text(vector, "sha256"));
    }
    assertThat(rows).hasSize(6);
    assertThat(RowList.rowsSha256(rows).hex()).isEqualTo(text(vectors(), "rowsSha256"));
    assertThat(RowList.rowsSha256(rows.reversed()).hex()).isEqualTo(text(vectors(), "rowsSha256"));
    assertThat(RowList.of(rows).sha256().hex()).isEqualTo(text(vectors(), "listSha256"));
  }

  @Test
  void theDigestOfChangesIsThatOfTheVectors() throws Exception {
    List<Change> changes =
        objects(vectors(), "changes").stream()
            .map(change ->
                new Change(
                    What.valueOf(text(change, "change").toUpperCase(java.util.Locale.ROOT)),
                    new Name(text(change, "layer")),
                    text(change, "id")))
            .toList();
    assertThat(RowList.changesSha256(changes).hex()).isEqualTo(text(vectors(), "changesSha256"));
  }

  @Test
  void whatIsOfAnotherTypeEqualsNothingThatIsWritten() {
    for (Object amiss : List.of("5.5", 5.25, true, Long.MAX_VALUE)) {
      assertThat(with("accuracy_m", amiss)).isNotEqualTo(with("accuracy_m", 5.5));
    }
    assertThat(with("name", 7L)).isNotEqualTo(with("name", "7"));
    assertThat(with("exercise", 2L)).isNotEqualTo(with("exercise", 1L));
    assertThat(with("name", "")).isEqualTo(with("not_a_column", "x"));
    StoredRow empty =
        new StoredRow(Layer.DEVICES, "x", Optional.of(Figure.UNREADABLE), new LinkedHashMap<>());
    assertThat(empty.canonical()).isNotEqualTo(with("not_a_column", "x"));
  }

  private static String with(String column, Object value) {
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    values.put(column, value);
    return new StoredRow(Layer.DEVICES, "x", Optional.empty(), values).canonical();
  }

  @Test
  void changesAreWhatIsNotAsItWas() {
    Sha256 one = Sha256.of(new byte[1]);
    Sha256 two = Sha256.of(new byte[2]);
    RowList before =
        new RowList(
            List.of(
                new RowList.Item("tasks", "same", one),
                new RowList.Item("tasks", "gone", one),
                new RowList.Item("devices", "other", one)));
    RowList after =
        new RowList(
            List.of(
                new RowList.Item("devices", "other", two),
                new RowList.Item("tasks", "same", one),
                new RowList.Item("accidents", "new", one)));
    assertThat(after.since(before))
        .containsExactly(
            new Change(What.ADDED, new Name("accidents"), "new"),
            new Change(What.CHANGED, new Name("devices"), "other"),
            new Change(What.REMOVED, new Name("tasks"), "gone"));
    assertThat(after.since(after)).isEmpty();
  }
}
