package org.fenceline.store.foreign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite file that is made for others, in one transaction. It is whole once {@link #finish} came
 * back, and synced then; before, it is nothing that anybody may read.
 */
public final class NewFile implements AutoCloseable {
  private final Path path;
  private final Connection connection;
  private final Map<String, PreparedStatement> inserts = new HashMap<>();

  private NewFile(Path path, Connection connection) {
    this.path = path;
    this.connection = connection;
  }

  /** Begins a file; an empty one may be there already. */
  public static NewFile begin(Path path) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    // Nobody reads it before it is finished, and what broke off is thrown away.
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    try {
      Connection connection =
          config.createConnection("jdbc:sqlite:" + path.toAbsolutePath().toUri());
      connection.setAutoCommit(false);
      return new NewFile(path, connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs a fixed statement, such as one that makes a table. */
  public void run(String sql) throws IOException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Adds a row.
   *
   * @param cells {@code String}, {@code Long}, {@code Double} or {@code byte[]} by column; an empty
   *     value is none
   */
  public void insert(String table, SequencedMap<String, Optional<Object>> cells)
      throws IOException {
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(
                quoted(table),
                String.join(", ", cells.keySet().stream().map(NewFile::quoted).toList()),
                String.join(", ", Collections.nCopies(cells.size(), "?")));
    try {
      PreparedStatement insert = inserts.get(sql);
      if (insert == null) {
        insert = connection.prepareStatement(sql);
        inserts.put(sql, insert);
      }
      int next = 1;
      for (Optional<Object> cell : List.copyOf(cells.values())) {
        insert.setObject(next++, cell.orElse(null));
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A name as SQL has it, whatever stands in it. */
  public static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Writes all of it and syncs the file. */
  public void finish() throws IOException {
    try {
      connection.commit();
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static IOException failed(SQLException e) {
    return new IOException(String.valueOf(e.getMessage()).replaceAll("^\\[|\\]$", ""), e);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
