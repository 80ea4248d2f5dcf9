package org.fenceline.core.entry.value;

/**
 * A person by a pseudonym: the origin of the register that knows them, and a short name there. Real
 * names stand only in sealed attachments.
 *
 * @param origin the register's origin
 * @param name the pseudonym
 */
public record PersonId(Origin origin, Name name) {

  /** Reads {@code origin/name}. */
  public static PersonId parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a person; write origin/person, as fenceline.example/pol/clerk-7");
    }
    return new PersonId(
        Origin.parse(text.substring(0, slash)), Name.parse(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return origin + "/" + name;
  }
}
