package org.fenceline.core.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Sha256;

/** A public key under the name that signs with it: a vkey of C2SP signed-note. */
public final class VerifierKey {
  private static final int LONGEST_NAME = 255;
  private static final String CODE = "log.key";

  private final String name;
  private final KeyType type;
  private final byte[] raw;
  private final int id;
  private final PublicKey key;

  /**
   * A key.
   *
   * @param raw the public key's bytes, without any wrapping
   * @throws MalformedInput when name or key cannot be one
   */
  public VerifierKey(String name, KeyType type, byte[] raw) throws MalformedInput {
    if (!isName(name)) {
      throw malformed("\"" + name + "\" is no key name; it has no spaces and no plus sign");
    }
    if (raw.length != type.publicKeyLength()) {
      throw malformed("a key of " + type.algorithm() + " has " + type.publicKeyLength() + " bytes");
    }
    this.name = name;
    this.type = type;
    this.raw = raw.clone();
    this.id = id(name, type, raw);
    try {
      this.key = type.publicKey(raw);
    } catch (GeneralSecurityException e) {
      throw malformed("is no public key of " + type.algorithm());
    }
  }

  /** Reads {@code name+hex key id+base64(type ‖ key)}. */
  public static VerifierKey parse(String text) throws MalformedInput {
    int afterName = text.indexOf('+');
    int afterId = text.indexOf('+', afterName + 1);
    if (afterName < 0 || afterId < 0) {
      throw malformed("\"" + text + "\" is no verifier key; write name+key id+base64");
    }
    byte[] typed =
        Base64Text.read(
            text.substring(afterId + 1),
            1 + KeyType.ML_DSA_44_COSIGNATURE.publicKeyLength(),
            CODE,
            Place.ofField("key"));
    KeyType type =
        (typed.length == 0 ? Optional.<KeyType>empty() : KeyType.of(typed[0] & 0xff))
            .orElseThrow(() -> malformed("has a type of key that is not known here"));
    VerifierKey key =
        new VerifierKey(
            text.substring(0, afterName), type, Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.idText().equals(text.substring(afterName + 1, afterId))) {
      throw malformed("the key id of " + key.name + " should read " + key.idText());
    }
    return key;
  }

  private static MalformedInput malformed(String message) {
    return new MalformedInput(
        new Problem(
            CODE, Place.UNKNOWN, message, "ask the key's owner for it again, as one line of text"));
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && name.getBytes(UTF_8).length <= LONGEST_NAME
        && name.codePoints()
            .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isISOControl(c));
  }

  private static int id(String name, KeyType type, byte[] raw) {
    byte[] hash =
        Sha256.of(name.getBytes(UTF_8), new byte[] {'\n', (byte) type.identifier()}, raw).bytes();
    return (hash[0] & 0xff) << 24
        | (hash[1] & 0xff) << 16
        | (hash[2] & 0xff) << 8
        | (hash[3] & 0xff);
  }

  public String name() {
    return name;
  }

  public KeyType type() {
    return type;
  }

  /** First four bytes of SHA-256 over name, type and key. */
  public int id() {
    return id;
  }

  private String idText() {
    return HexFormat.of().toHexDigits(id);
  }

  /** Whether the key's owner signed the message. */
  public boolean bearsOut(byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(type.algorithm());
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // A signature that cannot even be decoded is as bad as a wrong one.
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    byte[] typed = new byte[1 + raw.length];
    typed[0] = (byte) type.identifier();
    System.arraycopy(raw, 0, typed, 1, raw.length);
    return name + "+" + idText() + "+" + Base64Text.of(typed);
  }
}
