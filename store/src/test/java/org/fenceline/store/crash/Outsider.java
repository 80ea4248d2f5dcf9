package org.fenceline.store.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.store.Progress;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;

/**
 * Looks through a register's file as somebody would who does not trust the program: SQLite's own
 * check, each entry's hash and leaf from its salt and text, roots by the plain recursion of RFC
 * 6962 against those of the stored tree; then hears the program's own audit, which holds everything
 * against everything else and the views against a replay. Shares no hashing with the program.
 */
public final class Outsider {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private Outsider() {}

  /**
   * A leaf of the log.
   *
   * @param contentHash what its entry says, in hexadecimal
   * @param leafHash its hash in the tree, in hexadecimal
   */
  public record Leaf(UUID id, String contentHash, String leafHash) {}

  public static Register open(Path file) {
    return Register.open(file, InstantSource.system(), new SecureRandom(), PATIENCE);
  }

  /** The log's leaves, in order, of a register that is whole; otherwise an assertion fails. */
  static List<Leaf> examine(Path file) throws SQLException {
    try (Register register = open(file);
        Reading reading = register.read()) {
      List<Leaf> leaves = leaves(file);
      assertThat(reading.size()).as("leaves counted by the register").isEqualTo(leaves.size());
      for (int size : sizes(leaves.size())) {
        assertThat(reading.root(size).toString())
            .as("stored root of the first %d of %d leaves", size, leaves.size())
            .isEqualTo(rootInHex(leaves.subList(0, size)));
      }
      assertThat(register.audit(Progress.SILENT).faults())
          .as("faults by the program's audit")
          .isEmpty();
      return leaves;
    }
  }

  private static List<Leaf> leaves(Path file) throws SQLException {
    List<Leaf> leaves = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(text(statement, "pragma integrity_check")).isEqualTo("ok");
      assertThat(text(statement, "pragma foreign_key_check")).isEmpty();
      try (ResultSet rows =
          statement.executeQuery(
              """
              select leaf_index, entry_id, content_hash, salt, canonical_json
              from log order by leaf_index
              """)) {
        while (rows.next()) {
          assertThat(rows.getLong(1)).as("leaf index").isEqualTo(leaves.size());
          leaves.add(leaf(rows.getBytes(2), rows.getBytes(3), rows.getBytes(4), rows.getString(5)));
        }
      }
    }
    return leaves;
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static Leaf leaf(byte[] id, byte[] contentHash, byte[] salt, String canonicalJson) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(id);
      UUID uuid = new UUID(buffer.getLong(), buffer.getLong());
      EntryText.Recorded recorded = TEXT.read(canonicalJson);
      assertThat(recorded.entry().fact().id().uuid()).as("id in the text").isEqualTo(uuid);
      assertThat(recorded.contentHash().bytes())
          .as("content hash of " + uuid)
          .isEqualTo(contentHash);
      byte[] commitment =
          sha256("fenceline/entry/v1\n".getBytes(US_ASCII), salt, canonicalJson.getBytes(UTF_8));
      byte[] leaf = sha256(new byte[] {0}, "fenceline/leaf/v1\n".getBytes(US_ASCII), commitment);
      HexFormat hex = HexFormat.of();
      return new Leaf(uuid, hex.formatHex(contentHash), hex.formatHex(leaf));
    } catch (MalformedInput e) {
      throw new AssertionError("an entry cannot be read: " + canonicalJson, e);
    }
  }

  /** The whole log, around each power of two, and some sizes between. */
  private static SortedSet<Integer> sizes(int leaves) {
    SortedSet<Integer> sizes = new TreeSet<>();
    for (int power = 1; power <= leaves; power *= 2) {
      sizes.addAll(List.of(power - 1, power, Math.min(power + 1, leaves)));
    }
    for (int part = 0; part <= 7; part++) {
      sizes.add((int) ((long) leaves * part / 7));
    }
    return sizes;
  }

  /** The root of a tree of these leaves. */
  public static String rootInHex(List<Leaf> leaves) {
    return HexFormat.of().formatHex(root(leaves));
  }

  /** RFC 6962, section 2.1: MTH(D[n]), by the letter. */
  private static byte[] root(List<Leaf> leaves) {
    if (leaves.isEmpty()) {
      return sha256();
    }
    if (leaves.size() == 1) {
      return HexFormat.of().parseHex(leaves.getFirst().leafHash());
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return sha256(
        new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
