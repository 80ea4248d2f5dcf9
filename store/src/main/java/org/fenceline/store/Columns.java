package org.fenceline.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.fenceline.core.entry.value.EntryId;

/** How values of ours stand in columns. */
final class Columns {
  private Columns() {}

  /** Milliseconds; the far ends of time stay within a column's range. */
  static long millis(Instant instant) {
    if (instant.equals(Instant.MAX)) {
      return Long.MAX_VALUE;
    }
    return instant.equals(Instant.MIN) ? Long.MIN_VALUE : instant.toEpochMilli();
  }

  static Instant instant(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  static byte[] bytes(EntryId id) {
    return ByteBuffer.allocate(16)
        .putLong(id.uuid().getMostSignificantBits())
        .putLong(id.uuid().getLeastSignificantBits())
        .array();
  }

  static EntryId entryId(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new EntryId(new UUID(buffer.getLong(), buffer.getLong()));
  }
}
