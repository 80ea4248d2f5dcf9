package org.fenceline.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.SourceDocument;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.evidence.EvidenceReport.Uncovered;

/**
 * Holds every claim against its document, and the document's figures and dates against the claims.
 */
public final class EvidenceCheck {
  private EvidenceCheck() {}

  /**
   * Checks a document.
   *
   * @param text the document's text
   * @param digest digest of the file that was read
   */
  public static EvidenceReport check(
      String text,
      Sha256 digest,
      SourceDocument source,
      List<Claim> claims,
      List<NotClaim> notClaims) {
    List<Paragraph> document = Paragraph.of(text, source.published());
    Map<Integer, List<Span>> covered = new HashMap<>();
    List<ClaimResult> results = new ArrayList<>();
    for (Claim claim : claims) {
      ClaimCheck check = new ClaimCheck(claim, document);
      results.add(check.result());
      covered.computeIfAbsent(claim.paragraph(), _ -> new ArrayList<>()).addAll(check.covered());
    }
    List<NotClaim> stray = new ArrayList<>();
    for (NotClaim notClaim : notClaims) {
      Optional<Span> span =
          notClaim.paragraph() >= 1 && notClaim.paragraph() <= document.size()
              ? document.get(notClaim.paragraph() - 1).find(notClaim.words())
              : Optional.empty();
      if (span.isPresent()) {
        covered.computeIfAbsent(notClaim.paragraph(), _ -> new ArrayList<>()).add(span.get());
      } else {
        stray.add(notClaim);
      }
    }
    return new EvidenceReport(
        source,
        digest.equals(source.sha256()),
        results,
        uncovered(document, covered),
        notClaims,
        stray);
  }

  private static List<Uncovered> uncovered(
      List<Paragraph> document, Map<Integer, List<Span>> covered) {
    List<Uncovered> uncovered = new ArrayList<>();
    for (Paragraph paragraph : document) {
      List<Span> spans = new ArrayList<>();
      paragraph.figures().forEach(figure -> spans.add(figure.span()));
      paragraph.dates().forEach(date -> spans.add(date.span()));
      spans.sort(java.util.Comparator.comparingInt(Span::start));
      List<Span> claims = covered.getOrDefault(paragraph.number(), List.of());
      for (Span span : spans) {
        if (claims.stream().noneMatch(claim -> claim.contains(span))) {
          uncovered.add(new Uncovered(paragraph.number(), span.of(paragraph.text())));
        }
      }
    }
    return uncovered;
  }
}
