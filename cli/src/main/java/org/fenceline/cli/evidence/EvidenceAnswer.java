package org.fenceline.cli.evidence;

import java.util.List;
import java.util.Locale;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.evidence.ClaimResult;
import org.fenceline.core.evidence.ClaimResult.Status;
import org.fenceline.core.evidence.EvidenceReport;

/** An evidence report as JSON and as text. */
final class EvidenceAnswer {
  private EvidenceAnswer() {}

  static Json json(EvidenceReport report) {
    return Json.object()
        .put("source", report.source().name().text())
        .put("sameFile", report.isSameFile())
        .put("claims", report.results().size())
        .put("foundInText", report.count(Status.FOUND_IN_TEXT))
        .put("clean", report.isClean())
        .put("results", Json.array(report.results().stream().map(EvidenceAnswer::json).toList()))
        .put(
            "uncovered",
            Json.array(
                report.uncovered().stream()
                    .map(uncovered ->
                        Json.object()
                            .put("paragraph", uncovered.paragraph())
                            .put("words", uncovered.words())
                            .build())
                    .toList()))
        .put(
            "notClaims",
            Json.array(
                report.notClaims().stream()
                    .map(words ->
                        Json.object()
                            .put("paragraph", words.paragraph())
                            .put("words", words.words())
                            .put("reason", words.reason())
                            .put("found", !report.strayNotClaims().contains(words))
                            .build())
                    .toList()))
        .build();
  }

  private static Json json(ClaimResult result) {
    return Json.object()
        .put("claim", result.claim().claim().text())
        .put("paragraph", result.claim().paragraph())
        .put("status", word(result.status()))
        .put(
            "misses",
            Json.array(
                result.misses().stream()
                    .map(miss ->
                        Json.object()
                            .put("field", miss.field())
                            .put("wanted", miss.wanted())
                            .put("found", miss.found())
                            .build())
                    .toList()))
        .build();
  }

  static void show(Page page, EvidenceReport report) {
    long found = report.count(Status.FOUND_IN_TEXT);
    int all = report.results().size();
    page.line(
        (found == all ? page.good(found + " of " + all) : page.alarm(found + " of " + all))
            + " claims found in the text (which does not make them true)");
    if (!report.isSameFile()) {
      page.line(
          page.alarm("another file: ")
              + "the text read is not the one whose digest the claims file names");
    }
    page.line(
        "published "
            + report
                .source()
                .published()
                .map(Object::toString)
                .orElse("unknown: relative dates cannot be checked")
            + report.source().publishedNote().map(note -> " (" + note + ")").orElse(""));
    for (ClaimResult result : report.results()) {
      if (result.status() != Status.FOUND_IN_TEXT) {
        page.line(
            page.alarm(word(result.status()))
                + "  "
                + result.claim().claim()
                + ", paragraph "
                + result.claim().paragraph());
        result.misses().forEach(miss -> page.line("  " + miss));
      }
    }
    report
        .strayNotClaims()
        .forEach(words ->
            page.line(
                page.alarm("not in the text: ")
                    + "notClaims, paragraph "
                    + words.paragraph()
                    + ", \""
                    + words.words()
                    + "\""));
    uncovered(page, report.uncovered());
    report
        .notClaims()
        .forEach(words ->
            page.line(
                page.faint(
                    "not a claim: paragraph "
                        + words.paragraph()
                        + ", \""
                        + words.words()
                        + "\": "
                        + words.reason())));
  }

  private static void uncovered(Page page, List<EvidenceReport.Uncovered> uncovered) {
    if (uncovered.isEmpty()) {
      page.line("every figure and date of the document is covered by a claim");
    }
    uncovered.forEach(words ->
        page.line(
            page.caution("no claim covers: ")
                + "paragraph "
                + words.paragraph()
                + ", \""
                + words.words()
                + "\""));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
