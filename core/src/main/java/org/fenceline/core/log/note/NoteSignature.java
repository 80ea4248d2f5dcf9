package org.fenceline.core.log.note;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** A signature line of a note: who signed with which key, and the signature's bytes. */
public final class NoteSignature {
  private final String name;
  private final int keyId;
  private final byte[] bytes;

  /** A signature; {@code bytes} is what follows the key id. */
  public NoteSignature(String name, int keyId, byte[] bytes) {
    this.name = name;
    this.keyId = keyId;
    this.bytes = bytes.clone();
  }

  /** A timed one: eight bytes of POSIX seconds before the signature. */
  static NoteSignature timed(VerifierKey key, Instant time, byte[] signature) {
    return new NoteSignature(
        key.name(),
        key.id(),
        ByteBuffer.allocate(Long.BYTES + signature.length)
            .putLong(time.getEpochSecond())
            .put(signature)
            .array());
  }

  public String name() {
    return name;
  }

  int keyId() {
    return keyId;
  }

  /** Whether it says that it is by a key; nothing is verified. */
  public boolean isBy(VerifierKey key) {
    return name.equals(key.name()) && keyId == key.id();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The line without its end: dash, name, base64 of key id and signature. */
  public String line() {
    byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
    return "\u2014 " + name + " " + Base64Text.of(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that
        && name.equals(that.name)
        && keyId == that.keyId
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return keyId;
  }

  @Override
  public String toString() {
    return line();
  }
}
