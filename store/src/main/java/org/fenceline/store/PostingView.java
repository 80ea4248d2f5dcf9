package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.fenceline.core.stock.Posting;

/** The view {@code posting}: one row a line of a movement. */
final class PostingView {
  private final PreparedStatement insert;

  PostingView(Connection connection) throws SQLException {
    this.insert =
        connection.prepareStatement(
            """
            insert into posting (leaf_index, line, lot, from_account, to_account, mines,
              earliest_day, latest_day)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """);
  }

  void insert(Posting posting) throws SQLException {
    insert.setLong(1, posting.leafIndex());
    insert.setInt(2, posting.line());
    insert.setString(3, posting.lot().text());
    insert.setString(4, posting.from().toString());
    insert.setString(5, posting.to().toString());
    insert.setLong(6, posting.mines());
    insert.setLong(7, posting.earliest().toEpochDay());
    insert.setLong(8, posting.latest().toEpochDay());
    insert.executeUpdate();
  }
}
