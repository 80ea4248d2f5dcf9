package org.fenceline.exchange.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mapped rows become, again and changed. */
class MappingImportTest {
  private static final Origin ORIGIN = new Origin("fenceline.example/test");
  private static final String HAZARD =
      """
      kind: hazard
      dataSet: set
      %s
      fields:
        area: %s
        kind: {value: sha}
        status: {column: status, values: {open: open, cleared: closed}, otherwise: open}
        title: note
      """;
  private static final String KEYLESS =
      HAZARD.formatted("place: {longitude: lon, latitude: lat}", "{named: h}");
  private static final String KEYED =
      HAZARD.formatted(
          "place: {longitude: lon, latitude: lat}\nkey: [id]", "{column: id, as: name}");

  @TempDir Path folder = Path.of("");

  private Register register() {
    return Register.create(
        folder.resolve("r.fenceline"),
        new Identity(ORIGIN, new StateCode("POL"), false, Instant.EPOCH),
        InstantSource.system(),
        new SecureRandom());
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private long add(Register register, String mapping, String rows) throws Exception {
    Path path = file("rows.csv", "id,lon,lat,status,note\n" + rows);
    Mapping read = Mapping.read(mapping);
    List<Fact> facts;
    try (Reading reading = register.read()) {
      FeatureImport features = new FeatureImport(read, false, reading::thread);
      FeatureFiles.open(path, read).read(features);
      facts = features.finish(List.of(Sha256.of(Files.readAllBytes(path)))).facts();
    }
    return switch (register.append(facts, new PersonId(ORIGIN, new Name("clerk")))) {
      case Outcome.Written written ->
          written.receipts().stream().filter(Outcome.Receipt::isNew).count();
      case Outcome.Refused refused -> throw new MalformedInput(refused.problems());
    };
  }

  @Test
  void importingAgainAddsNothingAndEqualRowsStayApart() throws Exception {
    try (Register register = register()) {
      String rows = "1,21.0,52.0,open,a\n1,21.0,52.0,open,a\n2,22.0,52.0,open,b\n";
      assertThat(add(register, KEYLESS, rows)).isEqualTo(4);
      assertThat(add(register, KEYLESS, rows)).isZero();
      // Sorted otherwise, with one row more: the rows that were there are the same ones again.
      assertThat(
              add(
                  register,
                  KEYLESS,
                  "2,22.0,52.0,open,b\n1,21.0,52.0,open,a\n3,,,open,\n1,21.0,52.0,open,a\n"))
          .isEqualTo(2);
    }
  }

  @Test
  void aKeyedRowThatChangedIsACorrection() throws Exception {
    try (Register register = register()) {
      assertThat(add(register, KEYED, "1,21.0,52.0,open,a\n")).isEqualTo(2);
      assertThat(add(register, KEYED, "1,21.0,52.1,open,a\n")).isEqualTo(2);
      assertThat(add(register, KEYED, "1,21.0,52.1,open,a\n")).isZero();
      assertThat(add(register, KEYED, "1,21.0,52.0,open,a\n")).isEqualTo(1);
      try (Reading reading = register.read()) {
        assertThat(reading.ofKind("hazard")).hasSize(3);
        assertThat(reading.ofKind("hazard").getLast().entry().fact().supersedes()).isPresent();
      }
    }
  }

  @Test
  void aMappingThatIsMendedCorrectsTheSameRows() throws Exception {
    try (Register register = register()) {
      assertThat(add(register, KEYLESS, "1,21.0,52.0,cleared,a\n")).isEqualTo(2);
      assertThat(add(register, KEYLESS.replace("closed", "open"), "1,21.0,52.0,cleared,a\n"))
          .isEqualTo(1);
      try (Reading reading = register.read()) {
        assertThat(reading.ofKind("hazard").getLast().entry().fact().supersedes()).isPresent();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,21.0,52.0,mystery,a | status: \"mystery\" has no translation",
        "1,21.0,,open,a | has half a position",
        "1,21.0,95.0,open,a | latitude 95.0 does not exist",
        "1,21.0,\"52,0\",open,a | decimal: \",\"",
        ",21.0,52.0,open,a | id: the row has no key",
        "1,21.0,52.0 | has 3 fields, the header 5"
      })
  void aRowThatCannotBeReadIsRefusedWithItsReasonAndTheOthersStay(String row, String why)
      throws Exception {
    String strict = KEYED.replace(", otherwise: open", "");
    FeatureImport.Imported imported =
        Hazards.read(
            file("rows.csv", "id,lon,lat,status,note\n" + row + "\n2,22.0,52.0,open,b\n"), strict);
    assertThat(imported.facts()).hasSize(1);
    assertThat(imported.refusedRows()).isEqualTo(1);
    assertThat(imported.refused().getFirst().toString()).contains(why).startsWith("line 2");
  }

  @Test
  void twoRowsWithOneKeyAreNotOne() throws Exception {
    FeatureImport.Imported imported =
        Hazards.read(
            file("rows.csv", "id,lon,lat,status,note\n1,21,52,open,a\n1,22,52,open,b\n"), KEYED);
    assertThat(imported.refused().getFirst().toString()).contains("names the row at line 2 too");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lon,lat | 21.0122,52.2297 | place: {longitude: lon, latitude: lat} | POINT (21.0122 52.2297)",
        "p,x | 52.2297 N 21.0122 E,1 | place: {position: p} | POINT (21.0122 52.2297)",
        "p,x | \"(4.5, -74.25)\",1 | place: {position: p} | POINT (-74.25 4.5)",
        "lat,lon | 52°13'46.92\"N,21°00'43.92\"E | place: {longitude: lon, latitude: lat} | POINT (21.0122 52.2297)",
        "e,n | 500000,5000000 | place: {easting: e, northing: n, zone: UTM 34 north} | POINT (21 45.153",
        "e,n | 500000,5000000 | place: {easting: e, northing: n}~crs: EPSG:32634 | POINT (21.000000000 45.153",
        "p,x | 34UEC0083386586,1 | place: {position: p} | POINT (21.012",
        "p,x | \"POLYGON ((1 1, 2 1, 2 2, 1 1))\",1 | place: {wkt: p} | POLYGON ((1 1, 2 1, 2 2, 1 1))",
        "lon;lat | 21,0122;52,2297 | place: {longitude: lon, latitude: lat}~decimal: ',' | POINT (21.0122 52.2297)"
      })
  void positionsAreReadInEveryNotation(String header, String row, String place, String wkt)
      throws Exception {
    FeatureImport.Imported imported =
        Hazards.read(
            file("rows.csv", header + "\n" + row.replace("\"\"", "\"") + "\n"),
            """
            kind: hazard
            dataSet: set
            %s
            fields: {area: {named: h}, kind: {value: sha}, status: {value: open}}
            """
                .formatted(place.replace('~', '\n')));
    assertThat(imported.refused()).isEmpty();
    assertThat(Hazards.areas(imported).getFirst().place().orElseThrow().toString()).startsWith(wkt);
  }

  @Test
  void anInvalidShapeStaysAsDrawn() throws Exception {
    FeatureImport.Imported imported =
        Hazards.read(
            file(
                "a.geojson",
                """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"status": "cleared", "note": "x"}, "geometry":
                {"type": "Polygon", "coordinates": [[[1,1],[2,2],[2,1],[1,2],[1,1]]]}},
                {"type": "Feature", "properties": {"status": "cleared"}, "geometry": null},
                {"type": "Feature", "properties": {"status": "cleared"}, "geometry":
                {"type": "MultiPolygon", "coordinates": []}}]}
                """),
            HAZARD.formatted("", "{named: h}"));
    List<HazardousArea> areas = Hazards.areas(imported);
    assertThat(areas)
        .hasSize(3)
        .extracting(HazardousArea::status)
        .containsOnly(HazardousArea.Status.CLOSED);
    assertThat(areas.getFirst().place().orElseThrow())
        .hasToString("POLYGON ((1 1, 2 2, 2 1, 1 2, 1 1))");
    assertThat(imported.withoutPlace()).isEqualTo(2);
  }

  @Test
  void keylessMovementsComeInByAMapping() throws Exception {
    FeatureImport.Imported imported =
        Hazards.read(
            file("m.csv", "day;what;many\n05/03/2026;X26;600\n05/03/2026;X26;600\n"),
            """
            kind: movement
            dataSet: old-ledger
            on: {column: day, formats: [dd/MM/yyyy]}
            fields:
              lines[0].lot: what
              lines[0].quantity: {column: many, as: whole}
              lines[0].from: {value: factory}
              lines[0].to: {value: "depot:WEST"}
            """);
    assertThat(imported.facts()).hasSize(2);
    assertThat(((Movement) imported.facts().getFirst().body()).lines()).hasSize(1);
  }

  @Test
  void otherEncodingsAreReadWhenAPersonNamesThem() throws Exception {
    Path path = folder.resolve("rows.csv");
    Files.write(
        path,
        "id,lon,lat,status,note\n1,21,52,open,Šiauliai\n"
            .getBytes(Charset.forName("windows-1257")));
    assertThatThrownBy(() -> Hazards.read(path, KEYED))
        .hasMessageContaining("windows-1257 reads \"Šiauliai\"")
        .hasMessageContaining("[input.encoding]");
    assertThat(
            Hazards.areas(Hazards.read(path, "encoding: windows-1257\n" + KEYED))
                .getFirst()
                .title())
        .contains("Šiauliai");
    Files.write(path, "\ufeffid,lon,lat,status,note\n1,21,52,open,Ł\n".getBytes(UTF_8));
    assertThat(Hazards.areas(Hazards.read(path, KEYED)).getFirst().title()).contains("Ł");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: release~dataSet: s~fields: {} | status closed",
        "kind: void~dataSet: s~fields: {} | [import.kind]",
        "kind: hazard~dataSet: s~on: {column: d, formats: [dd/MM/yy]}~fields: {} | century: 1900",
        "kind: hazard~dataSet: s~fields: {title: {unit: parsec, column: a}} | no unit that is known",
        "kind: hazard~dataSet: s~fields: {title: {}} | names no source",
        "kind: hazard~dataSet: s~place: {longitude: a}~fields: {} | line 3: place",
        "kind: hazard~dataSet: s~colour: red~fields: {} | no such member"
      })
  void aMappingThatCannotBeMeantIsRefused(String mapping, String why) {
    assertThatThrownBy(() -> Mapping.read(mapping.replace('~', '\n'))).hasMessageContaining(why);
  }

