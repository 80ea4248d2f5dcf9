package org.fenceline.cli.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.feature.FileBytes;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.exchange.mapping.FeatureImport;
import org.fenceline.exchange.mapping.Mapping;
import org.fenceline.exchange.mapping.Suggestion;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;

/** A file that is read by a mapping, or for one. */
final class MappedFile {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int LOOK_AT_THE_CLOCK_EVERY = 500;

  private final Surroundings surroundings;
  private final String name;
  private final Consumer<String> progress;

  /** What was read, and what was guessed of the file. */
  record Read(FeatureImport.Imported imported, List<String> guesses) {}

  MappedFile(Surroundings surroundings, String name, Consumer<String> progress) {
    this.surroundings = surroundings;
    this.name = name;
    this.progress = progress;
  }

  /** A first guess at its mapping. */
  String suggestion() throws MalformedInput {
    try {
      FeatureFile file = FeatureFiles.open(path());
      Suggestion suggestion = new Suggestion(bareName());
      file.read(watched(suggestion));
      return suggestion.yaml(file.guesses());
    } catch (MalformedInput e) {
      throw e.in(name);
    }
  }

  /** Its entries. */
  Read read(Register register, String mappingName) throws MalformedInput {
    Mapping mapping;
    try {
      mapping = Mapping.read(Input.read(surroundings, mappingName).text());
    } catch (MalformedInput e) {
      throw e.in(mappingName);
    }
    try (Reading reading = register.read()) {
      FeatureFile file = FeatureFiles.open(path(), mapping);
      FeatureImport features =
          new FeatureImport(mapping, register.identity().exercise(), reading::thread);
      file.read(watched(features));
      List<Sha256> digests = new ArrayList<>();
      for (Path part : file.parts()) {
        digests.add(Sha256.of(FileBytes.of(part)));
      }
      return new Read(features.finish(digests), file.guesses());
    } catch (MalformedInput e) {
      throw e.in(name);
    }
  }

  private FeatureFile.FeatureTaker watched(FeatureFile.FeatureTaker taker) {
    InstantSource clock = InstantSource.system();
    long[] count = {0};
    Instant[] told = {clock.instant()};
    return feature -> {
      taker.take(feature);
      if (++count[0] % LOOK_AT_THE_CLOCK_EVERY == 0
          && Duration.between(told[0], clock.instant()).compareTo(PATIENCE) >= 0) {
        progress.accept("read %,d features ...".formatted(count[0]));
        told[0] = clock.instant();
      }
    };
  }

  private Path path() {
    Path path = surroundings.file(name);
    if (!Files.isRegularFile(path)) {
      throw new RefusedRequest(
          new Problem(
              "input.missing", Place.UNKNOWN.in(name), "there is no such file", "check the name"));
    }
    return path;
  }

  private String bareName() {
    Path file = Path.of(name).getFileName();
    return file == null ? name : file.toString().replaceFirst("\\.[^.]*$", "");
  }
}
