package org.fenceline.store;

import java.sql.SQLException;

/** Carries a database error through an interface that knows none, up to this room's door. */
final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SQLException error;

  DatabaseFault(SQLException error) {
    super(error);
    this.error = error;
  }

  SQLException error() {
    return error;
  }
}
