package org.fenceline.core.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/**
 * Who signed a note, as far as the keys at hand tell (C2SP signed-note, "Verifying").
 *
 * @param verified signatures that keys at hand bear out, in the note's order
 */
public record Signers(List<Verified> verified) {

  /**
   * A signature that holds.
   *
   * @param key the key that made it
   * @param time when, for a timed signature
   */
  public record Verified(VerifierKey key, Optional<Instant> time) {}

  public Signers {
    verified = List.copyOf(verified);
  }

  /**
   * Verifies a note: signatures of unknown keys are passed over, one of a known key that does not
   * hold refuses the whole note.
   *
   * @throws MalformedInput when a known key's signature does not hold
   */
  public static Signers of(SignedNote note, Collection<VerifierKey> known) throws MalformedInput {
    List<Verified> verified = new ArrayList<>();
    for (NoteSignature signature : note.signatures()) {
      for (VerifierKey key : known) {
        if (signature.isBy(key)) {
          verified.add(verify(note, signature, key));
        }
      }
    }
    return new Signers(verified);
  }

  private static Verified verify(SignedNote note, NoteSignature signature, VerifierKey key)
      throws MalformedInput {
    byte[] bytes = signature.bytes();
    if (bytes.length != key.type().signatureLength()) {
      throw refused(key, "has " + bytes.length + " bytes");
    }
    if (!key.type().isTimed()) {
      if (!key.bearsOut(note.text().getBytes(UTF_8), bytes)) {
        throw refused(key, "does not fit the text");
      }
      return new Verified(key, Optional.empty());
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      throw refused(key, "carries no time");
    }
    Instant time = Instant.ofEpochSecond(seconds);
    byte[] message =
        key.type() == KeyType.ED25519_COSIGNATURE
            ? Checkpoint.cosigned(note.text(), time)
            : Checkpoint.parse(note.text()).cosignedAsSubtree(key.name(), time);
    if (!key.bearsOut(message, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length))) {
      throw refused(key, "does not fit the checkpoint and its time");
    }
    return new Verified(key, Optional.of(time));
  }

  private static MalformedInput refused(VerifierKey key, String why) {
    return new MalformedInput(
        new Problem(
            "log.signature",
            Place.UNKNOWN,
            "the signature of " + key.name() + " " + why,
            "the note was changed, or another key signed it"));
  }

  /** Whether any of the keys signed. */
  public boolean include(Collection<VerifierKey> keys) {
    return verified.stream().anyMatch(signer -> keys.contains(signer.key()));
  }
}
