package org.fenceline.core.entry.value;

/** Who may read an entry. */
public enum Disclosure {
  /** Everybody. */
  PUBLIC,
  /** Signed-in roles; the default. */
  RESTRICTED,
  /** The custodians to whom it is encrypted. */
  SEALED
}
