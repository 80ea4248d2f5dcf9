package org.fenceline.core.entry.body;

import java.time.LocalDate;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.AgeRecipient;
import org.fenceline.core.entry.value.Sha256;

/**
 * Somebody opens an attachment; who is said by the entry. It is on disk before any plaintext is.
 *
 * @param address which attachment
 * @param key the public part of the key that opens it
 * @param ground on which ground
 * @param until last UTC day on which the plaintext is to be kept
 * @param breakGlass why it was opened although nobody in charge of it did so; such an unsealing
 *     stays a finding until a second person endorses it
 */
@Meaning("Somebody opens an attachment; the entry is on disk before any plaintext is.")
public record Unsealing(
    @Meaning("SHA-256 of the encrypted file.") Sha256 address,
    @Meaning("The public part of the key that opens it.") AgeRecipient key,
    @Meaning("On which ground.") String ground,
    @Meaning("Last day on which the plaintext is to be kept.") LocalDate until,
    @Meaning("Why it was opened although no custodian did so.") Optional<String> breakGlass)
    implements Body {
  public Unsealing {
    if (ground.isBlank() || breakGlass.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("an unsealing needs its ground, and a reason that is one");
    }
  }
}
