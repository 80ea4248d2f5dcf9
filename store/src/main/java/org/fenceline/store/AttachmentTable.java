package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.fenceline.core.entry.value.Sha256;

/** The table {@code attachment}: ciphertexts by their address. */
final class AttachmentTable {
  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement length;

  AttachmentTable(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert =
        connection.prepareStatement(
            "insert or ignore into attachment (address, ciphertext) values (?, ?)");
    this.length =
        connection.prepareStatement("select length(ciphertext) from attachment where address = ?");
  }

  /** Keeps a ciphertext; nothing happens when it is kept already. */
  void put(Ciphertext ciphertext) throws SQLException {
    insert.setBytes(1, ciphertext.address().bytes());
    insert.setBytes(2, ciphertext.bytes());
    insert.executeUpdate();
  }

  /** How many bytes a ciphertext has; empty when it is not here. */
  Optional<Long> length(Sha256 address) throws SQLException {
    length.setBytes(1, address.bytes());
    try (ResultSet rows = length.executeQuery()) {
      return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
    }
  }

  Optional<byte[]> get(Sha256 address) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select ciphertext from attachment where address = ?")) {
      query.setBytes(1, address.bytes());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** Deletes a ciphertext and overwrites where it lay; tells whether it was here. */
  boolean delete(Sha256 address) throws SQLException {
    try (Statement pragma = connection.createStatement();
        PreparedStatement delete =
            connection.prepareStatement("delete from attachment where address = ?")) {
      pragma.execute("pragma secure_delete = on");
      delete.setBytes(1, address.bytes());
      return delete.executeUpdate() > 0;
    }
  }
}
