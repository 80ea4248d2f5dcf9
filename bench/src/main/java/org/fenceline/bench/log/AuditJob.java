package org.fenceline.bench.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.bench.ledger.Ledger;
import org.fenceline.store.Audit;
import org.fenceline.store.Progress;
import org.fenceline.store.Register;

/** The audit of a whole log, beside hashing its bytes and reading its file. */
public final class AuditJob implements Job {

  @Override
  public Aim aim() {
    return new Aim(
        "audit",
        "the audit of a register: every entry read, its content hash, leaf and tree computed again,"
            + " all tables held against each other; the peer reads the file once from begin to end"
            + " and takes one core's SHA-256 over salt and text of each leaf",
        "leaves",
        Goal.atMost(2),
        new Aim.Sizes(20_000, 200_000, 6_000_000),
        "not profiled yet; each entry is read by the full reader of entries, checked and "
            + "written again, which the peer leaves out");
  }

  @Override
  public Contest<Long> prepare(long size, Path scratch) throws IOException, SQLException {
    Path path = scratch.resolve("audit.fenceline");
    Ledger.filled(path, size).close();
    try (Connection connection = Ledger.bare(path);
        Statement statement = connection.createStatement()) {
      statement.execute("pragma wal_checkpoint(truncate)");
    }
    return new Auditing(
        path,
        size,
        Register.open(
            path,
            java.time.InstantSource.system(),
            new java.security.SecureRandom(),
            Register.PATIENCE));
  }

  private static final class Auditing implements Contest<Long> {
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path path;
    private final long size;
    private final Register register;
    private long nanos = Long.MAX_VALUE;

    Auditing(Path path, long size, Register register) {
      this.path = path;
      this.size = size;
      this.register = register;
    }

    @Override
    public String peer() {
      return "SHA-256 of the JDK on one core, and one scan of the file";
    }

    @Override
    public Turn<Long> ours() throws Exception {
      Turn<Audit> turn = Turn.of(() -> register.audit(Progress.SILENT));
      if (!turn.answer().faults().isEmpty()) {
        throw new IllegalStateException("a fault: " + turn.answer().faults().getFirst());
      }
      nanos = Math.min(nanos, turn.nanos());
      return new Turn<>(turn.nanos(), turn.answer().leaves());
    }

    @Override
    public Turn<Long> peers() throws Exception {
      return Turn.of(() -> {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream file = Files.newInputStream(path)) {
          while (file.read(buffer) >= 0) {
            // Reading is all that is asked.
          }
        }
        long leaves = 0;
        try (Connection connection = Ledger.bare(path);
            PreparedStatement query =
                connection.prepareStatement("select salt, canonical_json from log");
            ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            digest.update(rows.getBytes(1));
            digest.digest(rows.getString(2).getBytes(StandardCharsets.UTF_8));
            leaves++;
          }
        }
        return leaves;
      });
    }

    @Override
    public Optional<String> difference(Long ours, Long peers) {
      return ours.equals(peers) ? Optional.empty() : Optional.of(ours + " against " + peers);
    }

    @Override
    public String note() {
      return String.format(
          Locale.ROOT,
          "The best round checked %,.0f leaves a second on %d cores",
          size / (nanos / 1e9),
          Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void close() {
      register.close();
    }
  }
}