  @Test
  void aColumnThatNoRowHasIsRefused() throws Exception {
    Path path = file("rows.csv", "id,lon,lat\n1,21,52\n");
    assertThatThrownBy(() -> Hazards.read(path, KEYED))
        .hasMessageContaining("\"status\"")
        .hasMessageContaining("[import.column]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"FeatureCollection\", \"features\": [{ | [json.syntax]",
        "[] | [import.format]",
        "{\"type\": \"Topology\"} | [import.format]",
      })
  void brokenGeoJsonIsRefused(String text, String why) throws Exception {
    Path path = file("a.geojson", text);
    assertThatThrownBy(() -> Hazards.read(path, KEYED)).hasMessageContaining(why);
  }

  @Test
  void deepNestingAndForeignCharactersAreRefused() throws Exception {
    Path deep =
        file(
            "deep.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":"
                + "[".repeat(100_000)
                + "]".repeat(100_000)
                + "}}]}");
    assertThatThrownBy(() -> Hazards.read(deep, KEYED)).hasMessageContaining("[import.limit]");
    Path latin = folder.resolve("latin.geojson");
    Files.write(latin, "{\"type\":\"Feature\",\"properties\":{\"a\":\"Ä\"}}".getBytes(ISO_8859_1));
    assertThatThrownBy(() -> Hazards.read(latin, KEYED)).hasMessageContaining("UTF-8");
  }

