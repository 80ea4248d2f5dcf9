package org.fenceline.core.log.note;

import java.util.Base64;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** Base64 as the log formats want it: standard alphabet, padded, one text for one value. */
public final class Base64Text {
  private Base64Text() {}

  public static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Reads a text that stands for at most {@code most} bytes.
   *
   * @throws MalformedInput with {@code code} when it is longer, or not the one way to write it
   */
  public static byte[] read(String text, int most, String code, Place place) throws MalformedInput {
    int longest = (most + 2) / 3 * 4;
    if (text.length() > longest) {
      throw new MalformedInput(
          new Problem(code, place, "is longer than " + longest + " characters", ""));
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedInput(new Problem(code, place, "is not base64: " + e.getMessage(), ""));
    }
    if (!of(bytes).equals(text)) {
      throw new MalformedInput(new Problem(code, place, "is not canonical base64", ""));
    }
    return bytes;
  }
}
