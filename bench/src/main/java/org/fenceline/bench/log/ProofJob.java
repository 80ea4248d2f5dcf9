package org.fenceline.bench.log;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.bench.ledger.Ledger;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;

/** Proofs of random leaves, beside as many reads by primary key as they have hashes. */
public final class ProofJob implements Job {
  private static final int PROOFS = 1_000;
  private static final int MOST_READS = 30;

  @Override
  public Aim aim() {
    return new Aim(
        "proof",
        String.format(
            Locale.ROOT,
            "inclusion proofs of %,d random leaves, each leading to the root; the peer reads from"
                + " the same table, by primary key, as many hashes as the proofs have, anywhere in"
                + " the tree",
            PROOFS),
        "leaves",
        Goal.atMost(1.5),
        new Aim.Sizes(100_000, 2_000_000, 10_000_000),
        "");
  }

  @Override
  public Contest<Integer> prepare(long size, Path scratch) throws SQLException {
    Path path = scratch.resolve("proof.fenceline");
    Ledger.create(path).close();
    try (Connection connection = Ledger.bare(path)) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into tree_node (position, hash) values (?, ?)")) {
        GrowingTree tree = GrowingTree.empty();
        for (long leaf = 0; leaf < size; leaf++) {
          tree.add(leafHash(leaf), (position, hash) -> insert(insert, position, hash));
        }
      }
      connection.commit();
    }
    return new Proofs(size, path);
  }

  private static byte[] leafHash(long leaf) {
    return Sha256.of(ByteBuffer.allocate(Long.BYTES).putLong(leaf).array()).bytes();
  }

  private static void insert(PreparedStatement insert, long position, byte[] hash) {
    try {
      insert.setLong(1, position);
      insert.setBytes(2, hash);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the file is new", e);
    }
  }

  private static final class Proofs implements Contest<Integer> {
    private final long size;
    private final Connection bare;
    private final Register register;
    private final Reading reading;
    private final byte[] root;
    private final SplittableRandom random = new SplittableRandom(1);
    private long seed;
    private long hashes;
    private int mostReads;

    Proofs(long size, Path path) throws SQLException {
      this.size = size;
      this.bare = Ledger.bare(path);
      this.register =
          Register.open(
              path,
              java.time.InstantSource.system(),
              new java.security.SecureRandom(),
              Register.PATIENCE);
      this.reading = register.read();
      this.root = MerkleTree.root(size, reading.treeHashes());
      this.seed = random.nextLong();
    }

    @Override
    public String peer() {
      return "SQLite " + org.sqlite.SQLiteJDBCLoader.getVersion() + " by JDBC";
    }

    @Override
    public boolean mayPeerBegin() {
      return false;
    }

    @Override
    public Turn<Integer> ours() throws Exception {
      seed = random.nextLong();
      SplittableRandom leaves = new SplittableRandom(seed);
      long[] asked = leaves.longs(PROOFS, 0, size).toArray();
      int[] reads = new int[1];
      MerkleTree.StoredHashes stored = reading.treeHashes();
      Turn<List<InclusionProof>> turn =
          Turn.of(() -> {
            List<InclusionProof> proofs = new ArrayList<>();
            for (long leaf : asked) {
              proofs.add(InclusionProof.of(leaf, size, stored));
            }
            return proofs;
          });
      int length = 0;
      for (InclusionProof proof : turn.answer()) {
        Optional<String> objection = proof.objection(leafHash(proof.index()), root);
        if (objection.isPresent()) {
          throw new IllegalStateException("leaf " + proof.index() + ": " + objection.get());
        }
        length += proof.path().size();
        reads[0] = 0;
        InclusionProof.of(
            proof.index(),
            size,
            position -> {
              reads[0]++;
              return stored.at(position);
            });
        mostReads = Math.max(mostReads, reads[0]);
      }
      hashes = length;
      return new Turn<>(turn.nanos(), length);
    }

    @Override
    public Turn<Integer> peers() throws Exception {
      SplittableRandom positions = new SplittableRandom(seed);
      long[] asked = positions.longs(hashes, 0, 2 * (size - Long.bitCount(size))).toArray();
      try (PreparedStatement select =
          bare.prepareStatement("select hash from tree_node where position = ?")) {
        return Turn.of(() -> {
          int found = 0;
          for (long position : asked) {
            select.setLong(1, position);
            try (ResultSet rows = select.executeQuery()) {
              found += rows.next() && rows.getBytes(1).length == MerkleTree.HASH_LENGTH ? 1 : 0;
            }
          }
          return found;
        });
      }
    }

    @Override
    public Optional<String> difference(Integer ours, Integer peers) {
      if (mostReads > MOST_READS) {
        return Optional.of("a proof took " + mostReads + " reads");
      }
      return peers <= ours && peers > ours * 9 / 10
          ? Optional.empty()
          : Optional.of(ours + " hashes against " + peers);
    }

    @Override
    public String note() {
      return String.format(
          Locale.ROOT,
          "A proof has %.1f hashes in the mean and took at most %d reads (goal: %d)",
          (double) hashes / PROOFS,
          mostReads,
          MOST_READS);
    }

    @Override
    public void close() {
      reading.close();
      register.close();
      try {
        bare.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the file was only read", e);
      }
    }
  }
}
