package org.fenceline.exchange.shapefile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.exchange.crs.Crs;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.files.FeatureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapefiles made byte by byte, whole and broken. */
class ShapefileTest {
  private static final double[] OUTER = {0, 0, 0, 9, 9, 9, 9, 0, 0, 0};
  private static final double[] HOLE = {1, 1, 2, 1, 2, 2, 1, 2, 1, 1};
  private static final double[] ASTRAY = {20, 20, 22, 20, 22, 22, 20, 22, 20, 20};

  @TempDir Path folder = Path.of("");

  private Path shp() {
    return folder.resolve("a.shp");
  }

  private List<Feature> read() throws Exception {
    List<Feature> features = new ArrayList<>();
    FeatureFiles.open(shp()).read(features::add);
    return features;
  }

  private static byte[] polygon(double[]... rings) {
    int points = Arrays.stream(rings).mapToInt(ring -> ring.length / 2).sum();
    ByteBuffer content =
        ByteBuffer.allocate(44 + 4 * rings.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(5).position(36);
    content.putInt(rings.length).putInt(points);
    int start = 0;
    for (double[] ring : rings) {
      content.putInt(start);
      start += ring.length / 2;
    }
    for (double[] ring : rings) {
      Arrays.stream(ring).forEach(content::putDouble);
    }
    return content.array();
  }

  private static byte[] point(double x, double y) {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(1)
        .putDouble(x)
        .putDouble(y)
        .array();
  }

  private void write(byte[]... contents) throws Exception {
    int length = 100 + Arrays.stream(contents).mapToInt(content -> 8 + content.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length);
    file.putInt(9994).putInt(24, length / 2);
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000);
    file.order(ByteOrder.BIG_ENDIAN).position(100);
    for (int i = 0; i < contents.length; i++) {
      file.putInt(i + 1).putInt(contents[i].length / 2).put(contents[i]);
    }
    Files.write(shp(), file.array());
  }

