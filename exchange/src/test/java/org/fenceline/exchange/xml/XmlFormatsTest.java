package org.fenceline.exchange.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fenceline.core.land.geodesy.Segment;
import org.fenceline.core.land.place.Places;
import org.fenceline.exchange.crs.Crs;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** KML, KMZ and GPX: what is in them, and what is refused. */
class XmlFormatsTest {
  private static final String KML =
      """
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>d</name>
      <Folder><name>A</name>
      <Placemark id="p1"><name>one </name><ExtendedData><Data name="status"><value>open</value></Data>
      <SchemaData><SimpleData name="size">3</SimpleData></SchemaData></ExtendedData>
      <TimeStamp><when>1944</when></TimeStamp>
      <Point><coordinates>
         -0.1,51.5,0
      </coordinates></Point></Placemark>
      <Folder><name>B</name><Placemark><Polygon>
      <outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing></outerBoundaryIs>
      <innerBoundaryIs><LinearRing><coordinates>2,1 3,1 3,2 2,1</coordinates></LinearRing></innerBoundaryIs>
      </Polygon></Placemark></Folder>
      <Placemark><MultiGeometry><Point><coordinates>1,1</coordinates></Point>
      <Point><coordinates>2,2</coordinates></Point></MultiGeometry></Placemark>
      </Folder>
      <Placemark><MultiGeometry><Point><coordinates>1,1</coordinates></Point>
      <LineString><coordinates>2,2 3,3</coordinates></LineString></MultiGeometry></Placemark>
      <Placemark><Point><coordinates>1, 1</coordinates></Point></Placemark>
      <Placemark><name>nowhere</name></Placemark>
      <NetworkLink><Link><href>file:///etc/passwd</href></Link></NetworkLink>
      </Document></kml>
      """;

  @TempDir Path folder = Path.of("");

  private static List<Feature> read(Path path) throws Exception {
    List<Feature> features = new ArrayList<>();
    FeatureFiles.open(path).read(features::add);
    return features;
  }

  private static Path elsewhere(String name) {
    String sets = System.getenv("FENCELINE_HAZARDS");
    Assumptions.assumeTrue(
        sets != null && Files.exists(Path.of(sets, name)),
        "SKIPPED: " + name + " has no licence to stand here; name its folder by FENCELINE_HAZARDS");
    return Path.of(sets, name);
  }

  @Test
  void placemarksComeWithFoldersTextsAndShapes() throws Exception {
    List<Feature> read = read(Files.writeString(folder.resolve("a.kml"), KML));
    assertThat(read).hasSize(7);
    assertThat(read)
        .extracting(f -> f.spot().layer())
        .containsExactly("A", "B", "A", "", "", "", "");
    assertThat(read.getFirst().texts())
        .containsEntry("id", "p1")
        .containsEntry("status", "open")
        .containsEntry("size", "3")
        .containsEntry("when", "1944");
    assertThat(read.getFirst().text("name")).contains("one");
    assertThat(shape(read.get(0))).isEqualTo("POINT (-0.1 51.5)");
    assertThat(shape(read.get(1)))
        .isEqualTo("POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))");
    assertThat(shape(read.get(2))).isEqualTo("MULTIPOINT ((1 1), (2 2))");
    assertThat(read.get(3).problems().getFirst().message()).contains("mixes");
    assertThat(read.get(4).problems().getFirst().message()).contains("without spaces");
    assertThat(read.get(5).shape()).isEmpty();
    assertThat(read.get(5).problems()).isEmpty();
    assertThat(read.get(6).problems().getFirst().message()).contains("is a NetworkLink");
  }

  private static String shape(Feature feature) {
    return Crs.of("EPSG:4326").orElseThrow().toDegrees(feature.shape().orElseThrow()).toString();
  }

  @Test
  void anArchiveIsItsDocument() throws Exception {
    Path kmz = folder.resolve("a.kmz");
    zip(kmz, "doc.kml", KML.getBytes(UTF_8));
    assertThat(read(kmz)).hasSize(7);
  }

  private static void zip(Path path, String name, byte[] bytes) throws Exception {
    try (OutputStream out = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
      zip.closeEntry();
    }
  }

