package org.fenceline.core.entry;

import org.fenceline.core.entry.json.Meaning;

/**
 * On what evidence an entry rests.
 *
 * @param source a source or data set by its short name, or another entry by its id
 * @param place where in it, such as {@code paragraph 5} or {@code row M01}
 */
@Meaning("On what evidence an entry rests.")
public record Citation(
    @Meaning("A source or data set by its short name, or another entry by its id.") String source,
    @Meaning("Where in it, such as paragraph 5.") String place) {
  public Citation {
    if (source.isBlank()) {
      throw new IllegalArgumentException("a citation names its source");
    }
  }

  @Override
  public String toString() {
    return place.isEmpty() ? source : source + ", " + place;
  }
}
