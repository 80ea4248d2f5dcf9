package org.fenceline.exchange.position;

import java.util.Locale;

/** The many characters for few signs. */
final class Signs {
  private Signs() {}

  /**
   * The text in capitals, with {@code °}, {@code '}, {@code "}, {@code -} and plain spaces only.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString().replace("''", "\"").strip().toUpperCase(Locale.ROOT);
  }

  private static char plain(char sign) {
    return switch (sign) {
      // Degree; masculine ordinal; ring above.
      case '\u00b0', '\u00ba', '\u02da' -> '°';
      // Prime; single quotation marks; acute, grave; modifier prime, apostrophe; full-width.
      case '\'',
          '\u2032',
          '\u2018',
          '\u2019',
          '\u201b',
          '\u00b4',
          '`',
          '\u02b9',
          '\u02bc',
          '\uff07' ->
          '\'';
      // Double prime; double quotation marks; ditto; modifier double prime; full-width.
      case '"', '\u2033', '\u201c', '\u201d', '\u201e', '\u201f', '\u3003', '\u02ba', '\uff02' ->
          '"';
      // Hyphens, figure and en dash, em dash, minus.
      case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      default -> Character.isSpaceChar(sign) || Character.isWhitespace(sign) ? ' ' : sign;
    };
  }
}
