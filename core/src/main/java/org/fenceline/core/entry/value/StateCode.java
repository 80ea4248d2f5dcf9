package org.fenceline.core.entry.value;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A state by its ISO 3166-1 alpha-3 code, such as {@code POL}; {@code XXA} is the fictional state
 * of exercises.
 *
 * @param text three capital letters
 */
public record StateCode(String text) implements Comparable<StateCode> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

  public StateCode {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "state \"" + text + "\" is not an ISO 3166-1 alpha-3 code; write three letters, as POL");
    }
  }

  /** Reads a code in either case. */
  public static StateCode parse(String text) {
    return new StateCode(text.strip().toUpperCase(Locale.ROOT));
  }

  @Override
  public int compareTo(StateCode other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
