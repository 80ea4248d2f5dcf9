package org.fenceline.core.entry.value;

import java.util.Locale;

/**
 * Something sealed that an entry carries: only whoever holds a key can read it, everybody can check
 * that it is the same.
 *
 * @param address SHA-256 of the encrypted file
 * @param kind what it holds
 */
public record Attachment(Sha256 address, Kind kind) {

  /** What attachments hold, and so what may be done with them. */
  public enum Kind {
    /** Names, contacts, health: erasable by an endorsed entry. */
    PERSONAL,
    /** Where mines lie: never erasable, because lives depend on it (APII Art. 9). */
    POSITIONS,
    /** A photograph: evidence, not erasable. */
    PHOTOGRAPH;

    /** Whether an endorsed erasure takes it away. */
    public boolean isErasable() {
      return this == PERSONAL;
    }

    /** The kind as entries and commands write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
