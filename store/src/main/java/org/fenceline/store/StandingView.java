package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.Standing;
import org.fenceline.core.entry.Standing.Interval;
import org.fenceline.core.entry.value.AsOf;

/** The view {@code standing}: when which entry stands, by basis and clock. */
final class StandingView {
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement standsNow;

  StandingView(Connection connection) throws SQLException {
    this.insert =
        connection.prepareStatement(
            """
            insert into standing (leaf_index, basis, clocks, known_from, known_until)
            values (?, ?, ?, ?, ?)
            """);
    this.delete = connection.prepareStatement("delete from standing where leaf_index = ?");
    this.standsNow =
        connection.prepareStatement(
            """
            select 1 from standing
            where leaf_index = ? and basis = ? and clocks & ? <> 0 and known_until is null
            """);
  }

  /** Whether the entry stands when everything in the log is known and all entries count. */
  boolean standsNow(long leafIndex) throws SQLException {
    standsNow.setLong(1, leafIndex);
    standsNow.setInt(2, code(AsOf.Basis.ALL));
    standsNow.setInt(3, bit(AsOf.Clock.RECORDED));
    try (ResultSet rows = standsNow.executeQuery()) {
      return rows.next();
    }
  }

  /** Which of the leaves stand now. */
  Set<Long> standingNow(List<Logged> entries) throws SQLException {
    Set<Long> standing = new HashSet<>();
    for (Logged entry : entries) {
      if (standsNow(entry.leafIndex())) {
        standing.add(entry.leafIndex());
      }
    }
    return standing;
  }

  /** Replaces what is kept about the entries of a thread. */
  void replace(List<Logged> thread) throws SQLException {
    for (Logged member : thread) {
      delete.setLong(1, member.leafIndex());
      delete.executeUpdate();
    }
    insert(thread);
  }

  /** Keeps when the entries of a thread that is not kept yet stand. */
  void insert(List<Logged> thread) throws SQLException {
    for (AsOf.Basis basis : AsOf.Basis.values()) {
      // Most entries stand over the same stretch by all three clocks: one row says it.
      Map<Interval, Integer> clocksByInterval = new LinkedHashMap<>();
      for (AsOf.Clock clock : AsOf.Clock.values()) {
        for (Interval interval : Standing.of(thread, basis, clock)) {
          clocksByInterval.merge(toMillis(interval), bit(clock), (a, b) -> a | b);
        }
      }
      for (Map.Entry<Interval, Integer> row : clocksByInterval.entrySet()) {
        insert(row.getKey(), basis, row.getValue());
      }
    }
  }

  /** A clock's bit in a set of clocks, as rows keep them. */
  static int bit(AsOf.Clock clock) {
    return switch (clock) {
      case RECORDED -> 1;
      case TRANSCRIBED -> 2;
      case ARRIVED -> 4;
    };
  }

  /** A basis as rows keep it. */
  static int code(AsOf.Basis basis) {
    return switch (basis) {
      case ALL -> 0;
      case ENDORSED -> 1;
    };
  }

  private void insert(Interval interval, AsOf.Basis basis, int clocks) throws SQLException {
    long from = Columns.millis(interval.from());
    Optional<Long> until = interval.until().map(Columns::millis);
    if (until.isPresent() && until.get() <= from) {
      return; // known and gone within one millisecond: it never stood
    }
    insert.setLong(1, interval.leafIndex());
    insert.setInt(2, code(basis));
    insert.setInt(3, clocks);
    insert.setLong(4, from);
    if (until.isPresent()) {
      insert.setLong(5, until.get());
    } else {
      insert.setNull(5, Types.INTEGER);
    }
    insert.executeUpdate();
  }

  private static Interval toMillis(Interval interval) {
    return new Interval(
        interval.leafIndex(), truncated(interval.from()), interval.until().map(i -> truncated(i)));
  }

  private static Instant truncated(Instant instant) {
    return Instant.ofEpochMilli(Columns.millis(instant));
  }
}
