package org.fenceline.core.entry.value;

import java.util.regex.Pattern;

/**
 * A public key as entries write it: a vkey of C2SP signed-note, {@code name+key id+base64}. Its
 * shape is checked here; whether it is a key is checked where it is used.
 *
 * @param text the key in one line
 */
public record SignerKey(String text) {
  private static final Pattern FORM =
      Pattern.compile("[^\\s+]{1,255}\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{4,2000}={0,2}");

  public SignerKey {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a public key; write name+key id+base64, in one line");
    }
  }

  public static SignerKey parse(String text) {
    return new SignerKey(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
