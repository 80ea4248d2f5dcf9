package org.fenceline.store;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.Attachment;

/**
 * What has become of an attachment that entries carry.
 *
 * @param attachment its address and kind
 * @param status whether its ciphertext is here
 * @param bytes length of the ciphertext; 0 when it is not here
 * @param entries the entries that carry, open, release or erase it, oldest leaf first
 * @param erasure the endorsed erasure that took it away, with who endorsed it
 */
public record AttachmentState(
    Attachment attachment,
    Status status,
    long bytes,
    List<Logged> entries,
    Optional<Erased> erasure) {

  /** Whether a ciphertext is here. */
  public enum Status {
    /** It is here. */
    PRESENT,
    /** It was deleted, for good. */
    ERASED,
    /** It is somewhere else, or lost. */
    NOT_HERE
  }

  /**
   * Who took an attachment away, and who stood behind it.
   *
   * @param entry the erasure; its body says why
   * @param endorsements who endorsed it
   */
  public record Erased(Logged entry, List<Logged> endorsements) {
    public Erased {
      endorsements = List.copyOf(endorsements);
    }
  }

  public AttachmentState {
    entries = List.copyOf(entries);
  }
}
