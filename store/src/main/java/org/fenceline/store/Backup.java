package org.fenceline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    Path beside = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(beside);
      try (Connection connection = source.open();
          PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
        vacuum.setString(1, beside.toString());
        vacuum.execute();
        check(new RegisterFile(beside, source.patience()), connection);
      }
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException e) {
      discard(beside);
      throw copy.failure(e);
    } catch (IOException e) {
      discard(beside);
      throw new StoreException(
          "store.folder", target.toString(), "cannot be written: " + e.getMessage(), "", e);
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

  private static void discard(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      // What is left over is named .part and is overwritten by the next backup.
      return;
    }
  }
}
