package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.TreeCheck;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.NoteSignature;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.store.key.KeyFolder;

/**
 * Signs checkpoints. Before anything is signed, the root is computed a second time, from the rows
 * as they are read back from the file, every stored tree hash is held against it, and the tree must
 * extend what the keys signed last. One flipped bit that was signed has ended a public log for good
 * (Yeti, 2022).
 */
final class LogSigner {
  private static final int PROGRESS_EVERY = 100_000;

  private final RegisterFile file;
  private final Identity identity;
  private final InstantSource clock;

  LogSigner(RegisterFile file, Identity identity, InstantSource clock) {
    this.file = file;
    this.identity = identity;
    this.clock = clock;
  }

  /** The register as it is now, signed by all keys of the log. */
  SignedNote sign(KeyFolder keys, Progress progress) {
    return keys.alone(() -> {
      List<SigningKey> signing = keys.logKeys();
      for (SigningKey key : signing) {
        if (!key.verifier().name().equals(identity.origin().text())) {
          throw file.failure(
              "log.foreign-key",
              "the keys are those of " + key.verifier().name() + ", not of " + identity.origin(),
              "name this log's keys with --keys DIR");
        }
      }
      Verified verified = verified(keys.lastSigned(), progress);
      keys.advance(verified.checkpoint());
      return keep(signed(verified, signing));
    });
  }

  /**
   * What may be signed.
   *
   * @param checkpoint the log as it was found
   * @param at when: whatever is recorded later is stamped later
   */
  private record Verified(Checkpoint checkpoint, Instant at) {}

  private Verified verified(Optional<Checkpoint> last, Progress progress) {
    try (Connection connection = file.open();
        Statement statement = connection.createStatement()) {
      file.syncTakenOver();
      statement.execute("pragma query_only = on");
      Instant at = begin(statement);
      long size = new LogTable(connection).size();
      if (last.isPresent() && last.get().size() > size) {
        throw behind(last.get(), size);
      }
      byte[] root = MerkleTree.root(size, new TreeTable(connection));
      TreeCheck check = new TreeCheck();
      byte[] lastRoot = secondPath(connection, check, last, size, progress);
      OptionalLong difference = check.firstDifference();
      if (difference.isPresent() || check.size() != size || !Arrays.equals(check.root(), root)) {
        throw file.failure(
            "log.two-roots",
            "the tree that is stored is not the one of the entries that are stored; nothing was"
                + " signed",
            "find out where with: fenceline audit");
      }
      if (last.isPresent() && !Arrays.equals(lastRoot, last.get().root().bytes())) {
        throw file.failure(
            "log.forked",
            "its first "
                + last.get().size()
                + " entries are not those that its keys signed;"
                + " nothing was signed",
            "it is another copy of the register: go on with the one that signed, or start a new"
                + " origin with: fenceline init NEW --from FILE --succeeds");
      }
      return new Verified(new Checkpoint(identity.origin().text(), size, Sha256.ofBytes(root)), at);
    } catch (SQLException e) {
      throw file.failure(e);
    } catch (DatabaseFault e) {
      throw file.failure(e.error());
    }
  }

  /**
   * Begins to read the log as it is at a moment at which nobody writes: entries are stamped by who
   * holds the pen, so that one which the checkpoint lacks never bears an earlier time than it.
   */
  private Instant begin(Statement reading) throws SQLException {
    try (Connection connection = file.open();
        Statement pen = connection.createStatement()) {
      pen.execute("begin immediate");
      Instant at = clock.instant();
      reading.execute("begin");
      try (ResultSet first = reading.executeQuery("select count(*) from register")) {
        first.next();
      }
      pen.execute("rollback");
      return at;
    }
  }

  private StoreException behind(Checkpoint last, long size) {
    return file.failure(
        "log.behind",
        "it has "
            + size
            + " entries, but its keys signed "
            + last.size()
            + ": it was restored or"
            + " copied; nothing was signed",
        "restore a newer backup, bring back what it lacks with: fenceline recover, or start a new"
            + " origin with: fenceline init NEW --from FILE --succeeds");
  }

