package org.fenceline.store;

import org.fenceline.core.recovery.Source;

/** A source of entries that also hands over what goes into a register. */
public interface EntrySource extends Source {

  /** The entry of a row that was offered. */
  Restored restored(long row);
}
