package org.fenceline.exchange.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.bech32.Bech32;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.fenceline.core.entry.value.AgeRecipient;

/**
 * Wraps a file's key for one recipient (C2SP age, "The X25519 recipient type"): a key of its own
 * for each file, agreed with the recipient's, and from both the key that wraps.
 *
 * <p>Jagged's own writer does the same with the JDK's X25519. This one takes Bouncy Castle's, whose
 * multiples of the base point come from a table, and reads the recipient once: 60,000 files for two
 * custodians in a third of the time (docs/decisions/0035-sealing-many.md).
 */
final class X25519Recipient implements RecipientStanzaWriter {
  private static final byte[] INFO = "age-encryption.org/v1/X25519".getBytes(US_ASCII);
  private static final String TYPE = "X25519";
  private static final int WRAP_KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;

  private final byte[] publicKey;
  private final SecureRandom random = new SecureRandom();

  X25519Recipient(AgeRecipient recipient) {
    this.publicKey = Bech32.getDecoder().decode(recipient.text()).getData();
    if (publicKey.length != X25519.POINT_SIZE) {
      throw new IllegalStateException("every recipient was looked at when it was read");
    }
  }

  @Override
  public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey)
      throws GeneralSecurityException {
    byte[] secret = new byte[X25519.SCALAR_SIZE];
    byte[] share = new byte[X25519.POINT_SIZE];
    byte[] shared = new byte[X25519.POINT_SIZE];
    X25519.generatePrivateKey(random, secret);
    X25519.generatePublicKey(secret, 0, share, 0);
    if (!X25519.calculateAgreement(secret, 0, publicKey, 0, shared, 0)) {
      throw new GeneralSecurityException("the recipient's key is of low order");
    }
    Cipher wrapping = Cipher.getInstance("ChaCha20-Poly1305");
    // The wrapping key is used once, so that its nonce may be zero.
    wrapping.init(
        Cipher.ENCRYPT_MODE, wrapKey(share, shared), new IvParameterSpec(new byte[NONCE_BYTES]));
    return List.of(new Stanza(text(share), wrapping.doFinal(fileKey.getEncoded())));
  }

  private SecretKey wrapKey(byte[] share, byte[] shared) throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            "ChaCha20",
            HKDFParameterSpec.ofExtract()
                .addSalt(share)
                .addSalt(publicKey)
                .addIKM(shared)
                .thenExpand(INFO, WRAP_KEY_BYTES));
  }

  private static String text(byte[] share) {
    return Base64.getEncoder().withoutPadding().encodeToString(share);
  }

  /** One recipient's lines of a header. */
  private static final class Stanza implements RecipientStanza {
    private final String share;
    private final byte[] body;

    Stanza(String share, byte[] body) {
      this.share = share;
      this.body = body;
    }

    @Override
    public String getType() {
      return TYPE;
    }

    @Override
    public List<String> getArguments() {
      return List.of(share);
    }

    @Override
    public byte[] getBody() {
      return body.clone();
    }
  }
}
