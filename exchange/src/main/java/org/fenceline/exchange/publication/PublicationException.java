package org.fenceline.exchange.publication;

import java.nio.file.Path;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.jspecify.annotations.Nullable;

/** The published files cannot be read or written, or contradict the register. */
public final class PublicationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  PublicationException(
      String code, Path file, String message, String mend, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = new Problem(code, Place.UNKNOWN.in(file.toString()), message, mend);
  }

  /** What is wrong, for the user. */
  public Problem problem() {
    return problem;
  }
}
