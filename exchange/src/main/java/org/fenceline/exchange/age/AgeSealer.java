package org.fenceline.exchange.age;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import org.fenceline.core.entry.value.AgeRecipient;

/** Encrypts many files to the same recipients. Safe for use by several threads. */
public final class AgeSealer {
  // What a header with a few recipients and the tags add; more only makes the buffer grow.
  private static final int HEADER_BYTES = 1_024;

  private final List<RecipientStanzaWriter> recipients;

  /** Encrypts to recipients, each of whom alone can open it. */
  public AgeSealer(List<AgeRecipient> recipients) {
    this.recipients = recipients.stream().<RecipientStanzaWriter>map(X25519Recipient::new).toList();
  }

  /** A file of age, binary. */
  public byte[] encrypt(byte[] plaintext) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plaintext.length + HEADER_BYTES);
    try (WritableByteChannel sealing =
        new StandardEncryptingChannelFactory()
            .newEncryptingChannel(Channels.newChannel(out), recipients)) {
      ByteBuffer rest = ByteBuffer.wrap(plaintext);
      while (rest.hasRemaining()) {
        sealing.write(rest);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the platform cannot encrypt", e);
    }
    return out.toByteArray();
  }
}
