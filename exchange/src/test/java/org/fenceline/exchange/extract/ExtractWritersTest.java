package org.fenceline.exchange.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.land.extract.Cell;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.ExtractHead;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.Row;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.files.ExtractFormat;
import org.fenceline.exchange.files.FeatureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each format asks, and what it cannot hold. */
class ExtractWritersTest {
  @TempDir Path folder = Path.of("");

  private final List<String> remarks = new ArrayList<>();

  private static Extract of(Row... rows) {
    return new Extract(
        new ExtractHead(
            new Origin("fenceline.example/pol"),
            false,
            Disclosure.RESTRICTED,
            LocalDate.of(2026, 7, 2),
            Optional.empty(),
            Optional.empty()),
        List.of(rows));
  }

  private static Row device(String id, String wkt, SequencedMap<String, Cell> cells) {
    return new Row(
        Layer.DEVICES, id, Optional.of(wkt).filter(t -> !t.isEmpty()).map(Geometry::parse), cells);
  }

  private static SequencedMap<String, Cell> text(String column, String text) {
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    cells.put(column, new Cell.Text(text));
    return cells;
  }

  private String written(ExtractFormat format, Extract extract) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    remarks.addAll(format.writer().write(extract, out));
    Files.write(folder.resolve("a." + format.word()), out.toByteArray());
    return out.toString(UTF_8);
  }

  private List<Feature> read(ExtractFormat format) throws Exception {
    List<Feature> features = new ArrayList<>();
    FeatureFiles.open(folder.resolve("a." + format.word())).read(features::add);
    return features;
  }

  @Test
  void ringsOfGeoJsonAreClosedAndWindAsTheStandardAsks() throws Exception {
    String clockwise = "POLYGON ((0 0, 0 9.0, 9 9, 9 0), (1 1, 2 1, 2 2, 1 2))";
    String json = written(ExtractFormat.GEOJSON, of(device("x", clockwise, new LinkedHashMap<>())));
    assertThat(json)
        .contains(
            "\"coordinates\":[[[0,0],[9,0],[9,9],[0,9.0],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]");
    assertThat(written(ExtractFormat.KML, of(device("x", clockwise, new LinkedHashMap<>()))))
        .contains("<coordinates>0,0 0,9.0 9,9 9,0 0,0</coordinates>");
  }

  @ParameterizedTest
  @EnumSource(
      value = ExtractFormat.class,
      names = {"XLSX", "KML", "GPX"})
  void whatXmlCannotHoldIsReplacedAndTheFileIsReadable(ExtractFormat format) throws Exception {
    written(
        format,
        of(device("x", "POINT (180 52)", text("condition", "a\u0000b\u001fc <&> \ud83d\ude00"))));
    assertThat(read(format).toString()).contains("a\ufffdb\ufffdc <&> \ud83d\ude00");
  }

  @Test
  void aCellHoldsNoMoreThanItCanAndSaysSo() throws Exception {
    StringBuilder wkt = new StringBuilder("LINESTRING (0 0");
    for (int i = 0; i < 7_000; i++) {
      wkt.append(", 1 2");
    }
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    cells.put("depth_m", new Cell.Decimal(new BigDecimal("0.12345678901234567890")));
    cells.put("accuracy_m", new Cell.Decimal(new BigDecimal("7.50")));
    written(ExtractFormat.XLSX, of(device("x", wkt.append(")").toString(), cells)));
    Feature row = read(ExtractFormat.XLSX).getLast();
    assertThat(row.text("depth_m")).contains("0.12345678901234567890");
    assertThat(row.text("accuracy_m")).contains("7.50");
    assertThat(row.text("wkt")).isEmpty();
    assertThat(row.text("notes").orElseThrow())
        .contains("wkt has")
        .contains("more than a cell holds");
    assertThat(remarks).anyMatch(remark -> remark.contains("take CSV or GeoJSON"));
    // A table of texts holds it whole.
    written(ExtractFormat.CSV, of(device("x", wkt.toString(), cells)));
    assertThat(read(ExtractFormat.CSV).getFirst().text("wkt").orElseThrow()).hasSize(35_016);
  }

  @ParameterizedTest
  @EnumSource(
      value = ExtractFormat.class,
      names = {"XLSX", "CSV"})
  void noTextBeginsAsAFormula(ExtractFormat format) throws Exception {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uff1d1")) {
      written(format, of(device("x", "", text("condition", formula))));
      Feature row = read(format).getLast();
      assertThat(row.texts().get("condition")).isEqualTo("'" + formula);
      assertThat(row.text("notes")).contains("an apostrophe was put before: condition");
    }
    assertThat(remarks).hasSize(6).allMatch(remark -> remark.contains("as a formula does"));
    written(format, of(device("x", "", text("condition", "1 = 1"))));
    assertThat(read(format).getLast().text("notes")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ExtractFormat.class)
  void anEmptyExtractIsAFileThatSaysWhatItIs(ExtractFormat format) throws Exception {
    written(format, of());
    assertThat(read(format)).allMatch(feature -> feature.spot().layer().equals("about"));
  }
}