  private void writeDbf(Charset charset, String... rows) throws Exception {
    ByteBuffer file = ByteBuffer.allocate(97 + rows.length * 19).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3).putInt(4, rows.length).putShort(8, (short) 97).putShort(10, (short) 19);
    file.put(32, "NAME".getBytes(US_ASCII)).put(43, (byte) 'C').put(48, (byte) 10);
    file.put(64, "DAY".getBytes(US_ASCII)).put(75, (byte) 'D').put(80, (byte) 8);
    file.put(96, (byte) 0x0d).position(97);
    for (String row : rows) {
      byte[] cells = Arrays.copyOf(row.getBytes(charset), 19);
      file.put(cells);
    }
    Files.write(folder.resolve("a.dbf"), file.array());
  }

  private static Geometry shape(Feature feature) {
    return Crs.of("EPSG:4326").orElseThrow().toDegrees(feature.shape().orElseThrow());
  }

  @Test
  void shapesAndRowsBelongTogether() throws Exception {
    write(point(21, 52), ByteBuffer.allocate(4).array());
    writeDbf(US_ASCII, " one       19430722", "*two       00000000");
    List<Feature> read = read();
    assertThat(read).hasSize(2);
    assertThat(shape(read.getFirst())).hasToString("POINT (21.0 52.0)");
    assertThat(read.getFirst().crs()).isEmpty();
    assertThat(read.getFirst().texts())
        .containsEntry("NAME", "one")
        .containsEntry("DAY", "1943-07-22");
    assertThat(read.get(1).shape()).isEmpty();
    assertThat(read.get(1).texts()).doesNotContainKey("DAY");
    assertThat(read.get(1).problems().getFirst().toString())
        .contains("record 2: is marked as deleted");
  }

  @Test
  void holesStayHolesAndWhatMayBeGroundIsGround() throws Exception {
    write(polygon(OUTER, HOLE), polygon(HOLE, OUTER), polygon(OUTER, ASTRAY), polygon(HOLE));
    List<Feature> read = read();
    assertThat(shape(read.get(0)).parts()).hasSize(1);
    assertThat(shape(read.get(0)).parts().getFirst()).hasSize(2);
    assertThat(shape(read.get(1))).isEqualTo(shape(read.get(0)));
    assertThat(shape(read.get(2)).parts()).hasSize(2);
    assertThat(shape(read.get(3)).type()).isEqualTo(Geometry.Type.POLYGON);
  }

  @Test
  void textsAreOfTheEncodingBeside() throws Exception {
    write(point(21, 52));
    writeDbf(Charset.forName("windows-1257"), " Šiauliai  19430722");
    assertThat(read().getFirst().problems().getFirst().toString())
        .contains("NAME")
        .contains("windows-1257 reads")
        .contains("[input.encoding]");
    Files.writeString(folder.resolve("a.cpg"), "1257\n");
    assertThat(read().getFirst().texts()).containsEntry("NAME", "Šiauliai");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.25]]] | EPSG:4326",
        "PROJCS[\"WGS_1984_UTM_Zone_34N\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]]] | EPSG:32634",
        "PROJCS[\"WGS_1984_UTM_Zone_34S\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]]] | EPSG:32734",
        "PROJCS[\"x\",GEOGCS[\"y\",DATUM[\"D_Amersfoort\"],AUTHORITY[\"EPSG\",\"4289\"]],AUTHORITY[\"EPSG\",\"28992\"]] | EPSG:28992",
        "PROJCS[\"x\",GEOGCS[\"y\",DATUM[\"D_Amersfoort\"],AUTHORITY[\"EPSG\",\"4289\"]]] | ''",
        "PROJCS[\"RD_New\",GEOGCS[\"GCS_Bessel 1841\",DATUM[\"D_unknown\"]]] | ''",
        "PROJCS[\"Double_Stereographic\",GEOGCS[\"z\",DATUM[\"D_z\"]]] | ''",
        "rubbish | ''"
      })
  void aProjectionIsBelievedOnlyWithItsDatum(String wkt, String code) {
    assertThat(PrjText.crs(wkt).orElse("")).isEqualTo(code);
  }

  @Test
  void brokenFilesAreRefusedWithWhatIsBroken() throws Exception {
    write(polygon(OUTER), point(1, 2));
    byte[] whole = Files.readAllBytes(shp());
    for (int length = 0; length < whole.length; length++) {
      Files.write(shp(), Arrays.copyOf(whole, length));
      assertThatThrownBy(this::read).hasMessageContaining("[import.damaged]");
    }
    // A record that says more than the file has; points that the record has no room for.
    for (int at : new int[] {104, 100 + 8 + 36, 100 + 8 + 40}) {
      byte[] lie = whole.clone();
      ByteBuffer.wrap(lie).putInt(at, 0x7fffffff);
      Files.write(shp(), lie);
      assertThatThrownBy(this::read)
          .hasMessageContaining("record 1 says")
          .hasMessageContaining("[import.damaged]");
    }
    byte[] negative = whole.clone();
    ByteBuffer.wrap(negative).putInt(100 + 8 + 40, -1);
    Files.write(shp(), negative);
    assertThatThrownBy(this::read).hasMessageContaining("[import.damaged]");
  }

  @Test
  void brokenTablesAreRefused() throws Exception {
    write(point(1, 2), point(3, 4));
    writeDbf(US_ASCII, " one       19430722");
    assertThatThrownBy(this::read).hasMessageContaining("more records than its .dbf");
    writeDbf(US_ASCII, " 1", " 2", " 3");
    assertThatThrownBy(this::read).hasMessageContaining("has 2 records, its .dbf 3");
    byte[] whole = Files.readAllBytes(folder.resolve("a.dbf"));
    for (int length = 0; length < whole.length; length += 3) {
      Files.write(folder.resolve("a.dbf"), Arrays.copyOf(whole, length));
      assertThatThrownBy(this::read).hasMessageContaining("[import.damaged]");
    }
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
    Files.write(folder.resolve("a.dbf"), whole);
    assertThatThrownBy(this::read).hasMessageContaining("breaks off");
  }

  @Test
  void projectionsAgreeWithKnownPlaces() {
    // A003_001 of Amsterdam's register; 113 m north of it lies what the .prj alone would say.
    var rd =
        org.fenceline.exchange.feature.Drawn.point(
            new java.math.BigDecimal("122716.725"), new java.math.BigDecimal("489010.015"));
    var place = Crs.of("EPSG:28992").orElseThrow().toDegrees(rd).place();
    assertThat(place.latitude().doubleValue())
        .isCloseTo(52.387994, org.assertj.core.data.Offset.offset(0.000001));
    assertThat(place.longitude().doubleValue())
        .isCloseTo(4.912984, org.assertj.core.data.Offset.offset(0.000001));
  }
}
