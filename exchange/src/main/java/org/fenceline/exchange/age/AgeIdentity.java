package org.fenceline.exchange.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.fenceline.core.entry.value.AgeRecipient;

/**
 * A private key that opens age files: 32 bytes of X25519, in Bech32 after {@code AGE-SECRET-KEY-}.
 */
public final class AgeIdentity {
  static final int SECRET_BYTES = 32;

  private static final String PREFIX = "AGE-SECRET-KEY-";

  private final byte[] secret;
  private final AgeRecipient recipient;

  private AgeIdentity(byte[] secret) {
    this.secret = secret.clone();
    this.recipient = recipientOf(text());
  }

  /** A new key. */
  public static AgeIdentity create(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new AgeIdentity(secret);
  }

  static AgeIdentity ofSecret(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("an age key has " + SECRET_BYTES + " bytes");
    }
    return new AgeIdentity(secret);
  }

  /**
   * Reads {@code AGE-SECRET-KEY-1...}.
   *
   * @throws IllegalArgumentException when it is no such key; the message does not repeat it
   */
  public static AgeIdentity parse(String text) {
    try {
      Bech32Address address = Bech32.getDecoder().decode(text);
      if (PREFIX.contentEquals(address.getHumanReadablePart())) {
        return ofSecret(address.getData());
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a character of the key is wrong", e);
    }
    throw new IllegalArgumentException("a key begins with " + PREFIX + "1");
  }

  private static AgeRecipient recipientOf(String text) {
    try {
      byte[] encoded =
          new X25519KeyFactory()
              .translateKey(new SecretKeySpec(text.getBytes(US_ASCII), "X25519"))
              .getEncoded();
      return new AgeRecipient(new String(encoded, US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has X25519", e);
    }
  }

  /** The public key: what is encrypted to it this key opens. */
  public AgeRecipient recipient() {
    return recipient;
  }

  /** The key as age writes it. */
  String text() {
    return Bech32.getEncoder().encode(PREFIX, secret).toString();
  }

  byte[] secret() {
    return secret.clone();
  }

  RecipientStanzaReader reader() {
    try {
      return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(text());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has X25519", e);
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "the key of " + recipient;
  }
}
