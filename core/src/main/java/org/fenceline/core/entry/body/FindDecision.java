package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * The desk looked at a find report and decided what it is. What takes a danger away counts once a
 * second person endorsed it.
 *
 * @param report the report's number
 * @param outcome what it is
 * @param about the area, device or earlier report that it is about
 * @param note why, in words
 */
@Meaning("The desk looked at a find report and decided what it is.")
public record FindDecision(
    @Meaning("The report's number.") Name report,
    @Meaning("What it is.") Outcome outcome,
    @Meaning("The area, device or earlier report that it is about.") Optional<Name> about,
    @Meaning("Why, in words.") Optional<String> note)
    implements Body {

  /** What a report turns out to be. */
  public enum Outcome {
    /** Not known before. */
    NEW,
    /** The same as what is named. */
    SAME_AS,
    /** Tells more of what is named. */
    UPDATE_OF,
    /** Nothing dangerous was found. */
    NOTHING_FOUND
  }

  public FindDecision {
    if ((outcome == Outcome.SAME_AS || outcome == Outcome.UPDATE_OF) && about.isEmpty()) {
      throw new IllegalArgumentException("a report that is not new names what it is about");
    }
  }
}
