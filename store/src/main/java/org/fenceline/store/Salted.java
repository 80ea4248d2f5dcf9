package org.fenceline.store;

import org.fenceline.core.entry.EntryText.Recorded;
import org.fenceline.core.entry.Leaf;

/** An entry as it was first recorded somewhere, with the salt that was drawn for it then. */
public final class Salted {
  private final Recorded recorded;
  private final byte[] salt;

  /** Entry and salt; the salt has 32 bytes. */
  public Salted(Recorded recorded, byte[] salt) {
    if (salt.length != Leaf.SALT_LENGTH) {
      throw new IllegalArgumentException("a salt has " + Leaf.SALT_LENGTH + " bytes");
    }
    this.recorded = recorded;
    this.salt = salt.clone();
  }

  public Recorded recorded() {
    return recorded;
  }

  public byte[] salt() {
    return salt.clone();
  }
}
