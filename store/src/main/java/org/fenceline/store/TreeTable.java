package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;

/** The table {@code tree_node}: hashes of full subtrees, written once. */
final class TreeTable implements MerkleTree.StoredHashes, GrowingTree.FinalHashes {
  private final PreparedStatement insert;
  private final PreparedStatement select;

  TreeTable(Connection connection) throws SQLException {
    this.insert =
        connection.prepareStatement("insert into tree_node (position, hash) values (?, ?)");
    this.select = connection.prepareStatement("select hash from tree_node where position = ?");
  }

  @Override
  public byte[] at(long position) {
    try {
      select.setLong(1, position);
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          throw new StoreException(
              "store.damaged",
              "",
              "the tree hash at position " + position + " is missing",
              "restore the register from a backup");
        }
        return rows.getBytes(1);
      }
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  @Override
  public void store(long position, byte[] hash) {
    try {
      insert.setLong(1, position);
      insert.setBytes(2, hash);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}
