package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.fenceline.core.author.AuthorSignature;
import org.fenceline.core.author.LogKeyChain;
import org.fenceline.core.entry.Entry;
import org.fenceline.core.entry.EntryText.Recorded;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.NodePosition;
import org.fenceline.core.log.TreeCheck;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;

/**
 * Everything in a register held against everything else: rows against what they say, leaves against
 * the tree, the tree against every checkpoint that was signed, signatures against keys, attachments
 * against their addresses, views against a replay. It audits content, not the file's bytes: free
 * space, indexes and the order of rows on disk mean nothing.
 *
 * @param leaves how many entries were read
 * @param checkpoints how many signed checkpoints were held against the tree
 * @param signatures how many authors' signatures were verified
 * @param attachments how many ciphertexts were held against their addresses
 * @param faults what is wrong; empty when nothing is
 */
public record Audit(
    long leaves, int checkpoints, int signatures, int attachments, List<Fault> faults) {

  /** Most faults that are told. */
  public static final int MOST_FAULTS = 1_000;

  private static final int CHUNK = 2_000;

  /**
   * Something that does not fit.
   *
   * @param place the row or entry
   * @param message what does not fit
   */
  public record Fault(String place, String message) {
    @Override
    public String toString() {
      return place + ": " + message;
    }
  }

  public Audit {
    faults = List.copyOf(faults);
  }

  static Audit of(RegisterFile file, Identity identity, Progress progress) {
    Run run = new Run(identity);
    try (Connection connection = file.open();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = on");
      statement.execute("begin");
      run.log(connection, progress);
      run.checkpoints(connection);
      run.homeProofs(connection);
      run.attachments(connection);
    } catch (SQLException e) {
      throw file.failure(e);
    } catch (DatabaseFault e) {
      throw file.failure(e.error());
    }
    if (run.isReadable) {
      Rebuild rebuild = Rebuild.compare(file, progress);
      rebuild
          .differences()
          .forEach(difference ->
              run.fault(
                  difference.table() + " (view)",
                  (difference.live() ? "only in the live view: " : "missing in the live view: ")
                      + difference.row()));
    }
    return new Audit(run.leaves, run.checkpoints, run.signatures, run.attachments, run.faults);
  }

  /** A row of the log as it is stored. */
  private record Row(
      long leafIndex,
      EntryId id,
      Sha256 contentHash,
      Supplier<byte[]> salt,
      String canonicalJson) {}

  /** What a row gives by itself; rows are read by as many threads as there are processors. */
  private record Judged(
      Supplier<byte[]> leafHash, Optional<Recorded> recorded, int signatures, List<Fault> faults) {}

  private static Judged judge(Row row, Identity identity) {
    List<Fault> faults = new ArrayList<>();
    String place = "leaf " + row.leafIndex();
    byte[] leafHash = MerkleTree.leafHash(Leaf.of(row.salt().get(), row.canonicalJson()));
    Recorded recorded;
    try {
      recorded = Writer.recorded(row.canonicalJson());
    } catch (MalformedInput e) {
      faults.add(new Fault(place, "the entry cannot be read: " + e.getMessage()));
      return new Judged(() -> leafHash, Optional.empty(), 0, faults);
    }
    Entry entry = recorded.entry();
    if (!recorded.contentHash().equals(row.contentHash())) {
      faults.add(new Fault(place, "the content hash is not that of the entry"));
    }
    if (!row.id().equals(entry.fact().id())) {
      faults.add(new Fault(place, "the id in its column is not the entry's"));
    }
    if (entry.fact().exercise() && !identity.exercise()) {
      faults.add(new Fault(place, "an exercise entry in a real register"));
    }
    int signatures = 0;
    if (entry.fact().body() instanceof Signed signed) {
      signatures = 1;
      AuthorSignature.objection(signed).ifPresent(why -> faults.add(new Fault(place, why)));
    }
    return new Judged(() -> leafHash, Optional.of(recorded), signatures, faults);
  }

  /** The audit as it goes. */
  private static final class Run {
    private final Identity identity;
    private final List<Fault> faults = new ArrayList<>();
    private final TreeCheck tree = new TreeCheck();
    private final LogKeyChain logKeys = new LogKeyChain();
    private long leaves;
    private final List<VerifierKey> witnessKeys = new ArrayList<>();
    private int checkpoints;
    private int signatures;
    private int attachments;
    private boolean isReadable = true;
    private Map<Long, byte[]> roots = Map.of();

    Run(Identity identity) {
      this.identity = identity;
    }

    void fault(String place, String message) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(new Fault(place, message));
      }
    }

    void log(Connection connection, Progress progress) throws SQLException {
      Map<Long, byte[]> wanted = wantedRoots(connection);
      long total = new LogTable(connection).size();
      try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  select leaf_index, entry_id, content_hash, salt, canonical_json
                  from log order by leaf_index
                  """);
          ResultSet rows = query.executeQuery();
          StoredNodes nodes = new StoredNodes(connection)) {
        List<Row> next = rows(rows);
        CompletableFuture<List<Judged>> waiting = judged(next);
        while (!next.isEmpty()) {
          List<Row> after = rows(rows);
          CompletableFuture<List<Judged>> afterwards = judged(after);
          List<Judged> judged = waiting.join();
          for (int i = 0; i < next.size(); i++) {
            take(next.get(i), judged.get(i));
            nodes.catchUp(tree);
            if (wanted.containsKey(tree.size())) {
              wanted.put(tree.size(), tree.root());
            }
          }
          progress.at(leaves, total);
          next = after;
          waiting = afterwards;
        }
        nodes.finish(tree);
      }
      tree.firstDifference()
          .ifPresent(position ->
              fault(
                  "tree_node " + position,
                  "the hash of level %d, number %d is not the one of the entries"
                      .formatted(NodePosition.level(position), NodePosition.index(position))));
      roots = wanted;
    }

    /** Judges rows on all processors, while the next ones are read. */
    private CompletableFuture<List<Judged>> judged(List<Row> rows) {
      return CompletableFuture.supplyAsync(
          () -> rows.parallelStream().map(row -> judge(row, identity)).toList());
    }

    private static List<Row> rows(ResultSet rows) throws SQLException {
      List<Row> chunk = new ArrayList<>();
      while (chunk.size() < CHUNK && rows.next()) {
        byte[] salt = rows.getBytes(4);
        chunk.add(
            new Row(
                rows.getLong(1),
                Columns.entryId(rows.getBytes(2)),
                Sha256.ofBytes(rows.getBytes(3)),
                () -> salt,
                rows.getString(5)));
      }
      return chunk;
    }

    private void take(Row row, Judged judged) {
      if (row.leafIndex() != leaves) {
        fault("leaf " + leaves, "is missing; the next is " + row.leafIndex());
      }
      leaves = row.leafIndex() + 1;
      tree.leaf(judged.leafHash().get());
      judged.faults().forEach(fault -> fault(fault.place(), fault.message()));
      signatures += judged.signatures();
      isReadable &= judged.recorded().isPresent();
      judged
          .recorded()
          .filter(recorded -> recorded.entry().fact().body() instanceof LogKeys)
          .flatMap(recorded -> logKeys.take((LogKeys) recorded.entry().fact().body()))
          .ifPresent(why -> fault("leaf " + row.leafIndex(), why));
    }

    private static Map<Long, byte[]> wantedRoots(Connection connection) throws SQLException {
      Map<Long, byte[]> wanted = new HashMap<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select tree_size from checkpoint")) {
        while (rows.next()) {
          wanted.put(rows.getLong(1), new byte[0]);
        }
      }
      return wanted;
    }

    void checkpoints(Connection connection) throws SQLException {
      witnessKeys(connection);
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select tree_size, note from checkpoint")) {
        while (rows.next()) {
          checkpoints++;
          checkpoint(rows.getLong(1), rows.getString(2));
        }
      }
    }

    private void witnessKeys(Connection connection) throws SQLException {
      for (String key : new WitnessKeyTable(connection).all()) {
        try {
          witnessKeys.add(VerifierKey.parse(key));
        } catch (MalformedInput e) {
          fault("key of a witness", String.valueOf(e.getMessage()));
        }
      }
    }

    private void checkpoint(long size, String text) {
      String place = "checkpoint of " + size;
      try {
        SignedNote note = SignedNote.parse(text);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (checkpoint.size() != size || !checkpoint.origin().equals(identity.origin().text())) {
          fault(place, "is one of " + checkpoint.size() + " entries of " + checkpoint.origin());
        } else if (size > 0
            && !Arrays.equals(roots.getOrDefault(size, new byte[0]), checkpoint.root().bytes())) {
          fault(place, "was signed with another root than the log has at that size");
        }
        List<VerifierKey> known = new ArrayList<>(logKeys.keysOf(identity.origin().text()));
        known.addAll(witnessKeys);
        if (Signers.of(note, known).verified().size() < note.signatures().size()) {
          fault(place, "a signature is neither by the log's keys nor by a witness's");
        }
      } catch (MalformedInput e) {
        fault(place, String.valueOf(e.getMessage()));
      }
    }

    void homeProofs(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  select home_proof.leaf_index, home_proof.proof, log.salt, log.canonical_json
                  from home_proof join log on log.leaf_index = home_proof.leaf_index
                  """)) {
        while (rows.next()) {
          String place = "home proof of leaf " + rows.getLong(1);
          HomeProof.objection(
                  rows.getString(2), Leaf.of(rows.getBytes(3), rows.getString(4)), logKeys::keysOf)
              .ifPresent(fault -> fault(place, fault));
        }
      }
    }

    void attachments(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select address, ciphertext from attachment")) {
        while (rows.next()) {
          attachments++;
          Sha256 address = Sha256.ofBytes(rows.getBytes(1));
          if (!Sha256.of(rows.getBytes(2)).equals(address)) {
            fault("attachment " + address, "the ciphertext is not the one of this address");
          }
        }
      }
    }
  }
}
