package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Origin;

/**
 * This register takes the place of another, whose log cannot be continued.
 *
 * @param origin the log that ended
 * @param checkpoint its last known checkpoint with signatures
 * @param lost what of it is not here
 */
@Meaning("This register takes the place of another, whose log cannot be continued.")
public record OriginSucceeded(
    @Meaning("The log that ended.") Origin origin,
    @Meaning("Its last known checkpoint, with its signatures.") Optional<String> checkpoint,
    @Meaning("What of it is not here.") String lost)
    implements Body {
  public OriginSucceeded {
    if (lost.isBlank()) {
      throw new IllegalArgumentException("say what was lost, or that nothing was");
    }
  }
}
