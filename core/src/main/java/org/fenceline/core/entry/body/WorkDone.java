package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * Survey or clearance that was done; {@code on} says when, or from when until when.
 *
 * @param task the task under which it was done
 * @param activity what was done
 * @param method how
 * @param status how far it came
 */
@Meaning("Survey or clearance that was done.")
public record WorkDone(
    @Meaning("The task under which it was done.") Name task,
    @Meaning("What was done.") ClearanceActivity activity,
    @Meaning("How: manual, mechanical, with animals ...") Optional<String> method,
    @Meaning("How far it came.") Status status)
    implements Body {

  /** How far work came. */
  public enum Status {
    STARTED,
    SUSPENDED,
    COMPLETED
  }
}
