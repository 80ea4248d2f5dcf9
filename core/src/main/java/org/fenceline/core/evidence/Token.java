package org.fenceline.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, a word, a dash or another sign.
 *
 * @param text as it stands
 * @param span where it stands
 */
record Token(String text, Span span) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\p{L}+(?:['\u2019]\\p{L}+)?|\\S");

  static List<Token> of(String paragraph) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = FORM.matcher(paragraph);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group(), new Span(matcher.start(), matcher.end())));
    }
    return tokens;
  }

  boolean isNumeral() {
    return Character.isDigit(text.charAt(0));
  }

  boolean isDash() {
    return text.equals("-") || text.equals("\u2013") || text.equals("\u2014");
  }

  String word() {
    return text.toLowerCase(Locale.ROOT);
  }
}
