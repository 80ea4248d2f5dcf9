package org.fenceline.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.exchange.age.AgeFile;
import org.fenceline.exchange.age.AgeIdentity;
import org.fenceline.store.Identity;
import org.fenceline.store.Register;

/** A small sound file of each format, and whatever of it lies among the examples and vectors. */
final class Seeds {
  static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";

  /** A key of nobody, for files of nothing: the same in every process. */
  static final AgeIdentity AGE_IDENTITY = AgeIdentity.create(new AlwaysTheSame());

  private static final String GEOJSON =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a","n":1.5},\
      "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},\
      {"type":"Feature","properties":null,"geometry":null}]}
      """;
  private static final String KML =
      """
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>a</name>\
      <ExtendedData><Data name="k"><value>v</value></Data></ExtendedData>\
      <Point><coordinates>1,2,0</coordinates></Point></Placemark></Document></kml>
      """;
  private static final String GPX =
      """
      <gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="x"><wpt lat="1" lon="2">\
      <name>a</name></wpt><trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="1.1" lon="2"/></trkseg>\
      </trk></gpx>
      """;

  private Seeds() {}

  static List<byte[]> of(Target target) throws IOException {
    return switch (target) {
      case GEOJSON -> List.of(bytes(GEOJSON));
      case CSV -> List.of(bytes("id;lon;lat\na;1,5;2\n\"b;c\";3;4\n"));
      case KML -> List.of(bytes(KML));
      case KMZ -> List.of(zip(Map.of("doc.kml", KML)));
      case GPX -> List.of(bytes(GPX));
      case SHAPEFILE -> List.of(shapefile());
      case GEOPACKAGE -> List.of(geoPackage());
      case XLSX -> List.of(xlsx());
      case POSITION ->
          List.of(
              bytes("52.1 N 22.5 E"),
              bytes("52 7 24 N, 22 34 4 E"),
              bytes("34U 500000 5800000"),
              bytes("34UEC1234567890"));
      case WELL_KNOWN_TEXT ->
          List.of(
              bytes("POLYGON ((0 0, 1 0, 1 1, 0 0), (0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))"),
              bytes("MULTIPOINT ((0 0), (1 1))"));
      case LEDGER -> files("examples/ledger", ".csv");
      case CLAIMS -> files("examples/east-shield", "claims.yaml");
      case SCENARIO -> files("examples/east-shield", "scenario.yaml");
      case MAPPING -> files("examples/mappings", ".yaml");
      case JSON -> List.of(bytes("{\"a\":[1,2.5,\"x\\u00e9\",true,null,{}]}"));
      case ENTRY -> entries();
      case BUNDLE -> files("docs/formats/vectors", ".json");
      case PROOF -> files("docs/formats/vectors", ".tlog-proof");
      case CHECKPOINT -> files("docs/formats/vectors", "checkpoint-unsigned");
      case VERIFIER_KEY -> List.of(bytes("fenceline.example/a+12345678+AQIDBA=="));
      case POLICY -> files("docs/formats/vectors", ".policy");
      case ADD_CHECKPOINT -> List.of(bytes("old 1\nAQIDBA==\n\nfenceline.example/a\n2\nAQID\n"));
      case ATTACHMENT -> List.of(attachment());
      case IDENTITY_FILE -> List.of(bytes("AGE-SECRET-KEY-1QQQ"));
      case ESCROW_SHARE -> List.of(bytes("fenceline-escrow-share/v1\n"));
      case REGISTER -> List.of(register());
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Files of the project, when the program runs in it; nothing elsewhere. */
  private static List<byte[]> files(String folder, String end) throws IOException {
    Path place = Path.of(System.getProperty("fenceline.root", "."), folder);
    List<byte[]> seeds = new ArrayList<>();
    if (Files.isDirectory(place)) {
      try (Stream<Path> all = Files.list(place)) {
        for (Path file : all.filter(path -> path.toString().endsWith(end)).sorted().toList()) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  private static List<byte[]> entries() throws IOException {
    return files("docs/formats", "entry-vectors.csv").stream()
        .flatMap(file -> new String(file, UTF_8).lines())
        .filter(line -> line.contains("{"))
        .map(line -> line.substring(line.indexOf('{'), line.lastIndexOf('}') + 1))
        .map(line -> bytes(line.replace("\"\"", "\"")))
        .toList();
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(bytes(part.getValue()));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] xlsx() throws IOException {
    String types = "http://schemas.openxmlformats.org/";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + types
            + "package/2006/content-types\"><Default Extension=\"xml\""
            + " ContentType=\"application/xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + types
            + "package/2006/relationships\"><Relationship Id=\"r1\""
            + " Type=\""
            + types
            + "officeDocument/2006/relationships/officeDocument\""
            + " Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + types
            + "spreadsheetml/2006/main\" xmlns:r=\""
            + types
            + "officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\""
            + " r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\""
            + types
            + "package/2006/relationships\"><Relationship Id=\"r1\""
            + " Type=\""
            + types
            + "officeDocument/2006/relationships/worksheet\""
            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\""
            + types
            + "spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
            + "<c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\"><v>1.5</v></c></row>"
            + "</sheetData></worksheet>");
    return zip(parts);
  }

  /** One point, and a table of one column and row, as the target takes them. */
  private static byte[] shapefile() {
    ByteBuffer shapes = ByteBuffer.allocate(128);
    shapes.putInt(0, 9994).putInt(24, 64);
    shapes.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 1);
    shapes.order(ByteOrder.BIG_ENDIAN).putInt(100, 1).putInt(104, 10);
    shapes.order(ByteOrder.LITTLE_ENDIAN).putInt(108, 1).putDouble(112, 1.5).putDouble(120, 2.5);
    ByteBuffer table = ByteBuffer.allocate(32 + 32 + 1 + 6 + 1).order(ByteOrder.LITTLE_ENDIAN);
    table.put(0, (byte) 3).put(1, (byte) 126).put(2, (byte) 1).put(3, (byte) 1);
    table.putInt(4, 1).putShort(8, (short) 65).putShort(10, (short) 6);
    table.put(32, bytes("ID")).put(43, (byte) 'C').put(48, (byte) 5).put(64, (byte) 13);
    table.put(65, bytes(" abcde")).put(71, (byte) 26);
    ByteBuffer both = ByteBuffer.allocate(2 + shapes.capacity() + table.capacity());
    return both.putShort((short) shapes.capacity()).put(shapes.array()).put(table.array()).array();
  }

  private static byte[] geoPackage() throws IOException {
    Path file = Files.createTempFile("seed", ".gpkg");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String line :
          List.of(
              "PRAGMA application_id = 1196444487",
              "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT,"
                  + " description TEXT, last_change TEXT, min_x, min_y, max_x, max_y, srs_id INT)",
              "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,"
                  + " geometry_type_name TEXT, srs_id INT, z INT, m INT)",
              "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INT, organization TEXT,"
                  + " organization_coordsys_id INT, definition TEXT, description TEXT)",
              "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, '', '')",
              "INSERT INTO gpkg_contents VALUES ('a', 'features', 'a', '', '', 0, 0, 1, 1, 4326)",
              "INSERT INTO gpkg_geometry_columns VALUES ('a', 'geom', 'POINT', 4326, 0, 0)",
              "CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, id TEXT)",
              "INSERT INTO a VALUES (1, x'47500001e61000000101000000000000000000f03f0000000000000040',"
                  + " 'x')")) {
        statement.execute(line);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  private static byte[] attachment() {
    return AgeFile.encrypt(bytes("nothing"), List.of(AGE_IDENTITY.recipient()));
  }

  private static final class AlwaysTheSame extends SecureRandom {
    private static final long serialVersionUID = 1;

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) 7);
    }
  }

  private static byte[] register() throws IOException {
    Path folder = Files.createTempDirectory("seed");
    Path file = folder.resolve("f.fenceline");
    Identity identity =
        new Identity(
            new Origin("fenceline.example/fuzz"),
            new StateCode("POL"),
            false,
            Instant.parse("2026-01-01T00:00:00Z"));
    Register.create(file, identity, InstantSource.system(), new SecureRandom()).close();
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    Files.delete(folder);
    return bytes;
  }
}
