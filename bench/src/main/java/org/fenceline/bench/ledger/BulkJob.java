package org.fenceline.bench.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.core.entry.Fact;
import org.fenceline.store.Register;

/** Appending many entries at once, beside SQLite that is given the finished rows. */
public final class BulkJob implements Job {
  private static final int BATCH = 1_000;

  @Override
  public Aim aim() {
    return new Aim(
        "append-bulk",
        "movements appended in one request, with checks, JSON, hashes, tree and views; the peer"
            + " inserts the rows that came of it, finished, into the same tables with the same"
            + " indexes in one transaction, and both sync",
        "movements",
        Goal.atLeast(0.6),
        new Aim.Sizes(5_000, 50_000, 500_000),
        "the inserts are the same for both, and canonical JSON (twice an entry), hashes, "
            + "admission and running balances come on top in the same thread; they could be made on "
            + "the other core, ahead of the writer");
  }

  @Override
  public Contest<List<Long>> prepare(long size, Path scratch) throws SQLException {
    List<Fact> facts = Ledger.movements(0, size);
    Path model = scratch.resolve("model.fenceline");
    List<Table> tables;
    try (Register register = Ledger.create(model)) {
      Ledger.record(register, facts);
      try (Connection connection = Ledger.bare(model)) {
        tables = Table.readAll(connection);
      }
    }
    return new Bulk(facts, tables, scratch);
  }

  private static final class Bulk implements Contest<List<Long>> {
    private final List<Fact> facts;
    private final List<Table> tables;
    private final Path scratch;
    private int files;

    Bulk(List<Fact> facts, List<Table> tables, Path scratch) {
      this.facts = facts;
      this.tables = tables;
      this.scratch = scratch;
    }

    @Override
    public String peer() {
      return "SQLite " + org.sqlite.SQLiteJDBCLoader.getVersion() + " by JDBC";
    }

    private Path next() {
      return scratch.resolve("bulk-" + files++ + ".fenceline");
    }

    @Override
    public Turn<List<Long>> ours() throws Exception {
      Path path = next();
      long nanos;
      try (Register register = Ledger.create(path)) {
        nanos = Turn.of(() -> Ledger.record(register, facts)).nanos();
      }
      return finished(path, nanos);
    }

    @Override
    public Turn<List<Long>> peers() throws Exception {
      Path path = next();
      Ledger.create(path).close();
      long nanos;
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("pragma synchronous = full");
        }
        connection.setAutoCommit(false);
        nanos =
            Turn.of(
                    () -> {
                      for (Table table : tables) {
                        table.insert(connection, BATCH);
                      }
                      connection.commit();
                      return true;
                    })
                .nanos();
      }
      return finished(path, nanos);
    }

    private static Turn<List<Long>> finished(Path path, long nanos) throws SQLException {
      List<Long> answer = new ArrayList<>();
      try (Connection connection = Ledger.bare(path);
          Statement statement = connection.createStatement()) {
        for (String table : Table.WRITTEN) {
          try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            answer.add(rows.getLong(1));
          }
        }
        try (ResultSet rows =
            statement.executeQuery("select sum(mines), sum(leaf_index * mines) from posting")) {
          answer.add(rows.getLong(1));
          answer.add(rows.getLong(2));
        }
      }
      Register.discard(path);
      return new Turn<>(nanos, answer);
    }

    @Override
    public Optional<String> difference(List<Long> ours, List<Long> peers) {
      return ours.equals(peers) ? Optional.empty() : Optional.of(ours + " against " + peers);
    }
  }
}
