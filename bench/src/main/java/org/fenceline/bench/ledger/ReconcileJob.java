package org.fenceline.bench.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.bench.peer.Postgres;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;

/** What every account holds of every lot, on a day and as known at a time, beside PostgreSQL. */
public final class ReconcileJob implements Job {
  private static final int BATCH = 10_000;

  @Override
  public Aim aim() {
    return new Aim(
        "reconcile",
        "the balance of every lot in every account on a day, as known at a time, from all"
            + " movements; PostgreSQL has the same postings and standings, analysed, and answers"
            + " in one query",
        "movements",
        Goal.atLeast(3),
        new Aim.Sizes(20_000, 200_000, 1_000_000),
        "each posting is looked up in what stands as known at that time and is handed through "
            + "JDBC row by row; only totals kept as entries arrive would do without reading all");
  }

  @Override
  public Contest<SortedMap<String, Long>> prepare(long size, Path scratch)
      throws IOException, InterruptedException, SQLException {
    Path path = scratch.resolve("reconcile.fenceline");
    Register register = Ledger.filled(path, size);
    Postgres postgres = Postgres.start(scratch);
    postgres.execute(
        """
        create table standing (leaf_index bigint not null, basis int not null, clocks int not null,
          known_from bigint not null, known_until bigint,
          primary key (leaf_index, basis, clocks, known_from))
        """,
        """
        create table posting (leaf_index bigint not null, line int not null, lot text not null,
          from_account text not null, to_account text not null, mines bigint not null,
          earliest_day bigint not null, latest_day bigint not null,
          primary key (leaf_index, line))
        """);
    try (Connection here = Ledger.bare(path);
        Connection there = postgres.connect()) {
      there.setAutoCommit(false);
      for (String table : List.of("standing", "posting")) {
        Table.read(here, table).insert(there, BATCH);
      }
      there.commit();
    }
    postgres.execute("vacuum analyze standing", "vacuum analyze posting");
    return new Reconciling(register, postgres);
  }

  private static final class Reconciling implements Contest<SortedMap<String, Long>> {
    private static final String SQL =
        """
        with known as (
          select lot, from_account, to_account, mines from posting
          where latest_day <= ? and leaf_index in (
            select leaf_index from standing
            where basis = 0 and clocks & 1 <> 0 and known_from <= ?
              and (known_until is null or known_until > ?)))
        select account, lot, sum(mines) from (
          select from_account as account, lot, -sum(mines) as mines from known group by 1, 2
          union all
          select to_account, lot, sum(mines) from known group by 1, 2) as sides
        group by account, lot having sum(mines) <> 0
        """;

    private final Register register;
    private final Postgres postgres;
    private final AsOf asOf =
        AsOf.everythingKnown(Ledger.FIRST_DAY.plusDays(Ledger.DAYS), Instant.now());

    Reconciling(Register register, Postgres postgres) {
      this.register = register;
      this.postgres = postgres;
    }

    @Override
    public String peer() {
      try {
        return postgres.version();
      } catch (SQLException e) {
        throw new IllegalStateException("the server runs", e);
      }
    }

    @Override
    public Turn<SortedMap<String, Long>> ours() throws Exception {
      return Turn.of(() -> {
        SortedMap<String, Long> sums = new TreeMap<>();
        try (Reading reading = register.read()) {
          reading
              .balances(asOf, Optional.empty())
              .byHolding()
              .forEach((holding, balance) ->
                  sums.put(holding.account() + " " + holding.lot(), balance.fewest()));
        }
        return sums;
      });
    }

    @Override
    public Turn<SortedMap<String, Long>> peers() throws Exception {
      try (Connection connection = postgres.connect();
          Statement setting = connection.createStatement();
          PreparedStatement query = connection.prepareStatement(SQL)) {
        setting.execute("set jit = off");
        return Turn.of(() -> {
          SortedMap<String, Long> sums = new TreeMap<>();
          query.setLong(1, asOf.on().toEpochDay());
          query.setLong(2, asOf.knownAt().toEpochMilli());
          query.setLong(3, asOf.knownAt().toEpochMilli());
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              sums.put(rows.getString(1) + " " + rows.getString(2), rows.getLong(3));
            }
          }
          return sums;
        });
      }
    }

    @Override
    public Optional<String> difference(
        SortedMap<String, Long> ours, SortedMap<String, Long> peers) {
      return ours.equals(peers)
          ? Optional.empty()
          : Optional.of(ours.size() + " balances against " + peers.size() + first(ours, peers));
    }

    private static String first(Map<String, Long> ours, Map<String, Long> peers) {
      return ours.entrySet().stream()
          .filter(sum -> !sum.getValue().equals(peers.get(sum.getKey())))
          .findFirst()
          .map(sum -> ", first " + sum + " and " + peers.get(sum.getKey()))
          .orElse("");
    }

    @Override
    public void close() {
      postgres.close();
      register.close();
    }
  }
}
