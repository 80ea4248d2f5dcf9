package org.fenceline.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.place.Places;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Assumptions;

/** Real hazard data of others, and what became of it. */
final class Hazards {
  private Hazards() {}

  /** A file of a set that does not stand in this project; the test is skipped without it. */
  static Path elsewhere(String name) {
    String folder = System.getenv("FENCELINE_HAZARDS");
    Path file = Path.of(folder == null ? "" : folder).resolve(name);
    Assumptions.assumeTrue(
        folder != null && Files.exists(file),
        "SKIPPED: "
            + name
            + " does not stand in this project (size or licence); name the folder of the hazard"
            + " sets by the environment variable FENCELINE_HAZARDS to read it");
    return file;
  }

  /** A file that stands in this project. */
  static Path here(String name) {
    return ProjectFiles.of("exchange/src/test/data/" + name);
  }

  /** A file read by one of the project's example mappings. */
  static FeatureImport.Imported imported(Path file, String mapping) throws Exception {
    return read(file, Files.readString(ProjectFiles.of("examples/mappings/" + mapping + ".yaml")));
  }

  /** A file read by a mapping. */
  static FeatureImport.Imported read(Path path, String mapping) throws Exception {
    Mapping read = Mapping.read(mapping);
    FeatureImport features = new FeatureImport(read, false, _ -> List.of());
    FeatureFile file = FeatureFiles.open(path, read);
    file.read(features);
    FeatureImport.Imported imported = features.finish(List.of());
    assertThat(imported.facts().size() + imported.refusedRows() + imported.aside())
        .as("every row is an entry, refused, or left aside")
        .isEqualTo(imported.rows());
    assertThat(imported.facts().stream().map(Fact::id)).doesNotHaveDuplicates();
    return imported;
  }

  static List<HazardousArea> areas(FeatureImport.Imported imported) {
    return imported.facts().stream().map(Fact::body).map(HazardousArea.class::cast).toList();
  }

  static List<Accident> accidents(FeatureImport.Imported imported) {
    return imported.facts().stream().map(Fact::body).map(Accident.class::cast).toList();
  }

  static double areaSquareMetres(FeatureImport.Imported imported, Predicate<HazardousArea> which) {
    return areas(imported).stream()
        .filter(which)
        .mapToDouble(area -> Places.of(area).areaSquareMetres())
        .sum();
  }

  /** Holds the corners of all shapes against a box. */
  static void assertBox(
      FeatureImport.Imported imported,
      double west,
      double south,
      double east,
      double north,
      double within) {
    List<Position> corners =
        imported.facts().stream()
            .map(fact -> Places.of(fact.body()))
            .map(Footprint::corners)
            .flatMap(List::stream)
            .toList();
    org.assertj.core.data.Offset<Double> offset = org.assertj.core.data.Offset.offset(within);
    assertThat(corners.stream().mapToDouble(Position::longitude).min().orElseThrow())
        .isCloseTo(west, offset);
    assertThat(corners.stream().mapToDouble(Position::latitude).min().orElseThrow())
        .isCloseTo(south, offset);
    assertThat(corners.stream().mapToDouble(Position::longitude).max().orElseThrow())
        .isCloseTo(east, offset);
    assertThat(corners.stream().mapToDouble(Position::latitude).max().orElseThrow())
        .isCloseTo(north, offset);
  }
}
