package org.fenceline.core.evidence;

import java.util.List;
import org.fenceline.core.entry.body.SourceDocument;

/**
 * A document held against its claims.
 *
 * @param source the document
 * @param isSameFile whether the text that was read has the digest that the claims file names
 * @param results what became of each claim
 * @param uncovered figures and dates of the document that no claim covers
 * @param notClaims words that are declared to claim nothing
 * @param strayNotClaims of those, the ones that do not stand in the document
 */
public record EvidenceReport(
    SourceDocument source,
    boolean isSameFile,
    List<ClaimResult> results,
    List<Uncovered> uncovered,
    List<NotClaim> notClaims,
    List<NotClaim> strayNotClaims) {

  /**
   * A figure or date that no claim covers.
   *
   * @param paragraph the line
   * @param words as they stand
   */
  public record Uncovered(int paragraph, String words) {}

  public EvidenceReport {
    results = List.copyOf(results);
    uncovered = List.copyOf(uncovered);
    notClaims = List.copyOf(notClaims);
    strayNotClaims = List.copyOf(strayNotClaims);
  }

  /** How many claims have a status. */
  public long count(ClaimResult.Status status) {
    return results.stream().filter(result -> result.status() == status).count();
  }

  /**
   * Whether every claim was found and every figure and date is covered, in the file that is named.
   */
  public boolean isClean() {
    return isSameFile
        && count(ClaimResult.Status.FOUND_IN_TEXT) == results.size()
        && uncovered.isEmpty()
        && strayNotClaims.isEmpty();
  }
}
