package org.fenceline.bench.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of one of a register's tables.
 *
 * @param name the table
 * @param columns its columns
 * @param rows its rows, in the order of their keys
 */
record Table(String name, List<String> columns, List<List<Object>> rows) {

  /** The tables that a movement writes to, each after those that it refers to. */
  static final List<String> WRITTEN =
      List.of("log", "tree_node", "entry", "standing", "posting", "day_block");

  static List<Table> readAll(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    for (String name : WRITTEN) {
      tables.add(read(connection, name));
    }
    return tables;
  }

  static Table read(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + name)) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        columns.add(rows.getMetaData().getColumnName(i));
      }
      List<List<Object>> all = new ArrayList<>();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(rows.getObject(i));
        }
        all.add(Collections.unmodifiableList(row));
      }
      return new Table(name, columns, all);
    }
  }

  /** Inserts all rows into a table of the same name, in the caller's transaction. */
  void insert(Connection connection, int batch) throws SQLException {
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(
                name,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (List<Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.addBatch();
        if (++waiting == batch) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      insert.executeBatch();
    }
  }
}
