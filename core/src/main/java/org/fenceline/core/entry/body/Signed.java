package org.fenceline.core.entry.body;

import java.util.List;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.SignerKey;

/**
 * An author's signature over one entry, or over a batch by the Merkle root of its content hashes.
 *
 * @param person the author
 * @param key the key that made the signature
 * @param contentHashes what is signed, in the batch's order
 * @param signature base64 of 64 bytes, Ed25519 (RFC 8032)
 */
@Meaning("An author's signature over one entry or a batch of entries.")
public record Signed(
    @Meaning("The author.") PersonId person,
    @Meaning("The key that made the signature.") SignerKey key,
    @Meaning("Content hashes of what is signed, in the batch's order.") List<Sha256> contentHashes,
    @Meaning("Base64 of the Ed25519 signature.") String signature)
    implements Body {

  /** Most entries of one batch; a larger import is signed in several. */
  public static final int LARGEST_BATCH = 16_384;

  public Signed {
    contentHashes = List.copyOf(contentHashes);
    if (contentHashes.isEmpty() || contentHashes.size() > LARGEST_BATCH) {
      throw new IllegalArgumentException("a signature is over 1 to " + LARGEST_BATCH + " entries");
    }
  }
}
