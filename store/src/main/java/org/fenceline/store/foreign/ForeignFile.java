package org.fenceline.store.foreign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.sqlite.SQLiteConfig;

/** A SQLite file of somebody else, open for reading. */
public final class ForeignFile implements AutoCloseable {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Connection connection;

  /** The file cannot be read; the message says why. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }

    Unreadable(SQLException cause) {
      super(String.valueOf(cause.getMessage()).replaceAll("^\\[|\\]$", ""), cause);
    }
  }

  /** Takes one row after the other. */
  @FunctionalInterface
  public interface RowTaker<E extends Exception> {
    /**
     * Takes a row.
     *
     * @param number the row's own number in its table
     * @param cells its cells by column: {@code String}, {@code Long}, {@code Double} or {@code
     *     byte[]}; those without a value are left out
     */
    void take(long number, SequencedMap<String, Object> cells) throws E;
  }

  private ForeignFile(Connection connection) {
    this.connection = connection;
  }

  /** Opens a file. */
  public static ForeignFile open(Path path) throws Unreadable {
    requireWhole(path);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try {
      Connection connection =
          config.createConnection("jdbc:sqlite:" + path.toAbsolutePath().toUri() + "?immutable=1");
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma trusted_schema = off");
        statement.execute("pragma cell_size_check = on");
        try (ResultSet answer = statement.executeQuery("pragma quick_check(1)")) {
          String found = answer.next() ? answer.getString(1) : "";
          if (!found.equals("ok")) {
            connection.close();
            throw new Unreadable(
                "the database is damaged: " + found.lines().findFirst().orElse(""));
          }
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return new ForeignFile(connection);
    } catch (SQLException e) {
      throw new Unreadable(e);
    }
  }

  /** Whether a file can be read and begins as a database of SQLite does. */
  public static boolean isSqlite(Path path) {
    byte[] head = new byte[MAGIC.length];
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(head, 0, head.length) == head.length && Arrays.equals(head, MAGIC);
    } catch (IOException _) {
      return false;
    }
  }

  private static void requireWhole(Path path) throws Unreadable {
    try {
      byte[] head = new byte[MAGIC.length];
      try (var in = Files.newInputStream(path)) {
        if (in.readNBytes(head, 0, head.length) < head.length || !Arrays.equals(head, MAGIC)) {
          throw new Unreadable("is no SQLite file");
        }
      }
      for (String beside : new String[] {"-wal", "-journal"}) {
        Path journal = path.resolveSibling(path.getFileName() + beside);
        if (Files.exists(journal) && Files.size(journal) > 0) {
          throw new Unreadable(
              "another program writes it, or broke off: there is " + journal.getFileName());
        }
      }
    } catch (IOException e) {
      throw new Unreadable("cannot be read: " + e.getMessage());
    }
  }

  /** Whether there is a plain table of a name; a view or a virtual table is none. */
  public boolean hasTable(String name) throws Unreadable {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 1 from sqlite_schema where type = 'table' and name = ?"
                + " and sql like 'create table%'")) {
      statement.setString(1, name);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next();
      }
    } catch (SQLException e) {
      throw new Unreadable(e);
    }
  }

  /** Hands over every row of a plain table. */
  public <E extends Exception> void read(String table, RowTaker<E> taker) throws E, Unreadable {
    if (!hasTable(table)) {
      throw new Unreadable("has no table " + table);
    }
    String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select rowid, * from " + quoted)) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        SequencedMap<String, Object> cells = new LinkedHashMap<>();
        for (int i = 2; i <= columns.getColumnCount(); i++) {
          Object cell = rows.getObject(i);
          if (cell != null) {
            cells.put(
                columns.getColumnName(i),
                cell instanceof Integer whole ? Long.valueOf(whole) : cell);
          }
        }
        taker.take(rows.getLong(1), cells);
      }
    } catch (SQLException e) {
      throw new Unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // It was only read.
    }
  }
}
