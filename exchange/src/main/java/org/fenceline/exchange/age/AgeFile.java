package org.fenceline.exchange.age;

import com.exceptionfactory.jagged.DecryptingChannelFactory;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.AgeRecipient;

/**
 * Encrypts to recipients, and opens. Opening is two steps: the header tells whether a key fits; the
 * plaintext comes out only after the unsealing is on record.
 */
public final class AgeFile {
  private static final byte ARMOUR = '-';

  private final ReadableByteChannel channel;
  private final AgeRecipient openedBy;

  private AgeFile(ReadableByteChannel channel, AgeRecipient openedBy) {
    this.channel = channel;
    this.openedBy = openedBy;
  }

  /** Encrypts to recipients, each of whom alone can open it; binary. */
  public static byte[] encrypt(byte[] plaintext, List<AgeRecipient> recipients) {
    return new AgeSealer(recipients).encrypt(plaintext);
  }

  /**
   * Finds the key that opens a file, without decrypting anything of what it holds.
   *
   * @param ciphertext a file of age, binary or armoured
   * @throws MalformedInput when no key fits, or the file's header was changed
   */
  public static AgeFile open(byte[] ciphertext, List<AgeIdentity> identities)
      throws MalformedInput {
    DecryptingChannelFactory factory =
        ciphertext.length > 0 && ciphertext[0] == ARMOUR
            ? new ArmoredDecryptingChannelFactory()
            : new StandardDecryptingChannelFactory();
    for (AgeIdentity identity : identities) {
      Optional<ReadableByteChannel> channel = channel(factory, ciphertext, identity);
      if (channel.isPresent()) {
        return new AgeFile(channel.get(), identity.recipient());
      }
    }
    throw new MalformedInput(
        new Problem(
            "seal.key",
            Place.UNKNOWN,
            "the file was not encrypted to "
                + String.join(
                    ", ", identities.stream().map(key -> key.recipient().text()).toList()),
            "use a key of somebody whom its sealing policy names"));
  }

  private static Optional<ReadableByteChannel> channel(
      DecryptingChannelFactory factory, byte[] ciphertext, AgeIdentity identity)
      throws MalformedInput {
    try {
      return Optional.of(
          factory.newDecryptingChannel(
              Channels.newChannel(new ByteArrayInputStream(ciphertext)),
              List.of(identity.reader())));
    } catch (UnsupportedRecipientStanzaException e) {
      return Optional.empty();
    } catch (GeneralSecurityException | IOException e) {
      throw damaged(e);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      // What the library throws at a header that ends too early, or is no base64.
      throw damaged(e);
    }
  }

  /** The public part of the key that fits. */
  public AgeRecipient openedBy() {
    return openedBy;
  }

  /** Puts an unsealing on record; returns only when it is on disk. */
  @FunctionalInterface
  public interface OnRecord {
    void write() throws MalformedInput;
  }

  /**
   * The plaintext, once its unsealing is on record; can be asked for once.
   *
   * @throws MalformedInput when the unsealing is refused, or the file was changed, cut or added to
   */
  public byte[] releaseAfter(OnRecord unsealing) throws MalformedInput {
    unsealing.write();
    try {
      return Channels.newInputStream(channel).readAllBytes();
    } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
      throw damaged(e);
    }
  }

  private static MalformedInput damaged(Exception cause) {
    MalformedInput damaged =
        new MalformedInput(
            new Problem(
                "seal.damaged",
                Place.UNKNOWN,
                "the encrypted file is not whole: a byte was changed, cut off or added",
                "take the file from whoever sealed it, or from a backup"));
    damaged.initCause(cause);
    return damaged;
  }
}
