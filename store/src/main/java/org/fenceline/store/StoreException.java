package org.fenceline.store;

import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** The file or the database under a register cannot do what was asked; nothing was written. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  StoreException(String code, String file, String message, String mend, Throwable cause) {
    super(message, cause);
    this.problem = new Problem(code, Place.UNKNOWN.in(file), message, mend);
  }

  StoreException(String code, String file, String message, String mend) {
    super(message);
    this.problem = new Problem(code, Place.UNKNOWN.in(file), message, mend);
  }

  /** What is wrong, for the user. */
  public Problem problem() {
    return problem;
  }
}
