package org.fenceline.core.entry.value;

import java.util.regex.Pattern;

/**
 * The name of a register's log: a URL without scheme, such as {@code fenceline.example/pol}, or
 * {@code local/} and 32 hexadecimal digits. One of an exercise ends in {@code /exercise}.
 *
 * @param text the name; no spaces and no plus sign, as a signed note's key name asks
 */
public record Origin(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9.-]+(/[a-z0-9._-]+)+");
  private static final String EXERCISE = "/exercise";
  private static final int LONGEST = 200;

  public Origin {
    if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not an origin; write a URL without scheme in lower case,"
              + " such as fenceline.example/pol");
    }
  }

  public static Origin parse(String text) {
    return new Origin(text);
  }

  /** Whether every checkpoint of this log shows that it is an exercise. */
  public boolean isExercise() {
    return text.endsWith(EXERCISE);
  }

  /** This origin, marked as an exercise. */
  public Origin asExercise() {
    return isExercise() ? this : new Origin(text + EXERCISE);
  }

  @Override
  public String toString() {
    return text;
  }
}
