package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;

/** The table {@code checkpoint}: what this log signed. */
final class CheckpointTable {
  private final Connection connection;

  CheckpointTable(Connection connection) {
    this.connection = connection;
  }

  void put(SignedNote note, Instant signedAt) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into checkpoint (tree_size, signed_at, note) values (?, ?, ?)
            on conflict (tree_size) do update set signed_at = excluded.signed_at,
              note = excluded.note
            """)) {
      insert.setLong(1, Checkpoint.parse(note.text()).size());
      insert.setLong(2, Columns.millis(signedAt));
      insert.setString(3, note.toString());
      insert.executeUpdate();
    } catch (MalformedInput e) {
      throw new IllegalStateException("a checkpoint that was signed can be read", e);
    }
  }

  /** The note of the largest tree that was signed, as it is stored. */
  Optional<String> newest() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select note from checkpoint order by tree_size desc limit 1")) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  /** The note of the tree of a size, as it is stored. */
  Optional<String> at(long treeSize) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select note from checkpoint where tree_size = ?")) {
      query.setLong(1, treeSize);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  /** Notes of trees of at least a size, the smallest first, as they are stored. */
  List<String> from(long treeSize) throws SQLException {
    List<String> notes = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select note from checkpoint where tree_size >= ? order by tree_size")) {
      query.setLong(1, treeSize);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          notes.add(rows.getString(1));
        }
      }
    }
    return notes;
  }
}
