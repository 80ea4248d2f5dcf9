package org.fenceline.core.evidence;

import java.util.List;
import org.fenceline.core.entry.body.Claim;

/**
 * What became of one claim.
 *
 * @param claim the claim
 * @param status whether the document bears it
 * @param misses what was looked for and not found
 */
public record ClaimResult(Claim claim, Status status, List<Miss> misses) {

  /** Whether a document bears a claim. */
  public enum Status {
    /** Everything it turns on was found in the text. That does not make it true. */
    FOUND_IN_TEXT,
    /** Something it turns on was not found. */
    UNSUPPORTED,
    /** It turns on a relative date, and nobody knows when the document was published. */
    CANNOT_BE_CHECKED
  }

  /**
   * Something that was looked for.
   *
   * @param field the claim's field, such as {@code value} or {@code modality}
   * @param wanted what the claim says
   * @param found what the text has instead
   */
  public record Miss(String field, String wanted, String found) {
    @Override
    public String toString() {
      return field + ": the claim has " + wanted + ", the text " + found;
    }
  }

  public ClaimResult {
    misses = List.copyOf(misses);
  }
}
