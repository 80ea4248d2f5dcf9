package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.fenceline.core.log.TreeCheck;

/** The rows of {@code tree_node} in order, handed to a check side by side with the leaves. */
final class StoredNodes implements AutoCloseable {
  private final PreparedStatement query;
  private final ResultSet rows;
  private boolean hasRow;

  StoredNodes(Connection connection) throws SQLException {
    this.query =
        connection.prepareStatement("select position, hash from tree_node order by position");
    this.rows = query.executeQuery();
    this.hasRow = rows.next();
  }

  /** Hands over the hashes up to the last leaf that the check was given. */
  void catchUp(TreeCheck check) throws SQLException {
    while (hasRow && rows.getLong(1) < 2 * check.size()) {
      next(check);
    }
  }

  /** Hands over what is left, which no leaf accounts for. */
  void finish(TreeCheck check) throws SQLException {
    while (hasRow) {
      next(check);
    }
  }

  private void next(TreeCheck check) throws SQLException {
    check.stored(rows.getLong(1), rows.getBytes(2));
    hasRow = rows.next();
  }

  @Override
  public void close() throws SQLException {
    query.close();
  }
}
