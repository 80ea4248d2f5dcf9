package org.fenceline.bench.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.bench.peer.Postgres;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.log.NodePosition;
import org.fenceline.store.Register;

/** Appending entry by entry, each on disk before it is acknowledged, beside PostgreSQL. */
public final class AppendJob implements Job {
  private static final int SUBMITTERS = 64;

  private final int clients;

  /** Beside so many clients of PostgreSQL. */
  public AppendJob(int clients) {
    this.clients = clients;
  }

  @Override
  public Aim aim() {
    return new Aim(
        "append-" + clients,
        "entries of one movement, durable and acknowledged one by one, from 64 submitters;"
            + " PostgreSQL gets the same rows of log, tree, entry, standing and posting (not the"
            + " running balances) in one statement and one commit an entry, from "
            + clients
            + (clients == 1 ? " client" : " clients"),
        "entries",
        Goal.atLeast(clients == 1 ? 10 : 3),
        clients == 1 ? new Aim.Sizes(500, 2_000, 20_000) : new Aim.Sizes(2_000, 10_000, 50_000),
        "one writer thread does all our work, and in a profile of a bulk append about half of "
            + "its samples were SQLite inserting into six tables and their indexes, a quarter "
            + "canonical JSON and hashes (written directly since), three in a hundred the commit. "
            + "PostgreSQL spreads its inserts over both cores");
  }

  @Override
  public Contest<List<Long>> prepare(long size, Path scratch)
      throws IOException, InterruptedException, SQLException {
    List<Fact> facts = Ledger.movements(0, size);
    Path model = scratch.resolve("model.fenceline");
    List<Row> rows;
    try (Register register = Ledger.create(model)) {
      Ledger.record(register, facts);
      try (Connection connection = Ledger.bare(model)) {
        rows = Row.readAll(connection);
      }
    }
    Postgres postgres = Postgres.start(scratch);
    postgres.execute(
        """
        create table log (leaf_index bigint primary key, entry_id bytea not null,
          content_hash bytea not null, salt bytea not null, canonical_json text not null,
          arrived_at bigint not null)
        """,
        "create index on log (entry_id)",
        "create table tree_node (position bigint primary key, hash bytea not null)",
        """
        create table entry (leaf_index bigint primary key references log, entry_id bytea not null,
          kind text not null, recorded_at bigint not null)
        """,
        "create index on entry (entry_id)",
        "create index on entry (kind)",
        """
        create table standing (leaf_index bigint not null references log, basis int not null,
          clocks int not null, known_from bigint not null, known_until bigint,
          primary key (leaf_index, basis, clocks, known_from))
        """,
        """
        create table posting (leaf_index bigint not null references log, line int not null,
          lot text not null, from_account text not null, to_account text not null,
          mines bigint not null, earliest_day bigint not null, latest_day bigint not null,
          primary key (leaf_index, line))
        """,
        "create index on posting (lot)",
        "create index on posting (from_account, lot)",
        "create index on posting (to_account, lot)");
    return new Appending(facts, rows, scratch, postgres, clients);
  }

  /** What one entry writes. */
  private record Row(
      List<Object> log,
      List<Object> entry,
      List<List<Object>> nodes,
      List<List<Object>> standings,
      List<Object> posting) {

    static List<Row> readAll(Connection connection) throws SQLException {
      Table logs = Table.read(connection, "log");
      Table entries = Table.read(connection, "entry");
      Table postings = Table.read(connection, "posting");
      Map<Long, List<List<Object>>> standings =
          byLeaf(Table.read(connection, "standing"), row -> ((Number) row.get(0)).longValue());
      // A node is written by the leaf that fills its subtree, the last below it.
      Map<Long, List<List<Object>>> nodes =
          byLeaf(
              Table.read(connection, "tree_node"),
              row -> {
                long position = ((Number) row.get(0)).longValue();
                int level = NodePosition.level(position);
                return ((NodePosition.index(position) + 1) << level) - 1;
              });
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < logs.rows().size(); i++) {
        rows.add(
            new Row(
                logs.rows().get(i),
                entries.rows().get(i),
                nodes.getOrDefault((long) i, List.of()),
                standings.getOrDefault((long) i, List.of()),
                postings.rows().get(i)));
      }
      return rows;
    }

    @FunctionalInterface
    private interface LeafOf {
      long leaf(List<Object> row);
    }

