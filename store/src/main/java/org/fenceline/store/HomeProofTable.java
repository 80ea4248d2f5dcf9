package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code home_proof}: what its home log proves of an entry that came from elsewhere. */
final class HomeProofTable {
  private final PreparedStatement insert;
  private final PreparedStatement select;

  HomeProofTable(Connection connection) throws SQLException {
    this.insert =
        connection.prepareStatement("insert into home_proof (leaf_index, proof) values (?, ?)");
    this.select = connection.prepareStatement("select proof from home_proof where leaf_index = ?");
  }

  void insert(long leafIndex, String proof) throws SQLException {
    insert.setLong(1, leafIndex);
    insert.setString(2, proof);
    insert.executeUpdate();
  }

  Optional<String> find(long leafIndex) throws SQLException {
    select.setLong(1, leafIndex);
    try (ResultSet rows = select.executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }
}
