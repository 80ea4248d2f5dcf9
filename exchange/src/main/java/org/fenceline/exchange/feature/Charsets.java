package org.fenceline.exchange.feature;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/**
 * Which characters the bytes of a text file mean: by its mark, as strict UTF-8, or as a person
 * said. Nothing is guessed, because no guess tells the code pages of neighbours apart; what the
 * likely ones make of the first word is shown instead.
 */
public final class Charsets {
  private static final List<String> LIKELY =
      List.of("windows-1252", "windows-1250", "windows-1251", "windows-1257", "IBM850", "IBM866");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}'-]*[^\\x00-\\x7f][\\p{L}\\p{M}'-]*");

  private Charsets() {}

  /**
   * The text of a file.
   *
   * @param named what a person says of it; empty text when nobody does
   */
  public static String decode(byte[] bytes, String named) throws MalformedInput {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return strict(bytes, 3, StandardCharsets.UTF_8).orElseThrow(() -> refused(bytes));
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return strict(bytes, 2, StandardCharsets.UTF_16LE).orElseThrow(() -> refused(bytes));
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return strict(bytes, 2, StandardCharsets.UTF_16BE).orElseThrow(() -> refused(bytes));
    }
    Charset charset = named.isEmpty() ? StandardCharsets.UTF_8 : named(named);
    return strict(bytes, 0, charset).orElseThrow(() -> refused(bytes));
  }

  /** The encoding of a name. */
  public static Charset named(String name) throws MalformedInput {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new MalformedInput(
          new Problem(
              "input.encoding",
              Place.ofField("encoding"),
              "\"" + name + "\" is no encoding that is known",
              "write a name such as windows-1257"));
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static MalformedInput refused(byte[] bytes) {
    StringBuilder readings = new StringBuilder();
    for (String name : LIKELY) {
      Matcher word = WORD.matcher(new String(bytes, Charset.forName(name)));
      if (word.find()) {
        readings.append(readings.isEmpty() ? "" : ", ").append(name);
        readings.append(" reads \"").append(word.group()).append('"');
      }
    }
    return new MalformedInput(
        new Problem(
            "input.encoding",
            Place.UNKNOWN,
            "is not text of its encoding; of other encodings " + readings,
            "save it as UTF-8, or write encoding: NAME in the mapping"));
  }
}
