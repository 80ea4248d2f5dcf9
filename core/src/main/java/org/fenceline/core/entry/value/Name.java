package org.fenceline.core.entry.value;

import java.util.regex.Pattern;

/**
 * A short name that people give: of a lot, a depot, a source. Letters, digits, dots, dashes and
 * underscores, so that it stands unquoted in files, commands and account names.
 *
 * @param text 1 to 64 characters
 */
public record Name(String text) implements Comparable<Name> {
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

  public Name {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a name; write 1 to 64 letters, digits, dots, dashes or underscores,"
              + " beginning with a letter or digit");
    }
  }

  public static Name parse(String text) {
    return new Name(text);
  }

  @Override
  public int compareTo(Name other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
