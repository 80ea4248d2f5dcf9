package org.fenceline.core.log.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Kinds of signatures on a note, by the byte that C2SP signed-note gives them. */
public enum KeyType {
  /** Ed25519 over the note's text. */
  ED25519(0x01, "Ed25519", "302a300506032b6570032100", 32, 64),
  /** Ed25519 over a checkpoint and the time at which a witness saw it. */
  ED25519_COSIGNATURE(0x04, "Ed25519", "302a300506032b6570032100", 32, 64),
  /** ML-DSA-44 over a checkpoint's tree, with the time. */
  ML_DSA_44_COSIGNATURE(
      0x06, "ML-DSA-44", "30820532300b06096086480165030403110382052100", 1_312, 2_420);

  private final int identifier;
  private final String algorithm;
  private final String prefix;
  private final int publicKeyLength;
  private final int signatureLength;

  /** {@code prefix} is what a raw key lacks of a SubjectPublicKeyInfo. */
  KeyType(
      int identifier, String algorithm, String prefix, int publicKeyLength, int signatureLength) {
    this.identifier = identifier;
    this.algorithm = algorithm;
    this.prefix = prefix;
    this.publicKeyLength = publicKeyLength;
    this.signatureLength = signatureLength;
  }

  static Optional<KeyType> of(int identifier) {
    return Arrays.stream(values()).filter(type -> type.identifier == identifier).findFirst();
  }

  int identifier() {
    return identifier;
  }

  /** The algorithm's name in the Java platform. */
  public String algorithm() {
    return algorithm;
  }

  int publicKeyLength() {
    return publicKeyLength;
  }

  /** Whether the signature carries the time at which it was made. */
  public boolean isTimed() {
    return this != ED25519;
  }

  /** Bytes after the key id on a signature line. */
  int signatureLength() {
    return isTimed() ? Long.BYTES + signatureLength : signatureLength;
  }

  PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
    byte[] wrapping = HexFormat.of().parseHex(prefix);
    byte[] encoded = Arrays.copyOf(wrapping, wrapping.length + raw.length);
    System.arraycopy(raw, 0, encoded, wrapping.length, raw.length);
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** The raw bytes of a public key of the platform. */
  public byte[] raw(PublicKey key) {
    String encoded = HexFormat.of().formatHex(key.getEncoded());
    if (encoded.length() != prefix.length() + 2 * publicKeyLength || !encoded.startsWith(prefix)) {
      throw new IllegalArgumentException("not a public key of " + algorithm);
    }
    return HexFormat.of().parseHex(encoded.substring(prefix.length()));
  }
}
