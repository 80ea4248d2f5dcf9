package org.fenceline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;

/** The walls of the house: who may use whom, no cycles, and a door sign on every package. */
class WallsTest {
  private static final String CORE = "org.fenceline.core";
  private static final List<String> DOMAINS = List.of("law", "stock", "evidence", "land");

  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.fenceline");

  @Test
  void noPackagesFormACycle() {
    slices().matching("org.fenceline.(**)").should().beFreeOfCycles().check(house);
  }

  @Test
  void coreKnowsNoOtherRoomAndDoesNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.fenceline.store..",
            "org.fenceline.exchange..",
            "org.fenceline.server..",
            "org.fenceline.cli..",
            "java.nio.file..",
            "java.net.http..",
            "java.sql..",
            "picocli..",
            "org.sqlite..")
        .check(house);
  }

  @Test
  void coreNeverAsksTheClock() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(house);
  }

  @Test
  void roomsDependDownwards() {
    noClasses()
        .that()
        .resideInAPackage("org.fenceline.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.fenceline.exchange..", "org.fenceline.server..", "org.fenceline.cli..")
        .check(house);
    noClasses()
        .that()
        .resideInAPackage("org.fenceline.exchange..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.fenceline.server..", "org.fenceline.cli..")
        .check(house);
    noClasses()
        .that()
        .resideInAPackage("org.fenceline.server..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.fenceline.cli..")
        .check(house);
  }

  @Test
  void domainsDoNotKnowEachOther() {
    for (String domain : DOMAINS) {
      String[] others =
          Stream.concat(DOMAINS.stream(), Stream.of("author", "finding", "forecast", "log"))
              .filter(other -> !other.equals(domain))
              .map(other -> CORE + "." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(CORE + "." + domain + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .allowEmptyShould(true)
          .check(house);
    }
  }

  @Test
  void forecastAndLogKnowNoOtherDomain() {
    for (String room : List.of("forecast", "log")) {
      noClasses()
          .that()
          .resideInAPackage(CORE + "." + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              CORE + ".land..",
              CORE + ".law..",
              CORE + ".stock..",
              CORE + ".evidence..",
              CORE + ".author..",
              CORE + ".finding..",
              CORE + "." + (room.equals("log") ? "forecast" : "log") + "..")
          .allowEmptyShould(true)
          .check(house);
    }
  }

  /** Entries may come to hold positions, so geometry must not know entries. */
  @Test
  void geometryKnowsNothingOfOursAndTraversesKnowGeometryAlone() {
    classes()
        .that()
        .resideInAPackage(CORE + ".land.geodesy..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            CORE + ".land.geodesy..",
            "java..",
            "net.sf.geographiclib..",
            "org.locationtech.jts..",
            "org.jspecify..")
        .check(house);
    classes()
        .that()
        .resideInAPackage(CORE + ".land.traverse..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(CORE + ".land..", "java..", "org.jspecify..")
        .check(house);
  }

  @Test
  void eachLibraryOfTheLandHasOneDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CORE + ".land.geodesy..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.sf.geographiclib..", "org.locationtech.jts..")
        .check(house);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.fenceline.exchange.position..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.sis..", "org.opengis..")
        .check(house);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.fenceline.exchange.crs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.locationtech.proj4j..")
        .check(house);
  }

  @Test
  void onlyStoreSpeaksToTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.fenceline.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..")
        .check(house);
  }

  @Test
  void everyPackageHasItsDoorSign() throws IOException {
    for (String room : List.of("core", "store", "exchange", "server", "cli")) {
      Path sources = ProjectFiles.of(room + "/src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        List<Path> unsigned =
            files
                .filter(file -> file.toString().endsWith(".java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertThat(unsigned).as("packages of " + room + " without package-info.java").isEmpty();
      }
    }
  }
}
