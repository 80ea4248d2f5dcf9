package org.fenceline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.Logged;

/**
 * The views made anew from the log, held against the live ones.
 *
 * @param leaves how many leaves were replayed
 * @param differences rows that stand on one side only; empty when the views are what the log says
 */
public record Rebuild(long leaves, List<Difference> differences) {

  /** Most rows of one table that are told. */
  public static final int MOST_ROWS = 10;

  /**
   * A row on one side only.
   *
   * @param table the view
   * @param live whether it stands in the live view; otherwise in the fresh one
   * @param row its columns
   */
  public record Difference(String table, boolean live, String row) {}

  private static final int FLUSH_EVERY = 10_000;

  public Rebuild {
    differences = List.copyOf(differences);
  }

  static Rebuild compare(RegisterFile file, Progress progress) {
    try {
      Path folder = Files.createTempDirectory("fenceline-rebuild");
      Path fresh = folder.resolve("fresh.fenceline");
      try (Connection connection = file.open();
          Statement statement = connection.createStatement()) {
        statement.execute("begin");
        RegisterFile freshFile = new RegisterFile(fresh, file.patience());
        freshFile.create();
        long leaves = replay(connection, freshFile, progress);
        statement.execute("commit");
        return new Rebuild(leaves, differences(connection, fresh));
      } finally {
        delete(folder);
      }
    } catch (SQLException e) {
      throw file.failure(e);
    } catch (DatabaseFault e) {
      throw file.failure(e.error());
    } catch (IOException e) {
      throw new StoreException(
          "store.folder",
          System.getProperty("java.io.tmpdir", ""),
          "fresh views cannot be written: " + e.getMessage(),
          "make room",
          e);
    }
  }

  private static long replay(Connection live, RegisterFile fresh, Progress progress)
      throws SQLException {
    long total = new LogTable(live).size();
    try (Connection connection = fresh.open();
        Statement statement = connection.createStatement();
        Statement query = live.createStatement();
        ResultSet rows =
            query.executeQuery(
                """
                select leaf_index, entry_id, content_hash, salt, canonical_json, arrived_at
                from log order by leaf_index
                """);
        PreparedStatement copy =
            connection.prepareStatement(
                """
                insert into log
                  (leaf_index, entry_id, content_hash, salt, canonical_json, arrived_at)
                values (?, ?, ?, ?, ?, ?)
                """)) {
      statement.execute("begin");
      Views views = new Views(connection);
      long leaves = 0;
      while (rows.next()) {
        for (int column = 1; column <= 6; column++) {
          copy.setObject(column, rows.getObject(column));
        }
        copy.executeUpdate();
        Logged entry =
            LogTable.logged(rows.getLong(1), rows.getBytes(3), rows.getString(5), rows.getLong(6));
        views.project(entry);
        leaves++;
        if (leaves % FLUSH_EVERY == 0) {
          views.flush();
          progress.at(leaves, total);
        }
      }
      views.flush();
      statement.execute("commit");
      return leaves;
    }
  }

  private static List<Difference> differences(Connection connection, Path fresh)
      throws SQLException {
    List<Difference> differences = new ArrayList<>();
    try (PreparedStatement attach = connection.prepareStatement("attach database ? as fresh")) {
      attach.setString(1, fresh.toString());
      attach.execute();
    }
    for (String table : Views.TABLES) {
      differences.addAll(onlyIn(connection, table, true));
      differences.addAll(onlyIn(connection, table, false));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("detach database fresh");
    }
    return differences;
  }

  private static List<Difference> onlyIn(Connection connection, String table, boolean live)
      throws SQLException {
    String one = (live ? "main." : "fresh.") + table;
    String other = (live ? "fresh." : "main.") + table;
    List<Difference> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select * from %s except select * from %s limit %d"
                    .formatted(one, other, MOST_ROWS))) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          Object cell = rows.getObject(column);
          cells.add(
              rows.getMetaData().getColumnName(column)
                  + "="
                  + (cell instanceof byte[] bytes
                      ? java.util.HexFormat.of().formatHex(bytes)
                      : cell));
        }
        found.add(new Difference(table, live, String.join(" ", cells)));
      }
    }
    return found;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