  /** Feeds rows and stored hashes side by side; returns the root at the last signed size. */
  private static byte[] secondPath(
      Connection connection,
      TreeCheck check,
      Optional<Checkpoint> last,
      long size,
      Progress progress)
      throws SQLException {
    byte[] lastRoot = check.root();
    try (PreparedStatement leaves =
            connection.prepareStatement(
                "select salt, canonical_json from log order by leaf_index");
        ResultSet leaf = leaves.executeQuery();
        StoredNodes nodes = new StoredNodes(connection)) {
      while (leaf.next()) {
        check.leaf(MerkleTree.leafHash(Leaf.of(leaf.getBytes(1), leaf.getString(2))));
        nodes.catchUp(check);
        if (last.isPresent() && last.get().size() == check.size()) {
          lastRoot = check.root();
        }
        if (check.size() % PROGRESS_EVERY == 0) {
          progress.at(check.size(), size);
        }
      }
      nodes.finish(check);
    }
    return lastRoot;
  }

  private static SignedNote signed(Verified verified, List<SigningKey> keys) {
    Checkpoint checkpoint = verified.checkpoint();
    List<NoteSignature> signatures = new ArrayList<>();
    try {
      for (SigningKey key : keys) {
        signatures.add(key.sign(checkpoint.text(), verified.at()));
      }
    } catch (MalformedInput e) {
      throw new IllegalStateException("a checkpoint is a checkpoint", e);
    }
    return SignedNote.unsigned(checkpoint.text()).with(signatures);
  }

  /**
   * Keeps what was signed, with the cosignatures that the same tree has already; an audit holds the
   * log against every checkpoint ever signed.
   */
  private SignedNote keep(SignedNote note) {
    try (Connection connection = file.open()) {
      CheckpointTable table = new CheckpointTable(connection);
      SignedNote whole = note.with(cosignatures(table, note));
      table.put(whole, clock.instant());
      return whole;
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private List<NoteSignature> cosignatures(CheckpointTable table, SignedNote note)
      throws SQLException {
    Optional<SignedNote> kept = kept(table, note);
    return kept.isEmpty()
        ? List.of()
        : kept.get().signatures().stream()
            .filter(signature -> !signature.name().equals(identity.origin().text()))
            .toList();
  }

  /** What is kept of the tree that a note is about. */
  private Optional<SignedNote> kept(CheckpointTable table, SignedNote note) throws SQLException {
    try {
      Optional<String> kept = table.at(Checkpoint.parse(note.text()).size());
      if (kept.isPresent()) {
        SignedNote parsed = SignedNote.parse(kept.get());
        return Optional.of(parsed).filter(same -> same.text().equals(note.text()));
      }
      return Optional.empty();
    } catch (MalformedInput e) {
      throw file.failure(
          "store.damaged",
          "a checkpoint cannot be read: " + e.getMessage(),
          "look at: fenceline audit");
    }
  }

  /** Adds what witnesses wrote below a checkpoint that is kept. */
  SignedNote cosigned(SignedNote note, List<VerifierKey> witnesses) throws MalformedInput {
    List<VerifierKey> signers =
        Signers.of(note, witnesses).verified().stream().map(Signers.Verified::key).toList();
    try (Connection connection = file.open();
        Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      CheckpointTable table = new CheckpointTable(connection);
      SignedNote kept =
          kept(table, note)
              .orElseThrow(() ->
                  file.failure(
                      "log.not-ours",
                      "this log keeps no such checkpoint: " + note.text().replace('\n', ' '),
                      "take the answer to a request of this very register"));
      SignedNote whole = kept.with(note.onlyBy(signers).signatures());
      table.put(whole, clock.instant());
      WitnessKeyTable keys = new WitnessKeyTable(connection);
      for (VerifierKey signer : signers) {
        keys.put(signer);
      }
      statement.execute("commit");
      return whole;
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }
}
