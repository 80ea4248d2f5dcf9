package org.fenceline.core.entry;

import java.time.Instant;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.When;

/**
 * An entry in a register's log.
 *
 * @param leafIndex its place in the log, from 0
 * @param entry the entry
 * @param contentHash hash of what it says
 * @param arrivedAt when it came into this log
 */
public record Logged(long leafIndex, Entry entry, Sha256 contentHash, Instant arrivedAt) {

  public EntryId id() {
    return entry.fact().id();
  }

  public EntryRef ref() {
    return new EntryRef(id(), contentHash);
  }

  public Body body() {
    return entry.fact().body();
  }

  public When on() {
    return entry.fact().on();
  }

  /** When it became known, by the given clock. */
  public Instant knownAt(AsOf.Clock clock) {
    return switch (clock) {
      case RECORDED -> entry.recordedAt();
      case TRANSCRIBED -> entry.firstRecordedAt();
      case ARRIVED -> arrivedAt;
    };
  }
}
