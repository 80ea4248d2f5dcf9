package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.value.Sha256;

/** The view {@code signature}: which entries hold an author's signature over a content. */
final class SignatureView {
  private final PreparedStatement insert;
  private final PreparedStatement select;

  SignatureView(Connection connection) throws SQLException {
    this.insert =
        connection.prepareStatement(
            "insert or ignore into signature (content_hash, leaf_index) values (?, ?)");
    this.select =
        connection.prepareStatement(
            """
            select log.leaf_index, log.content_hash, log.canonical_json, log.arrived_at
            from signature join log on log.leaf_index = signature.leaf_index
            where signature.content_hash = ? order by log.leaf_index
            """);
  }

  void insert(Logged entry) throws SQLException {
    if (entry.body() instanceof Signed signed) {
      for (Sha256 contentHash : signed.contentHashes()) {
        insert.setBytes(1, contentHash.bytes());
        insert.setLong(2, entry.leafIndex());
        insert.executeUpdate();
      }
    }
  }

  /** Entries that hold a signature over a content, whoever signed, oldest leaf first. */
  List<Logged> over(Sha256 contentHash) throws SQLException {
    select.setBytes(1, contentHash.bytes());
    return LogTable.list(select);
  }
}
