package org.fenceline.core.entry.json;

/**
 * One thing that is wrong with something a user handed in, and how to mend it.
 *
 * @param code stable name of the kind of problem, listed in docs/errors.md, such as {@code
 *     entry.quantity}
 * @param place where it is, as precisely as is known
 * @param message what is wrong and what was found
 * @param mend what to write instead; empty when the message says it already
 */
public record Problem(String code, Place place, String message, String mend) {

  /** The same problem, found in a named file. */
  public Problem in(String file) {
    return new Problem(code, place.in(file), message, mend);
  }

  /** One line: place, what is wrong, how to mend it, code. */
  @Override
  public String toString() {
    String where = place.toString();
    return (where.isEmpty() ? "" : where + ": ")
        + message
        + (mend.isEmpty() ? "" : "; " + mend)
        + " ["
        + code
        + "]";
  }
}
