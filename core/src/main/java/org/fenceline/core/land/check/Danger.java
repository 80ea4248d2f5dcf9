package org.fenceline.core.land.check;

import org.fenceline.core.entry.Logged;
import org.fenceline.core.land.geodesy.Footprint;

/**
 * Something dangerous.
 *
 * @param kind what it is
 * @param name what it is called
 * @param entry the version of the record that says so
 * @param footprint where, less what was released later
 * @param accuracyMetres how far off that may be
 */
public record Danger(
    Kind kind, String name, Logged entry, Footprint footprint, double accuracyMetres) {

  /** What is dangerous. */
  public enum Kind {
    MINEFIELD,
    HAZARDOUS_AREA,
    DEVICE,
    ACCIDENT,
    /** A report from anybody at which the desk has not looked. */
    FIND_REPORT;

    /** Whether coming near it is DANGER, or CAUTION only. */
    public boolean isConfirmed() {
      return this != FIND_REPORT;
    }
  }
}
