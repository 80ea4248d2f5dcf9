package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.log.note.VerifierKey;

/** The table {@code witness_key}: keys whose cosignatures this log keeps. */
final class WitnessKeyTable {
  private final Connection connection;

  WitnessKeyTable(Connection connection) {
    this.connection = connection;
  }

  void put(VerifierKey key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into witness_key (verifier_key) values (?) on conflict do nothing")) {
      insert.setString(1, key.toString());
      insert.executeUpdate();
    }
  }

  /** All keys, as they are stored. */
  List<String> all() throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select verifier_key from witness_key")) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
    return keys;
  }
}