  @Test
  void aSystemThatContradictsTheFileIsRefused() throws Exception {
    Path path =
        file(
            "a.geojson",
            "{\"type\":\"Feature\",\"properties\":{\"status\":\"open\",\"note\":\"x\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[21,52]}}");
    String mapping = HAZARD.formatted("crs: EPSG:28992", "{named: h}");
    assertThatThrownBy(() -> Hazards.read(path, mapping))
        .hasMessageContaining("the file says EPSG:4326, the mapping EPSG:28992")
        .hasMessageContaining("[import.crs]");
    assertThat(Hazards.read(path, mapping.replace("28992", "4326")).facts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "1e-999999999", "4e1", "1e5"})
  void aNumberIsNeverUnrolled(String longitude) throws Exception {
    FeatureImport.Imported imported =
        Hazards.read(
            file(
                "a.geojson",
                "{\"type\":\"Feature\",\"properties\":{\"status\":\"open\",\"note\":\"x\"},"
                    + "\"geometry\":{\"type\":\"Point\",\"coordinates\":["
                    + longitude
                    + ",52]}}"),
            HAZARD.formatted("", "{named: h}"));
    assertThat(imported.refusedRows()).isEqualTo(longitude.equals("4e1") ? 0 : 1);
  }

  @Test
  void halfACharacterIsRefusedWithItsRow() throws Exception {
    Path path =
        file(
            "a.geojson",
            "{\"type\":\"Feature\",\"properties\":{\"status\":\"open\",\"note\":\"\\ud800\"}}");
    for (String key : List.of("", "key: [status]")) {
      FeatureImport.Imported imported = Hazards.read(path, HAZARD.formatted(key, "{named: h}"));
      assertThat(imported.refused().getFirst().toString()).contains("[import.text]");
    }
  }

  @Test
  void aFirstGuessCanBeReadAndGuessesNoStatus() throws Exception {
    Path path = file("rows.csv", "id;lon;lat;note\n1;21,5;52;cleared\n2;22;52;x\n");
    Suggestion suggestion = new Suggestion("rows");
    var file = FeatureFiles.open(path);
    file.read(suggestion);
    String yaml = suggestion.yaml(file.guesses());
    assertThat(yaml).contains("the delimiter is \";\"").contains("status: {value: open}");
    FeatureImport.Imported imported = Hazards.read(path, yaml + "decimal: ','\n");
    assertThat(imported.facts()).hasSize(2);
  }
}
