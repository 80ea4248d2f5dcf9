package org.fenceline.exchange.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.files.FeatureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks made part by part, whole and broken. */
class XlsxFileTest {
  private static final String SHEET =
      """
      <worksheet><sheetData>
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>day</t></is></c>
        <c r="D2" t="inlineStr"><is><r><t>no</t></r><r><t>te</t></r></is></c></row>
      <row r="4"><c r="A4"><v>21.0122</v></c><c r="B4" s="1"><v>16239</v></c>
        <c r="D4" t="s"><v>1</v></c></row>
      <row r="5"><c r="A5"><v>1E3</v></c><c r="B5" s="2"><v>16239.75</v></c><c r="C5" t="b"><v>1</v></c></row>
      <row r="6"><c r="A6" t="e"><v>#DIV/0!</v></c><c r="B6" s="3"><v>59</v></c></row>
      <row r="7"/>
      </sheetData></worksheet>
      """;

  @TempDir Path folder = Path.of("");

  private static SequencedMap<String, String> parts() {
    SequencedMap<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"x\"><sheets><sheet name=\"Fields\" r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put("xl/sharedStrings.xml", "<sst><si><t>lon</t></si><si><t>Ł</t></si></sst>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot;m&quot;\"/></numFmts><cellXfs><xf/>"
            + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
    parts.put("xl/worksheets/sheet1.xml", SHEET);
    return parts;
  }

  private Path write(Map<String, String> parts) throws Exception {
    Path path = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return path;
  }

  private static List<Feature> read(Path path) throws Exception {
    List<Feature> features = new ArrayList<>();
    FeatureFiles.open(path).read(features::add);
    return features;
  }

  @Test
  void rowsComeAsTheyAreStoredAndDatesAsDates() throws Exception {
    List<Feature> read = read(write(parts()));
    assertThat(read).hasSize(3);
    assertThat(read.getFirst().texts())
        .isEqualTo(Map.of("lon", "21.0122", "day", "1944-06-16", "note", "Ł"));
    assertThat(read.get(1).texts())
        .isEqualTo(Map.of("lon", "1000", "day", "1944-06-16T18:00:00", "column 3", "true"));
    // 59 with "m" after it is no date.
    assertThat(read.get(2).texts()).isEqualTo(Map.of("day", "59"));
    assertThat(read.get(2).problems().getFirst().toString())
        .startsWith("Fields row 6: lon: the cell holds the error #DIV/0!");
  }

  @Test
  void daysCountFromWhereTheWorkbookSays() throws Exception {
    SequencedMap<String, String> parts = parts();
    parts.computeIfPresent(
        "xl/workbook.xml",
        (_, part) -> part.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
    assertThat(read(write(parts)).getFirst().texts()).containsEntry("day", "1948-06-17");
  }

  @Test
  void workbooksThatSwellLieOrBreakOffAreRefused() throws Exception {
    SequencedMap<String, String> bomb = parts();
    bomb.put("xl/sharedStrings.xml", "<sst>" + "<si><t>a</t></si>".repeat(4_000_000) + "</sst>");
    Path swelling = write(bomb);
    assertThat(Files.size(swelling)).isLessThan(500_000);
    assertThatThrownBy(() -> read(swelling)).hasMessageContaining("[import.limit]");

    SequencedMap<String, String> lie = parts();
    lie.replace("xl/worksheets/sheet1.xml", SHEET.replace("<v>1</v>", "<v>99</v>"));
    assertThatThrownBy(() -> read(write(lie))).hasMessageContaining("[import.damaged]");
    lie.replace("xl/worksheets/sheet1.xml", SHEET.replace("A4", "ZZZZZZZZ4"));
    assertThatThrownBy(() -> read(write(lie))).hasMessageContaining("[import.damaged]");
    lie.replace("xl/worksheets/sheet1.xml", SHEET.replace("<v>16239</v>", "<v>1E999999999</v>"));
    assertThatThrownBy(() -> read(write(lie))).hasMessageContaining("[import.damaged]");
    lie.replace("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]>" + SHEET);
    assertThatThrownBy(() -> read(write(lie))).hasMessageContaining("[import.damaged]");
    lie.remove("xl/worksheets/sheet1.xml");
    assertThatThrownBy(() -> read(write(lie))).hasMessageContaining("[import.damaged]");

    byte[] whole = Files.readAllBytes(write(parts()));
    for (int length = 0; length < whole.length; length += 50) {
      Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(cut)).hasMessageContaining("[import.damaged]");
    }
  }
}
