package org.fenceline.exchange.claims;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.SourceDocument;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.evidence.ClaimResult;
import org.fenceline.core.evidence.ClaimResult.Miss;
import org.fenceline.core.evidence.ClaimResult.Status;
import org.fenceline.core.evidence.EvidenceCheck;
import org.fenceline.core.evidence.EvidenceReport;
import org.fenceline.exchange.claims.ClaimMutations.Mutation;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims against whole reports: two of our own, and the one that the project starts from. */
class ClaimsAgainstReportsTest {

  /** The report's text belongs to its publisher and is not in the project. */
  private static final Path SEED =
      ProjectFiles.of("../shared/seed/000_59ab1c971b604ff2.txt").normalize();

  /** A report with its claims. */
  private record Case(String text, ClaimsFile claims) {
    EvidenceReport check(List<Claim> changed, SourceDocument source) {
      return EvidenceCheck.check(
          text, Sha256.of(text.getBytes(UTF_8)), source, changed, claims.notClaims());
    }

    EvidenceReport check() {
      return check(claims.claims(), claims.source());
    }

    ClaimResult check(Claim claim) {
      return check(List.of(claim), claims.source()).results().getFirst();
    }
  }

  private static Case own(String name) throws Exception {
    String text = resource(name + ".txt");
    String digest = Sha256.of(text.getBytes(UTF_8)).hex();
    return new Case(text, ClaimsFile.read(resource(name + ".yaml").replace("DIGEST", digest)));
  }

  private static Case seed() throws Exception {
    boolean there = Files.exists(SEED);
    if (!there) {
      System.out.println(
          "SKIPPED: the report's text is not in the project (its licence does not allow it), and "
              + SEED
              + " is not there");
    }
    assumeTrue(there, "the report's text is not at " + SEED);
    String claims = Files.readString(ProjectFiles.of("examples/east-shield/claims.yaml"));
    return new Case(Files.readString(SEED), ClaimsFile.read(claims));
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = ClaimsAgainstReportsTest.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Case named(String name) throws Exception {
    return name.equals("seed") ? seed() : own(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clearance-report", "trap-report", "seed"})
  void everyClaimIsFoundAndNoFigureIsLeft(String name) throws Exception {
    EvidenceReport report = named(name).check();
    assertThat(report.results().stream().filter(r -> r.status() != Status.FOUND_IN_TEXT)).isEmpty();
    assertThat(report.uncovered()).isEmpty();
    assertThat(report.isClean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clearance-report", "trap-report", "seed"})
  void everyWrongFieldIsCaughtAndNamed(String name) throws Exception {
    Case report = named(name);
    List<String> uncaught = new ArrayList<>();
    int tried = 0;
    for (Claim claim : report.claims().claims()) {
      for (Mutation mutation : ClaimMutations.of(claim)) {
        tried++;
        ClaimResult result = report.check(mutation.claim());
        boolean named =
            result.misses().stream().map(Miss::field).anyMatch(mutation.field()::equals);
        if (result.status() != Status.UNSUPPORTED || !named) {
          uncaught.add(mutation.field() + " of " + claim.claim() + ": " + mutation.claim());
        }
      }
    }
    System.out.println("claims of " + name + ": " + tried + " wrong fields tried");
    assertThat(uncaught).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clearance-report", "trap-report", "seed"})
  void aParagraphThatLacksTheWordsIsCaught(String name) throws Exception {
    Case report = named(name);
    List<String> paragraphs = report.text().lines().filter(line -> !line.isBlank()).toList();
    List<String> uncaught = new ArrayList<>();
    int tried = 0;
    for (Claim claim : report.claims().claims()) {
      for (int number = 1; number <= paragraphs.size() + 1; number++) {
        boolean lacks =
            number > paragraphs.size()
                || claim.value().isPresent()
                || claim.when().isPresent()
                || claim.names().stream().anyMatch(missing(paragraphs.get(number - 1)));
        if (number != claim.paragraph() && lacks) {
          tried++;
          ClaimResult result = report.check(ClaimMutations.withParagraph(claim, number));
          if (result.status() != Status.UNSUPPORTED) {
            uncaught.add(claim.claim() + " at " + number);
          }
        }
      }
    }
    System.out.println("claims of " + name + ": " + tried + " wrong paragraphs tried");
    assertThat(uncaught).isEmpty();
  }

  private static java.util.function.Predicate<String> missing(String paragraph) {
    return name -> !paragraph.contains(name);
  }

  @Test
  void withoutADateOfPublicationRelativeDatesCannotBeChecked() throws Exception {
    Case report = own("clearance-report");
    SourceDocument dated = report.claims().source();
    SourceDocument undated =
        new SourceDocument(
            dated.name(),
            dated.title(),
            dated.publisher(),
            dated.sha256(),
            Optional.empty(),
            Optional.empty());
    EvidenceReport result = report.check(report.claims().claims(), undated);
    assertThat(result.results())
        .filteredOn(r -> r.claim().claim().text().equals("ends"))
        .extracting(ClaimResult::status)
        .containsExactly(Status.CANNOT_BE_CHECKED);
    assertThat(result.count(Status.FOUND_IN_TEXT)).isEqualTo(result.results().size() - 1L);
  }

  @Test
  void figuresAndDatesThatNoClaimCoversAreListed() throws Exception {
    Case report = own("clearance-report");
    EvidenceReport result = report.check(List.of(), report.claims().source());
    assertThat(result.uncovered())
        .extracting(EvidenceReport.Uncovered::words)
        .containsExactly(
            "14 May 2024", "12,400", "January 2023", "Eleven", "3", "next year", "2.5 million");
  }

  @Test
  void anotherFileIsSaidToBeAnother() throws Exception {
    Case report = own("clearance-report");
    EvidenceReport result =
        EvidenceCheck.check(
            report.text() + "\n",
            Sha256.of((report.text() + "\n").getBytes(UTF_8)),
            report.claims().source(),
            report.claims().claims(),
            List.of());
    assertThat(result.isSameFile()).isFalse();
    assertThat(result.isClean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source: [",
        "source: {name: x}",
        "claims: []",
      })
  void aClaimsFileThatCannotBeReadSaysWhere(String text) {
    assertThatThrownBy(() -> ClaimsFile.read(text))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("line ");
  }

  @Test
  void aWrongFieldOfAClaimsFileIsPlaced() throws Exception {
    String text =
        resource("clearance-report.yaml")
            .replace("DIGEST", "0".repeat(64))
            .replace("paragraph: 3, value: {low: 11", "paragraph: -3, value: {low: eleven");
    assertThatThrownBy(() -> ClaimsFile.read(text))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("line 11: claims[3].value.low")
        .hasMessageContaining("\"eleven\"");
  }
}
