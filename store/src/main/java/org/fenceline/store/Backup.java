package org.fenceline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.fenceline.core.log.MerkleTree;

/**
 * A consistent copy of a register: written by SQLite itself, because the file alone lacks what
 * still lies in the write-ahead log; then read back and checked before it gets its name.
 */
final class Backup {
  private Backup() {}

  static void write(RegisterFile source, Path target) {
    RegisterFile copy = new RegisterFile(target, source.patience());
    copy.refuseExisting();
    RegisterFile beside = copy.beside();
    beside.discard();
    try {
      try (Connection connection = source.open();
          PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
        vacuum.setString(1, beside.path().toString());
        vacuum.execute();
        check(beside, connection);
      }
      beside.moveTo(copy);
    } catch (SQLException e) {
      throw copy.failure(e);
    } finally {
      beside.discard();
    }
  }

  /** The copy is whole, and its log is one that the source's extends or equals. */
  private static void check(RegisterFile copy, Connection source) throws SQLException {
    try (Connection connection = copy.open();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("pragma integrity_check")) {
        if (!"ok".equals(rows.getString(1))) {
          throw copy.failure(
              "store.damaged", "the copy is not whole: " + rows.getString(1), "look at the disk");
        }
      }
      long size = new LogTable(connection).size();
      byte[] theirs = MerkleTree.root(size, new TreeTable(connection));
      if (!Arrays.equals(theirs, MerkleTree.root(size, new TreeTable(source)))) {
        throw copy.failure("store.damaged", "the copy's log has another root", "try again");
      }
      statement.execute("pragma journal_mode = delete");
    }
  }
}
