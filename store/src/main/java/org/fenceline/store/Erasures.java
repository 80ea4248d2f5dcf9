package org.fenceline.store;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.Sha256;

/**
 * Deletes ciphertexts whose erasure stands endorsed, in the transaction that makes it so, in
 * whatever order erasure, endorsement and attachment arrive.
 */
final class Erasures {
  private final AttachmentTable table;
  private final AttachmentUseView uses;
  private final Set<Sha256> touched = new LinkedHashSet<>();
  private boolean hasErased;

  Erasures(AttachmentTable table, AttachmentUseView uses) {
    this.table = table;
    this.uses = uses;
  }

  /** Takes note of an entry that was written, or that another which was written bears on. */
  void gather(Logged entry) {
    touched.addAll(AttachmentUseView.addresses(entry.body()));
  }

  /** Deletes what is erased now, at the end of a transaction. */
  void settle() throws SQLException {
    hasErased = false;
    for (Sha256 address : touched) {
      if (uses.isErased(address)) {
        hasErased |= table.delete(address);
      }
    }
    touched.clear();
  }

  /** Whether the last settling deleted anything. */
  boolean hasErased() {
    return hasErased;
  }
}