  @Test
  void anArchiveThatSwellsIsRefused() throws Exception {
    Path kmz = folder.resolve("bomb.kmz");
    zip(kmz, "doc.kml", new byte[64 * 1024 * 1024]);
    assertThat(Files.size(kmz)).isLessThan(100_000);
    assertThatThrownBy(() -> read(kmz)).hasMessageContaining("[import.limit]");
    Path cut = folder.resolve("cut.kmz");
    Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(kmz), 1000));
    assertThatThrownBy(() -> read(cut)).hasMessageContaining("[import.damaged]");
    zip(folder.resolve("empty.kmz"), "a.txt", new byte[1]);
    assertThatThrownBy(() -> read(folder.resolve("empty.kmz"))).hasMessageContaining("no .kml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE k [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><kml><Placemark><name>&x;</name></Placemark></kml>",
        "<!DOCTYPE k [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;&a;\">]><kml><Placemark><name>&b;</name></Placemark></kml>",
        "<!DOCTYPE k SYSTEM \"http://localhost:1/k.dtd\"><kml/>",
        "<kml><Placemark><name>&x;</name></Placemark></kml>",
        "<kml><Placemark>",
        "<kml><Placemark></kml>",
        "no XML at all",
        ""
      })
  void documentTypesEntitiesAndBrokenOnesAreRefused(String text) throws Exception {
    for (String ending : List.of(".kml", ".gpx")) {
      Path path = Files.writeString(folder.resolve("a" + ending), text);
      assertThatThrownBy(() -> read(path)).hasMessageContaining("[import.damaged]");
    }
  }

  @Test
  void deepNestingAndForeignCharactersAreRefused() throws Exception {
    String deep = "<kml>" + "<Folder>".repeat(5000) + "</Folder>".repeat(5000) + "</kml>";
    Path folders = Files.writeString(folder.resolve("a.kml"), deep);
    assertThatThrownBy(() -> read(folders)).hasMessageContaining("[import.limit]");
    Path inside =
        Files.writeString(
            folder.resolve("b.kml"),
            "<kml><Placemark>" + "<a>".repeat(5000) + "</a>".repeat(5000) + "</Placemark></kml>");
    assertThatThrownBy(() -> read(inside)).hasMessageContaining("[import.limit]");
    Path latin = folder.resolve("c.kml");
    Files.write(
        latin,
        "<kml><Placemark><name>Ä</name></Placemark></kml>"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(latin)).hasMessageContaining("[import.damaged]");
  }

  @Test
  void aTrackWithOneBadPointIsToldAndNotShortened() throws Exception {
    Path gpx =
        Files.writeString(
            folder.resolve("a.gpx"),
            """
            <gpx><wpt lat="52" lon="21"><name>w</name></wpt>
            <trk><name>t</name><trkseg><trkpt lat="1" lon="2"/>
            <trkpt lat="x" lon="2"/></trkseg></trk>
            <trk><trkseg/></trk>
            <rte><rtept lat="1" lon="2"/><rtept lat="1" lon="3"/></rte></gpx>
            """);
    List<Feature> read = read(gpx);
    assertThat(read).hasSize(4);
    assertThat(shape(read.getFirst())).isEqualTo("POINT (21 52)");
    assertThat(read.get(1).problems()).hasSize(1);
    assertThat(read.get(1).problems().getFirst().toString())
        .startsWith("line 3: tracks trk[1]: trkpt: \"x\" is not a coordinate");
    assertThat(read.get(2).shape()).isEmpty();
    assertThat(shape(read.get(3))).isEqualTo("LINESTRING (2 1, 3 1)");
  }

  @ParameterizedTest
  @CsvSource({
    "tour-of-bih-stage1, 192, 55570.8",
    "tour-of-bih-stage2, 192, 22692.6",
    "tour-of-bih-stage4, 200, 34147.7",
    "bobotov-kuk-sedlo-to-summit, 400, 4963.9",
    "bobotov-kuk-zabljak-to-summit, 563, 7487.0"
  })
  void routesKeepEveryPoint(String name, int points, double metres) throws Exception {
    Path path =
        name.equals("bobotov-kuk-sedlo-to-summit")
            ? ProjectFiles.of("exchange/src/test/data/" + name + ".gpx")
            : elsewhere("routes-gpx/" + name + ".gpx");
    List<Feature> read = read(path);
    assertThat(read).hasSize(1);
    Drawn track = read.getFirst().shape().orElseThrow();
    assertThat(track.parts().getFirst().getFirst()).hasSize(points);
    double length =
        Places.footprint(Crs.of("EPSG:4326").orElseThrow().toDegrees(track)).lines().stream()
            .mapToDouble(Segment::lengthMetres)
            .sum();
    assertThat(length).isCloseTo(metres, withPercentage(0.01));
  }
}
