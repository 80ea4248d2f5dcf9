package org.fenceline.core.entry.value;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;

/**
 * A public key to which attachments are encrypted, as age v1 writes it: {@code age1} and the 32
 * bytes of an X25519 key in Bech32 (BIP 173). Its checksum is looked at where it is read, because
 * what is encrypted to a mistyped key opens for nobody.
 *
 * @param text the key, 62 lower-case characters
 */
public record AgeRecipient(String text) {
  private static final String PREFIX = "age";
  private static final int LENGTH = 62;
  private static final int KEY_BYTES = 32;

  public AgeRecipient {
    if (text.length() != LENGTH || !text.startsWith(PREFIX + "1") || !isKey(text)) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not an age recipient, or a character of it is wrong; take the line age1..."
              + " from the key file again");
    }
  }

  private static boolean isKey(String text) {
    try {
      Bech32Address address = Bech32.getDecoder().decode(text);
      return PREFIX.contentEquals(address.getHumanReadablePart())
          && address.getData().length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public static AgeRecipient parse(String text) {
    return new AgeRecipient(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
