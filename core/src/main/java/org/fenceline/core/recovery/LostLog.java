package org.fenceline.core.recovery;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.log.MerkleTree.StoredHashes;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.VerifierKey;

/**
 * What is known of a log whose register is gone, before anybody is asked.
 *
 * @param note its published checkpoint; whether its signatures hold is not said
 * @param published what that note says
 * @param hashes tree hashes that lead to that checkpoint's root
 * @param ownKeys public halves of its keys, if they are at hand; else none
 * @param lastSigned what those keys signed last, as the folder of keys remembers it
 */
public record LostLog(
    SignedNote note,
    Checkpoint published,
    StoredHashes hashes,
    List<VerifierKey> ownKeys,
    Optional<Checkpoint> lastSigned) {
  public LostLog {
    ownKeys = List.copyOf(ownKeys);
  }

  public String origin() {
    return published.origin();
  }
}
