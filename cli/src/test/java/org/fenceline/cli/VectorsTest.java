package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.core.log.proof.Proven;
import org.fenceline.core.log.tile.Tiles;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/formats/vectors, for those who write a verifier of their own: ours gives the verdict that
 * the table says. The files stay as they are, because a signature by ML-DSA is another one each
 * time.
 */
class VectorsTest {
  private static final Path VECTORS = ProjectFiles.of("docs/formats/vectors");

  private static final Set<String> NO_VECTORS =
      Set.of("README.md", "verdicts.csv", ".gitattributes");

  /** A line of the table: file, kind, policy, leaf, verdict, reason. */
  private record Vector(
      String file, String kind, String policy, String leaf, String verdict, String reason) {}

  private static List<Vector> vectors() throws Exception {
    List<Vector> vectors = new ArrayList<>();
    for (String line : Files.readAllLines(VECTORS.resolve("verdicts.csv"))) {
      String[] cells = line.split(",", -1);
      assertThat(cells).as(line).hasSize(6);
      vectors.add(new Vector(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
    }
    return vectors.subList(1, vectors.size());
  }

  /** What a verifier says. */
  private record Verdict(boolean accepted, String text) {}

  @TestFactory
  List<DynamicTest> ourVerifierGivesTheVerdictOfTheTable() throws Exception {
    List<Vector> vectors = vectors();
    assertThat(vectors).hasSizeGreaterThan(20);
    return vectors.stream()
        .map(vector ->
            DynamicTest.dynamicTest(
                vector.file() + " " + vector.policy(),
                () -> {
                  Verdict verdict = verdict(vector);
                  assertThat(verdict.accepted() ? "accept" : "reject")
                      .as(verdict.text())
                      .isEqualTo(vector.verdict());
                  assertThat(verdict.text()).contains(vector.reason());
                }))
        .toList();
  }

  private static Verdict verdict(Vector vector) throws Exception {
    return switch (vector.kind()) {
      case "proof" -> {
        Program.Answer answer =
            new Program(VECTORS).run("verify", vector.file(), "--policy", vector.policy());
        yield new Verdict(answer.exitCode() == 0, answer.all());
      }
      case "checkpoint" -> {
        try {
          Checkpoint checkpoint =
              Proven.checkpoint(
                      SignedNote.parse(text(vector.file())),
                      PolicyText.parse(text(vector.policy())))
                  .checkpoint();
          yield new Verdict(true, checkpoint.size() + " leaves");
        } catch (MalformedInput e) {
          yield new Verdict(false, String.valueOf(e.getMessage()));
        }
      }
      case "bundle" -> bundle(vector);
      default -> throw new AssertionError("no such kind: " + vector.kind());
    };
  }

  /**
   * A public entry stands where its name says when the published tile has its leaf's hash there.
   */
  private static Verdict bundle(Vector vector) throws Exception {
    byte[] tile;
    try (Stream<Path> tiles = Files.list(VECTORS.resolve("published/tile/0/000.p"))) {
      tile = Files.readAllBytes(tiles.findFirst().orElseThrow());
    }
    try {
      byte[] leaf = EntryBundle.parse(text(vector.file()).stripTrailing()).leaf();
      byte[] published = Tiles.hash(tile, Integer.parseInt(vector.leaf()));
      return Arrays.equals(MerkleTree.leafHash(leaf), published)
          ? new Verdict(true, "the leaf has the published hash")
          : new Verdict(false, "the leaf has another hash than the published one");
    } catch (MalformedInput e) {
      return new Verdict(false, String.valueOf(e.getMessage()));
    }
  }

  private static String text(String file) throws Exception {
    return Files.readString(VECTORS.resolve(file), UTF_8);
  }

  @Test
  void everyFileHasItsVerdictAndNoneNamesARealLog() throws Exception {
    Set<String> told = new TreeSet<>();
    for (Vector vector : vectors()) {
      told.add(vector.file());
      if (vector.kind().equals("proof") && vector.verdict().equals("accept")) {
        assertThat(verdict(vector).text()).contains("EXERCISE: an invented record");
      }
    }
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.walk(VECTORS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = VECTORS.relativize(file).toString();
        if (!name.contains("tile/") && !NO_VECTORS.contains(name) && !name.endsWith(".policy")) {
          there.add(name);
        }
      }
    }
    assertThat(told).isEqualTo(there);
    Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(text("published/checkpoint")).text());
    assertThat(checkpoint.origin()).endsWith("/exercise");
  }

  /**
   * Makes a set of files anew, in {@code -Dfenceline.vectors.make=FOLDER}; other people's tests
   * hang on those that are there, so that they are added to and not replaced.
   */
  @Test
  @EnabledIfSystemProperty(named = "fenceline.vectors.make", matches = ".+")
  void make(@TempDir Path work) throws Exception {
    new VectorFiles(work, Path.of(System.getProperty("fenceline.vectors.make"))).write();
  }
}
