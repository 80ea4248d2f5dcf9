package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;

/**
 * Takes the superseded entry out of every view; what that entry had corrected stands again.
 *
 * @param reason why
 */
@Meaning("Takes the superseded entry out of every view.")
public record Voiding(@Meaning("Why.") String reason) implements Body {
  public Voiding {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a void needs its reason");
    }
  }
}
