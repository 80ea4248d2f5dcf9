package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Sha256;

/**
 * An attachment's ciphertext is to be deleted wherever this entry arrives, and never brought back.
 * It takes effect once a second person endorsed it, and on personal attachments only; the log keeps
 * the address.
 *
 * @param address which attachment
 * @param reason why
 */
@Meaning("An attachment is to be deleted; takes effect once it is endorsed.")
public record Erasure(
    @Meaning("SHA-256 of the encrypted file.") Sha256 address, @Meaning("Why.") String reason)
    implements Body {
  public Erasure {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an erasure needs its reason");
    }
  }
}
