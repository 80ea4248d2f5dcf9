package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.EntryText.Recorded;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Sha256;

/** The table {@code log}: leaves in their order, written once. */
final class LogTable {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement byEntry;

  LogTable(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert =
        connection.prepareStatement(
            """
            insert into log
              (leaf_index, entry_id, content_hash, salt, canonical_json, arrived_at)
            values (?, ?, ?, ?, ?, ?)
            """);
    this.byEntry =
        connection.prepareStatement(
            """
            select leaf_index, content_hash, canonical_json, arrived_at
            from log where entry_id = ? order by leaf_index
            """);
  }

  long size() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select coalesce(max(leaf_index) + 1, 0) from log");
        ResultSet rows = query.executeQuery()) {
      return rows.getLong(1);
    }
  }

  void insert(long leafIndex, Recorded recorded, byte[] salt, Instant arrivedAt)
      throws SQLException {
    insert.setLong(1, leafIndex);
    insert.setBytes(2, Columns.bytes(recorded.entry().fact().id()));
    insert.setBytes(3, recorded.contentHash().bytes());
    insert.setBytes(4, salt);
    insert.setString(5, recorded.canonicalJson());
    insert.setLong(6, Columns.millis(arrivedAt));
    insert.executeUpdate();
  }

  /** The leaf that is this very entry with this very salt. */
  Optional<Long> leafOf(Salted salted) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select leaf_index from log
            where entry_id = ? and salt = ? and canonical_json = ?
            """)) {
      query.setBytes(1, Columns.bytes(salted.recorded().entry().fact().id()));
      query.setBytes(2, salted.salt());
      query.setString(3, salted.recorded().canonicalJson());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
      }
    }
  }

  /** Where an id and content already stand: leaf indexes with content hashes, oldest first. */
  List<Known> known(EntryId id) throws SQLException {
    List<Known> known = new ArrayList<>();
    byEntry.setBytes(1, Columns.bytes(id));
    try (ResultSet rows = byEntry.executeQuery()) {
      while (rows.next()) {
        known.add(new Known(rows.getLong(1), Sha256.ofBytes(rows.getBytes(2))));
      }
    }
    return known;
  }

  /** A leaf under an id. */
  record Known(long leafIndex, Sha256 contentHash) {}

  /** The entries of an id; more than one when registers clashed. */
  List<Logged> find(EntryId id) throws SQLException {
    byEntry.setBytes(1, Columns.bytes(id));
    return list(byEntry);
  }

  Optional<Logged> at(long leafIndex) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select leaf_index, content_hash, canonical_json, arrived_at
            from log where leaf_index = ?
            """)) {
      query.setLong(1, leafIndex);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(logged(rows)) : Optional.empty();
      }
    }
  }

  /** The entries that a query gives whose columns are those of {@link #logged(ResultSet)}. */
  static List<Logged> list(PreparedStatement query) throws SQLException {
    List<Logged> entries = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entries.add(logged(rows));
      }
    }
    return entries;
  }

  /** The entry of a row: leaf_index, content_hash, canonical_json, arrived_at. */
  static Logged logged(ResultSet rows) throws SQLException {
    return logged(rows.getLong(1), rows.getBytes(2), rows.getString(3), rows.getLong(4));
  }

  static Logged logged(long leafIndex, byte[] contentHash, String canonicalJson, long arrivedAt) {
    try {
      return new Logged(
          leafIndex,
          TEXT.readEntry(canonicalJson),
          Sha256.ofBytes(contentHash),
          Instant.ofEpochMilli(arrivedAt));
    } catch (MalformedInput e) {
      throw new StoreException(
          "store.damaged",
          "",
          "the entry at leaf " + leafIndex + " cannot be read: " + e.getMessage(),
          "restore the register from a backup",
          e);
    }
  }
}