    private static Map<Long, List<List<Object>>> byLeaf(Table table, LeafOf leafOf) {
      Map<Long, List<List<Object>>> byLeaf = new HashMap<>();
      for (List<Object> row : table.rows()) {
        byLeaf.computeIfAbsent(leafOf.leaf(row), _ -> new ArrayList<>()).add(row);
      }
      return byLeaf;
    }
  }

  private static final class Appending implements Contest<List<Long>> {
    private final List<Fact> facts;
    private final List<Row> rows;
    private final Path scratch;
    private final Postgres postgres;
    private final int clients;
    private int files;

    Appending(List<Fact> facts, List<Row> rows, Path scratch, Postgres postgres, int clients) {
      this.facts = facts;
      this.rows = rows;
      this.scratch = scratch;
      this.postgres = postgres;
      this.clients = clients;
    }

    @Override
    public String peer() {
      try {
        return postgres.version() + ", " + clients + (clients == 1 ? " client" : " clients");
      } catch (SQLException e) {
        throw new IllegalStateException("the server runs", e);
      }
    }

    @Override
    public Turn<List<Long>> ours() throws Exception {
      Path path = scratch.resolve("append-" + files++ + ".fenceline");
      Turn<Boolean> turn;
      try (Register register = Ledger.create(path)) {
        AtomicInteger next = new AtomicInteger();
        turn =
            together(
                SUBMITTERS,
                _ ->
                    () -> {
                      for (int i = next.getAndIncrement();
                          i < facts.size();
                          i = next.getAndIncrement()) {
                        Ledger.record(register, List.of(facts.get(i)));
                      }
                      return true;
                    });
      }
      try (Connection connection = Ledger.bare(path)) {
        return new Turn<>(turn.nanos(), sums(connection));
      } finally {
        Register.discard(path);
      }
    }

    @Override
    public Turn<List<Long>> peers() throws Exception {
      postgres.execute("truncate log, tree_node, entry, standing, posting");
      List<Connection> connections = new ArrayList<>();
      try {
        for (int i = 0; i < clients; i++) {
          connections.add(postgres.connect());
        }
        AtomicInteger next = new AtomicInteger();
        Turn<Boolean> turn =
            together(
                clients,
                client ->
                    () -> {
                      try (PreparedStatement insert =
                          connections.get(client).prepareStatement(SQL)) {
                        for (int i = next.getAndIncrement();
                            i < rows.size();
                            i = next.getAndIncrement()) {
                          insert(insert, rows.get(i));
                        }
                      }
                      return true;
                    });
        return new Turn<>(turn.nanos(), sums(connections.getFirst()));
      } finally {
        for (Connection connection : connections) {
          connection.close();
        }
      }
    }

    /** One round trip an entry, which is the fastest that this can be asked for. */
    private static final String SQL =
        """
        with one as (insert into log values (?, ?, ?, ?, ?, ?)),
          two as (insert into tree_node select * from unnest(?::bigint[], ?::bytea[])),
          three as (insert into entry values (?, ?, ?, ?)),
          four as (insert into standing
            select ?, * from unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]))
        insert into posting values (?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static void insert(PreparedStatement insert, Row row) throws SQLException {
      Connection connection = insert.getConnection();
      int next = 1;
      for (Object value : row.log()) {
        insert.setObject(next++, value);
      }
      insert.setArray(next++, connection.createArrayOf("bigint", column(row.nodes(), 0)));
      insert.setArray(next++, connection.createArrayOf("bytea", hashes(row.nodes())));
      for (Object value : row.entry().subList(0, 4)) {
        insert.setObject(next++, value);
      }
      insert.setObject(next++, row.log().getFirst());
      for (int i = 1; i <= 4; i++) {
        insert.setArray(
            next++, connection.createArrayOf(i < 3 ? "int" : "bigint", column(row.standings(), i)));
      }
      for (Object value : row.posting()) {
        insert.setObject(next++, value);
      }
      insert.executeUpdate();
    }

    private static Object[] hashes(List<List<Object>> nodes) {
      return nodes.stream().map(node -> (byte[]) node.get(1)).toArray(byte[][]::new);
    }

    private static Object[] column(List<List<Object>> rows, int column) {
      Object[] values = new Object[rows.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = rows.get(i).get(column);
      }
      return values;
    }

    @FunctionalInterface
    private interface Work {
      Callable<Boolean> of(int thread);
    }

    private static Turn<Boolean> together(int threads, Work work) throws Exception {
      try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
        return Turn.of(() -> {
          List<Future<Boolean>> futures = new ArrayList<>();
          for (int i = 0; i < threads; i++) {
            futures.add(pool.submit(work.of(i)));
          }
          for (Future<Boolean> future : futures) {
            future.get();
          }
          return true;
        });
      }
    }

    private static List<Long> sums(Connection connection) throws SQLException {
      List<Long> sums = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  select (select count(*) from log), (select count(*) from tree_node),
                    (select count(*) from entry), (select count(*) from standing),
                    (select count(*) from posting), (select sum(mines) from posting)
                  """)) {
        rows.next();
        for (int i = 1; i <= 6; i++) {
          sums.add(rows.getLong(i));
        }
      }
      return sums;
    }

    @Override
    public Optional<String> difference(List<Long> ours, List<Long> peers) {
      return ours.equals(peers) ? Optional.empty() : Optional.of(ours + " against " + peers);
    }

    @Override
    public void close() {
      postgres.close();
    }
  }
}
