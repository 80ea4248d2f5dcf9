package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.testing.Gdal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Land that leaves the register as files, and what must never leave in them. */
class ExportLandTest {
  private static final List<String> RESTRICTED_WORDS =
      List.of(
          "SECRET",
          "HIDDEN",
          "NOWHERE",
          "FRONT",
          "PART-1",
          "HURT",
          "SEEN",
          "TEAM",
          "minefield",
          "5003191",
          "0047713",
          "4992173",
          "0046329",
          "4991857",
          "0053467",
          "5002941",
          "0054583",
          "4998371",
          "0043219",
          "471123",
          "031130",
          "4137",
          "2143",
          "4737",
          "0243",
          "7137",
          "9143");

  @TempDir Path folder = Path.of("");

  private LandProgram land() {
    return new LandProgram(folder);
  }

  private List<Feature> read(String file) throws Exception {
    List<Feature> features = new ArrayList<>();
    FeatureFiles.open(folder.resolve(file)).read(features::add);
    assertThat(features).allSatisfy(feature -> assertThat(feature.problems()).isEmpty());
    return features;
  }

  /** All that is in a file, unpacked where it is an archive. */
  private String bytes(String file) throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    if (!file.endsWith(".xlsx")) {
      return new String(bytes, ISO_8859_1);
    }
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(folder.resolve(file).toFile())) {
      for (var entry : java.util.Collections.list(zip.entries())) {
        try (InputStream part = zip.getInputStream(entry)) {
          all.append(entry.getName()).append(new String(part.readAllBytes(), ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  private static Optional<String> layer(Feature feature) {
    return feature
        .text("layer")
        .or(() -> Optional.of(feature.spot().layer()).filter(layer -> !layer.isEmpty()));
  }

  private static Feature the(Map<String, Feature> read, String name) {
    Feature feature = read.get(name);
    if (feature == null) {
      throw new AssertionError("no " + name + " among " + read.keySet());
    }
    return feature;
  }

  private static Map<String, Feature> byName(List<Feature> features) {
    Map<String, Feature> named = new TreeMap<>();
    for (Feature feature : features) {
      named.put(
          layer(feature).orElse("")
              + " "
              + feature.text("record_name").or(() -> feature.text("name")).orElse("")
              + feature.text("part").orElse(""),
          feature);
    }
    return named;
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "csv", "xlsx", "kml", "gpx"})
  void nothingRestrictedIsInTheBytesOfAPublicExport(String format) throws Exception {
    LandProgram land = land();
    land.fill();
    String entries = land.ok("export", "entries", "-").out();
    land.ok("export", "land", "--format", format, "-o", "public." + format);
    String bytes = bytes("public." + format);
    assertThat(bytes).containsAnyOf("EXERCISE", "/exercise");
    // Four digits of a coordinate stand by chance in an id or a hash, once in some runs.
    assertThat(bytes.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{40,}", ""))
        .doesNotContain(RESTRICTED_WORDS);
    entries
        .lines()
        .filter(line -> line.contains("\"disclosure\":\"restricted\""))
        .map(line -> line.replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1"))
        .forEach(id -> assertThat(bytes).doesNotContain(id));
    if (!format.equals("gpx")) {
      assertThat(bytes).contains("OLD-1", "OPEN-1", "shown_cells");
    }
    // The same words are found where they may be.
    land.ok(
        "export", "land", "--format", format, "--disclosure", "restricted", "-o", "r." + format);
    assertThat(bytes("r." + format)).contains("SECRET-7", "5003191", "HIDDEN-9", "4998371");
  }

  @Test
  void aPublicExportIsThePublicLayer() throws Exception {
    LandProgram land = land();
    land.fill();
    land.ok("export", "land", "--format", "geojson", "-o", "public.geojson");
    List<Feature> read = read("public.geojson");
    assertThat(read.stream().flatMap(f -> layer(f).stream()).distinct())
        .containsExactlyInAnyOrder("shown_cells", "public_hazards", "public_releases");
    Feature hazard = the(byName(read), "public_hazards OLD-1");
    assertThat(hazard.text("margin_m")).contains("50");
    assertThat(hazard.text("accuracy_m")).contains("7");
    // A public release has taken a piece out of it.
    assertThat(hazard.shape().orElseThrow().toString()).contains("-22.29").contains("52.1025");
    // Every shown cell answers as one, and what lies outside them does not.
    for (Feature cell : read) {
      if (layer(cell).equals(Optional.of("shown_cells"))) {
        Drawn.Corner corner = cell.shape().orElseThrow().parts().getFirst().getFirst().getFirst();
        assertThat(
                land.program
                    .run("check", corner.y() + " N " + corner.x().negate() + " W", "--public")
                    .out())
            .contains("DANGER");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "csv", "xlsx", "kml"})
  void aRestrictedExportReadsBackWithEveryDigit(String format) throws Exception {
    LandProgram land = land();
    land.fill();
    String file = "land." + format;
    land.ok("export", "land", "--format", format, "--disclosure", "restricted", "-o", file);
    Map<String, Feature> read = byName(read(file));
    assertThat(read.keySet())
        .contains(
            "minefields SECRET-7",
            "minefield_points RP1",
            "minefield_points TP1",
            "hazardous_areas OLD-1",
            "hazardous_areas NOWHERE-3",
            "areas_of_concern FRONT-1",
            "releases PART-11",
            "releases PART-12",
            "tasks T-1",
            "devices HIDDEN-9",
            "accidents HURT-1",
            "find_reports SEEN-1");
    assertThat(read.keySet()).anyMatch(name -> name.startsWith("marking_inspections"));
    Feature field = the(read, "minefields SECRET-7");
    assertThat(field.text("accuracy_m")).contains("5.50");
    assertThat(field.text("stated_area_m2")).contains("5310.70");
    assertThat(field.text("exercise")).contains("true");
    assertThat(field.text("on")).contains("2026-06-01");
    assertThat(field.text("endorsement")).contains("none");
    assertThat(field.text("content_hash").orElseThrow()).hasSize(64);
    assertThat(shape(field)).isEqualTo(corners(LandProgram.FIELD));
    assertThat(shape(the(read, "tasks T-1"))).isEqualTo(corners(LandProgram.FIELD));
    assertThat(shape(the(read, "devices HIDDEN-9"))).containsExactly("-22.471123 52.031130");
    assertThat(the(read, "releases PART-11").text("depth_m")).contains("0.20");
    assertThat(the(read, "releases PART-12").shape()).isEmpty();
    assertThat(the(read, "hazardous_areas OLD-1").text("endorsement")).contains("proven");
    boolean isSpreadsheet = format.equals("csv") || format.equals("xlsx");
    assertThat(field.text("sector")).contains((isSpreadsheet ? "'" : "") + "=cmd|'/c calc'!A1");
    assertThat(the(read, "find_reports SEEN-1").text("text"))
        .contains((isSpreadsheet ? "'" : "") + "@something green");
    assertThat(the(read, "devices HIDDEN-9").text("condition"))
        .contains((isSpreadsheet ? "'" : "") + "+1 fuze \"and\" a line\nbroken");
    if (isSpreadsheet) {
      assertThat(field.text("notes")).contains("an apostrophe was put before: sector");
    }
  }

  /** Corners as texts, in whichever order rings may be wound. */
  private static List<String> shape(Feature feature) {
    if (feature.text("wkt").isPresent()) {
      return corners(feature.text("wkt").get());
    }
    return feature.shape().orElseThrow().parts().stream()
        .flatMap(part -> part.stream().flatMap(List::stream))
        .map(corner -> corner.x().toPlainString() + " " + corner.y().toPlainString())
        .sorted()
        .toList();
  }

  private static List<String> corners(String wkt) {
    return Geometry.parse(wkt).parts().stream()
        .flatMap(part -> part.stream().flatMap(List::stream))
        .map(at -> at.longitude().toPlainString() + " " + at.latitude().toPlainString())
        .sorted()
        .toList();
  }

  @Test
  void waypointsForTheField() throws Exception {
    LandProgram land = land();
    land.fill();
    String told =
        land.ok("export", "land", "--format", "gpx", "--disclosure", "restricted", "-o", "f.gpx")
            .out();
    assertThat(told).contains("rows are no waypoints");
    List<Feature> read = read("f.gpx");
    assertThat(read.stream().map(f -> f.text("name").orElseThrow()))
        .containsExactlyInAnyOrder(
            "EXERCISE SECRET-7 RP1", "EXERCISE SECRET-7 TP1", "EXERCISE HIDDEN-9");
  }

  @Test
  void aDangerWhoseCorrectionNobodyEndorsedIsInTheExportStill() throws Exception {
    LandProgram land = land();
    String id = land.hazard("H-1", LandProgram.FIELD, "restricted");
    Files.writeString(
        folder.resolve("smaller.yaml"),
        """
        body: {area: H-1, kind: cha, status: open, categories: [ap],
          place: "POINT (-22.31 52.11)"}
        """);
    land.ok("correct", id, "smaller.yaml");
    land.ok("export", "land", "--format", "csv", "--disclosure", "restricted", "-o", "a.csv");
    List<Feature> both = read("a.csv");
    assertThat(both).hasSize(2);
    assertThat(both.stream().map(f -> f.text("counts").orElseThrow()))
        .containsExactlyInAnyOrder("stands", "until its change is endorsed");
  }

  @Test
  void whatIsSealedLeavesInNoExport() throws Exception {
    LandProgram land = land();
    land.hazard("SEALED-1", LandProgram.FIELD, "sealed");
    String told =
        land.ok(
                "export",
                "land",
                "--format",
                "geojson",
                "--disclosure",
                "restricted",
                "-o",
                "a.json")
            .out();
    assertThat(told).contains("1 sealed entries were left out");
    assertThat(Files.readString(folder.resolve("a.json")))
        .doesNotContain("SEALED-1")
        .doesNotContain("5003191");
    assertThat(
            land.program
                .run("export", "land", "--format", "csv", "--disclosure", "sealed", "-o", "s.csv")
                .err())
        .contains("[export.disclosure]");
  }

  @Test
  void noFileIsReplacedUnasked() throws Exception {
    LandProgram land = land();
    land.fill();
    Files.writeString(folder.resolve("a.csv"), "mine");
    Program.Answer refused = land.program.run("export", "land", "--format", "csv", "-o", "a.csv");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("[output.file]").contains("--replace");
    assertThat(folder.resolve("a.csv")).hasContent("mine");
    land.ok("export", "land", "--format", "csv", "-o", "a.csv", "--replace");
    assertThat(Files.readString(folder.resolve("a.csv"))).contains("shown_cells");
    land.ok("export", "land", "--format", "csv", "--disclosure", "restricted", "-o", "r.csv");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("r.csv"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void whatTouchesAnAreaIsExportedWhole() throws Exception {
    LandProgram land = land();
    land.fill();
    land.ok(
        "export",
        "land",
        "--format",
        "csv",
        "--disclosure",
        "restricted",
        "-o",
        "a.csv",
        "--area",
        "-22.298,52.09,-22.2,52.2");
    List<Feature> read = read("a.csv");
    assertThat(
            read.stream()
                .filter(f -> f.text("wkt").isPresent())
                .flatMap(f -> f.text("name").stream()))
        .containsExactlyInAnyOrder("OLD-1", "NOWHERE-3", "OPEN-1");
    assertThat(read.stream().filter(f -> f.text("wkt").isEmpty()))
        .as("what has no place may lie in the area")
        .hasSize(1);
    Program.Answer wrong =
        land.program.run("export", "land", "--format", "csv", "-o", "b.csv", "--area", "3,2,1,4");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.err()).contains("[export.area]").contains("from west to east");
    assertThat(
            land.program
                .run("export", "land", "--format", "csv", "-o", "b.csv", "--on", "2026-01-01")
                .exitCode())
        .isEqualTo(2);
  }

  @Test
  void whatWasKnownAtATimeIsExported() throws Exception {
    LandProgram land = land();
    land.hazard("H-1", LandProgram.FIELD, "restricted");
    land.program.at(java.time.Instant.parse("2026-07-09T08:00:00Z"));
    land.hazard("H-2", LandProgram.OLD, "restricted");
    land.ok(
        "export",
        "land",
        "--format",
        "csv",
        "--disclosure",
        "restricted",
        "-o",
        "a.csv",
        "--known-at",
        "2026-07-05");
    assertThat(read("a.csv").stream().map(f -> f.text("name").orElseThrow()))
        .containsExactly("H-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "csv", "xlsx", "kml", "gpx"})
  void gdalReadsWhatIsWritten(String format) throws Exception {
    Gdal.assumeInstalled();
    LandProgram land = land();
    land.fill();
    for (String level : List.of("public", "restricted")) {
      String file = level + "." + format;
      land.ok("export", "land", "--format", format, "--disclosure", level, "-o", file);
      String told =
          switch (format) {
            case "csv" ->
                Gdal.run(folder, "ogrinfo", "-al", "-oo", "GEOM_POSSIBLE_NAMES=wkt", file);
            default -> Gdal.run(folder, "ogrinfo", "-al", file);
          };
      if (format.equals("gpx")) {
        continue;
      }
      assertThat(told).contains(level.equals("public") ? "OLD-1" : "SECRET-7");
      if (!format.equals("xlsx")) {
        assertThat(told).contains("POLYGON");
      }
    }
  }

  @Test
  void everyFileSaysThatItIsAnExercise() throws Exception {
    LandProgram land = land();
    land.fill();
    for (String format : List.of("geojson", "csv", "xlsx", "kml", "gpx")) {
      land.ok(
          "export", "land", "--format", format, "--disclosure", "restricted", "-o", "e." + format);
      assertThat(bytes("e." + format)).as(format).contains("/exercise");
      assertThat(new String(bytes("e." + format).getBytes(ISO_8859_1), UTF_8))
          .as(format)
          .containsAnyOf("EXERCISE", "exercise\n", ",exercise,");
    }
  }
}
