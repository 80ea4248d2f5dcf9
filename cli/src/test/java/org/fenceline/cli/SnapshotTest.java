package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.testing.Gdal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots of the land: numbered, proven by themselves, and verified whoever rewrote them. */
class SnapshotTest {
  @TempDir Path folder = Path.of("");

  private LandProgram land = LandProgram.UNMADE;

  @BeforeEach
  void makeARegisterWithKeys() throws Exception {
    land = new LandProgram(folder);
    land.program.with("FENCELINE_REGISTER", "pol.fenceline");
    land.ok("log", "key", "new");
    Files.writeString(folder.resolve("pol.policy"), land.ok("log", "key", "show").out());
    land.fill();
  }

  private Json.Obj export(String level, String file, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("export", "geopackage", "--disclosure", level, "-o", file, "--json"));
    arguments.addAll(List.of(more));
    return land.ok(arguments.toArray(String[]::new)).json();
  }

  private Program.Answer verify(String file) {
    return land.program.run("verify", file, "--policy", "pol.policy");
  }

  private void sql(String file, String... statements) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        Statement statement = connection.createStatement()) {
      List<String> triggers = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("select name from sqlite_schema where type = 'trigger'")) {
        while (rows.next()) {
          triggers.add(rows.getString(1));
        }
      }
      for (String trigger : triggers) {
        statement.execute("drop trigger \"" + trigger + "\"");
      }
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private long count(String file, String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.getLong(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "restricted"})
  void aSnapshotProvesItself(String level) throws Exception {
    export(level, "a.gpkg");
    Program.Answer verified = verify("a.gpkg");
    assertThat(verified.exitCode()).as(verified.all()).isZero();
    assertThat(verified.out())
        .contains("EXERCISE")
        .contains("proven: release 1, " + level)
        .contains("rows as released")
        .contains("styles are no part of a snapshot")
        .doesNotContain("NOT PART");
    Files.writeString(folder.resolve("nobody.policy"), "quorum none\n");
    Program.Answer stranger = land.program.run("verify", "a.gpkg", "--policy", "nobody.policy");
    assertThat(stranger.exitCode()).isEqualTo(1);
    assertThat(stranger.out()).contains("knows no log");
    String mode =
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.gpkg")));
    assertThat(mode).isEqualTo(level.equals("public") ? "rw-r--r--" : "rw-------");
    // The index covers what has a shape.
    for (String layer :
        level.equals("public")
            ? List.of("shown_cells", "public_hazards")
            : List.of("minefields", "releases")) {
      assertThat(count("a.gpkg", "select count(*) from rtree_" + layer + "_geom"))
          .isPositive()
          .isEqualTo(count("a.gpkg", "select count(*) from " + layer + " where geom notnull"));
    }
    assertThat(count("a.gpkg", "select count(*) from pragma_foreign_key_check")).isZero();
    assertThat(count("a.gpkg", "select count(*) from pragma_integrity_check")).isEqualTo(1);
    List<Feature> read = new ArrayList<>();
    FeatureFiles.open(folder.resolve("a.gpkg")).read(read::add);
    assertThat(read).allSatisfy(feature -> assertThat(feature.problems()).isEmpty());
    assertThat(read.stream().filter(f -> f.shape().isPresent()))
        .allSatisfy(feature -> assertThat(feature.crs()).contains("EPSG:4326"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "restricted"})
  void gdalOpensItWithoutAWarningAndItsCopyVerifies(String level) throws Exception {
    Gdal.assumeInstalled();
    export(level, "a.gpkg");
    String told = Gdal.run(folder, "ogrinfo", "-al", "-so", "a.gpkg");
    assertThat(told)
        .contains("snapshot_proof")
        .contains(level.equals("public") ? "shown_cells" : "minefields")
        .contains("WGS 84");
    assertThat(Gdal.run(folder, "ogrinfo", "-al", "a.gpkg")).contains("MULTIPOLYGON (((-22.");
    Gdal.run(folder, "ogr2ogr", "copy.gpkg", "a.gpkg");
    Program.Answer verified = verify("copy.gpkg");
    assertThat(verified.exitCode()).as(verified.all()).isZero();
    assertThat(verified.out()).contains("rows as released").doesNotContain("NOT PART");
    // Another way round: lines of other heads, heights, and no index.
    Gdal.run(
        folder,
        "ogr2ogr",
        "-lco",
        "SPATIAL_INDEX=NO",
        "-lco",
        "GEOMETRY_NAME=the_geom",
        "-lco",
        "FID=ogc_fid",
        "-dim",
        "XYZ",
        "other.gpkg",
        "a.gpkg");
    Program.Answer other = verify("other.gpkg");
    assertThat(other.exitCode()).as(other.all()).isZero();
    assertThat(other.out()).doesNotContain("NOT PART");
  }

  @Test
  void whatAProgramRewroteStillVerifies() throws Exception {
    export("restricted", "a.gpkg");
    sql(
        "a.gpkg",
        "create table moved as select endorsement, id, \"on\", * from devices",
        "alter table moved drop column \"endorsement:1\"",
        "alter table moved drop column \"id:1\"",
        "alter table moved drop column \"on:1\"",
        "drop table devices",
        "alter table moved rename to devices",
        "update devices set fid = fid + 100",
        // Point, without bounds, little endian: the same point big endian.
        "update accidents set geom = unhex('" + bigEndianPoint(-22.4137, 52.2143) + "')",
        "update minefields set sector = sector",
        "vacuum");
    Program.Answer verified = verify("a.gpkg");
    assertThat(verified.exitCode()).as(verified.all()).isZero();
  }

  private static String bigEndianPoint(double x, double y) {
    ByteBuffer bytes = ByteBuffer.allocate(29).put((byte) 'G').put((byte) 'P');
    bytes.put((byte) 0).put((byte) 0).putInt(4326);
    bytes.put((byte) 0).putInt(1).putDouble(x).putDouble(y);
    return java.util.HexFormat.of().formatHex(bytes.array());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update minefields set name = 'OTHER' | changed: minefields",
        "update minefields set accuracy_m = 5.6 | changed: minefields",
        "update minefields set accuracy_m = '5.5x' | changed: minefields",
        "update minefields set recorded_digits = null | changed: minefields",
        "update minefields set exercise = 0 | changed: minefields",
        "update minefields set mines_laid = 3 | changed: minefields",
        "update devices set geom = zeroblob(40) | changed: devices",
        "update devices set geom = null | changed: devices",
        "delete from accidents | missing: accidents",
        "drop table accidents | is no table",
        "delete from gpkg_contents where table_name = 'accidents' | missing: accidents",
        "insert into find_reports (id, name) values ('x', 'X') | added: find_reports x",
        "insert into find_reports (id, name) select id, name from find_reports | changed: find_reports",
        "update snapshot set value = 'x' where name = 'log_root' | says log_root",
        "update snapshot set value = '7' where name = 'number' | the table snapshot says number",
        "update snapshot set value = 'false' where name = 'exercise' | says exercise",
        "insert into snapshot_changes (change, layer, row_id) values ('added', 'tasks', 'x') |"
            + " snapshot_changes is not",
        "update gpkg_geometry_columns set srs_id = 0 where table_name = 'devices' | another system",
        "delete from snapshot_proof | no table snapshot_proof",
        "update snapshot_proof set tlog_proof = replace(tlog_proof, 'index 3', 'index 1') | not proven"
      })
  void whatSomebodyChangedIsNamed(String statement, String named) throws Exception {
    export("restricted", "a.gpkg");
    sql("a.gpkg", statement);
    Program.Answer verified = verify("a.gpkg");
    assertThat(verified.exitCode()).as(verified.all()).isNotZero();
    assertThat(verified.all()).contains(named);
  }

  @Test
  void aChangedRowIsNotHiddenByAChangedList() throws Exception {
    export("restricted", "a.gpkg");
    sql(
        "a.gpkg",
        "update minefields set name = 'OTHER'",
        "update snapshot_rows set sha256 = '" + "0".repeat(64) + "' where layer = 'minefields'");
    Program.Answer verified = verify("a.gpkg");
    assertThat(verified.exitCode()).isEqualTo(1);
    assertThat(verified.out()).contains("the list that would name them was too");
  }

  /** What a GIS would show although the rows are as they were. */
  @Test
  void whatIsPutBesideTheRowsIsTold() throws Exception {
    export("public", "a.gpkg");
    sql(
        "a.gpkg",
        "create table safe_ground (fid integer primary key, geom blob)",
        "insert into gpkg_contents (table_name, data_type) values ('safe_ground', 'features')",
        "alter table shown_cells add column advice text",
        "update shown_cells set advice = 'safe'");
    Program.Answer verified = verify("a.gpkg");
    assertThat(verified.out())
        .contains("NOT PART OF THE SNAPSHOT: the table safe_ground")
        .contains("NOT PART OF THE SNAPSHOT: the column advice of shown_cells");
    export("restricted", "b.gpkg");
    // A layer without rows becomes a view that shows some; a row without a shape an "empty" one.
    sql(
        "b.gpkg",
        "drop table risk_education",
        "create view risk_education as select * from devices");
    assertThat(verify("b.gpkg").err()).contains("is no table");
    export("restricted", "c.gpkg");
    sql(
        "c.gpkg",
        "update releases set geom = (select substr(geom, 1, 3) || x'11' || substr(geom, 5) from"
            + " devices) where geom is null");
    assertThat(verify("c.gpkg").out()).contains("changed: releases");
  }

  @Test
  void theSecondReleaseListsWhatChanged() throws Exception {
    Json.Obj first = export("restricted", "1.gpkg");
    assertThat(first.get("number")).contains(Json.of(1));
    assertThat(first.get("added")).isEmpty();
    assertThat(export("public", "p.gpkg").get("number")).contains(Json.of(1));
    land.program.at(Instant.parse("2026-07-04T08:00:00Z"));
    String other = land.hazard("NEW-5", LandProgram.OLD, "restricted");
    Json.Obj second = export("restricted", "2.gpkg");
    assertThat(second.get("number")).contains(Json.of(2));
    assertThat(second.get("added")).contains(Json.of(1));
    assertThat(second.get("changed")).contains(Json.of(0));
    assertThat(second.get("removed")).contains(Json.of(0));
    assertThat(count("2.gpkg", "select count(*) from snapshot_changes")).isEqualTo(1);
    assertThat(
            count(
                "2.gpkg",
                "select count(*) from snapshot_changes where change = 'added' and layer ="
                    + " 'hazardous_areas' and row_id = '"
                    + other
                    + "'"))
        .isEqualTo(1);
    land.endorse(other);
    assertThat(export("restricted", "3.gpkg").get("changed")).contains(Json.of(1));
    assertThat(verify("2.gpkg").exitCode()).isZero();
    // An area is a series of its own.
    assertThat(export("restricted", "area.gpkg", "--area", "-22.31,52.0,-22.2,52.2").get("number"))
        .contains(Json.of(1));
    Program.Answer area = verify("area.gpkg");
    assertThat(area.exitCode()).as(area.all()).isZero();
    land.ok("audit");
    land.ok("rebuild");
  }

  /** Coordinates as text and as numbers of eight bytes in either order, names and ids. */
  @Test
  void nothingRestrictedIsInTheBytesOfAPublicSnapshot() throws Exception {
    export("public", "p.gpkg");
    export("restricted", "r.gpkg");
    String open = new String(Files.readAllBytes(folder.resolve("p.gpkg")), ISO_8859_1);
    String restricted = new String(Files.readAllBytes(folder.resolve("r.gpkg")), ISO_8859_1);
    List<String> secrets =
        new ArrayList<>(
            List.of("SECRET-7", "HIDDEN-9", "NOWHERE-3", "FRONT-1", "HURT-1", "SEEN-1"));
    for (String wkt :
        List.of(
            LandProgram.FIELD,
            "POINT (-22.4998371 52.0043219)",
            "POINT (-22.471123 52.031130)",
            "POINT (-22.4137 52.2143)",
            "POINT (-22.4737 52.0243)")) {
      Geometry.parse(wkt).parts().stream()
          .flatMap(part -> part.stream().flatMap(List::stream))
          .flatMap(at -> Stream.of(at.longitude(), at.latitude()))
          .forEach(number -> {
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
              byte[] bytes =
                  ByteBuffer.allocate(8).order(order).putDouble(number.doubleValue()).array();
              assertThat(open).doesNotContain(new String(bytes, ISO_8859_1));
            }
            byte[] written =
                ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(number.doubleValue())
                    .array();
            assertThat(restricted).contains(new String(written, ISO_8859_1));
            secrets.add(number.toPlainString());
          });
    }
    assertThat(open).doesNotContain(secrets).contains("OLD-1", "shown as dangerous");
    land.ok("export", "entries", "-")
        .out()
        .lines()
        .filter(line -> line.contains("\"disclosure\":\"restricted\""))
        .map(line -> line.replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1"))
        .forEach(id -> assertThat(open).doesNotContain(id));
    // The releases themselves have the level of what they released.
    land.ok("publish", "www");
    try (Stream<Path> files = Files.walk(folder.resolve("www/entries"))) {
      List<String> published = new ArrayList<>();
      for (Path entry : files.filter(Files::isRegularFile).toList()) {
        published.add(Files.readString(entry));
      }
      assertThat(published)
          .anyMatch(text -> text.contains("snapshot-published") && text.contains("shown_cells"))
          .noneMatch(text -> text.contains("marking_inspections"));
    }
  }

  @Test
  void withoutKeysNothingIsRecordedAndItSaysHowToMakeThem() throws Exception {
    long before = size();
    Program.Answer refused =
        land.program.run("export", "geopackage", "-o", "a.gpkg", "--keys", "elsewhere");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("[key.missing]").contains("fenceline log key new");
    assertThat(size()).isEqualTo(before);
    assertThat(folder.resolve("a.gpkg")).doesNotExist();
  }

  private long size() {
    return land.ok("export", "entries", "-").out().lines().count();
  }

  /**
   * A log that may not sign, after the release was recorded: no file, and the next one counts on.
   */
  @Test
  void whatCannotBeProvenGetsNoName() throws Exception {
    Path last = folder.resolve("pol.keys/log/last-signed");
    land.ok("log", "checkpoint");
    String signed = Files.readString(last);
    Files.writeString(last, signed.replaceFirst("\n\\d+\n", "\n99999\n"));
    Program.Answer refused = land.program.run("export", "geopackage", "-o", "a.gpkg");
    assertThat(refused.exitCode()).as(refused.all()).isEqualTo(3);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("a.gpkg"));
    }
    Files.writeString(last, signed);
    assertThat(export("public", "a.gpkg").get("number")).contains(Json.of(2));
    assertThat(verify("a.gpkg").exitCode()).isZero();
  }

  @Test
  void theFileIsNamedAfterItsEntryAndItsCheckpointAreOnDisk() throws Exception {
    export("public", "a.gpkg");
    // A copy of the register from before the file had its name would hold the entry.
    Files.copy(
        folder.resolve("pol.fenceline"),
        folder.resolve("copy.fenceline"),
        StandardCopyOption.REPLACE_EXISTING);
    Program.Answer audit = land.program.run("audit", "--register", "copy.fenceline");
    assertThat(audit.exitCode()).as(audit.all()).isZero();
    Program.Answer again = land.program.run("export", "geopackage", "-o", "a.gpkg");
    assertThat(again.err()).contains("[output.file]").contains("--replace");
    assertThat(export("public", "a.gpkg", "--replace").get("number")).contains(Json.of(2));
  }

  @Test
  void whatIsNoSnapshotIsToldSo() throws Exception {
    Files.copy(folder.resolve("pol.fenceline"), folder.resolve("x.gpkg"));
    Program.Answer refused = verify("x.gpkg");
    assertThat(refused.exitCode()).isEqualTo(3);
  }
}
