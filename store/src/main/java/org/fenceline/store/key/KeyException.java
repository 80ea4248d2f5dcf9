package org.fenceline.store.key;

import java.nio.file.Path;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** A key cannot be read, written or used; nothing was signed. */
public final class KeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** A failure that ends in one file. */
  public KeyException(String code, Path file, String message, String mend) {
    super(message);
    this.problem = new Problem(code, Place.UNKNOWN.in(file.toString()), message, mend);
  }

  /** A failure that something else caused. */
  public KeyException(String code, Path file, String message, String mend, Throwable cause) {
    super(message, cause);
    this.problem = new Problem(code, Place.UNKNOWN.in(file.toString()), message, mend);
  }

  /** What is wrong, for the user. */
  public Problem problem() {
    return problem;
  }
}
