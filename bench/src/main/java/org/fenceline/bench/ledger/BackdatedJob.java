package org.fenceline.bench.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Ratio;
import org.fenceline.bench.job.Turn;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.stock.Balances.Holding;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.Shortfall;

/** A back-dated entry, and when its account first falls below zero, beside reading it all again. */
public final class BackdatedJob implements Job {
  private static final int QUESTIONS = 100;

  @Override
  public Aim aim() {
    return new Aim(
        "backdated",
        "one back-dated movement out of an account of many, appended durably, with the answer when"
            + " the account first falls below zero; the peer finds the same day by one SQL query"
            + " over the account's postings in the same file, the entry being there already",
        "movements",
        Goal.atLeast(1_000),
        new Aim.Sizes(50_000, 300_000, 1_000_000),
        "an append is some milliseconds whatever the account holds, for the sync and the "
            + "writer, and the rescan of this size is too short for a thousandfold; see the "
            + "question alone");
  }

  @Override
  public Contest<Optional<LocalDate>> prepare(long size, Path scratch) throws SQLException {
    Path path = scratch.resolve("backdated.fenceline");
    Register register = Ledger.create(path);
    Ledger.append(register, Ledger.oneAccount(size));
    return new Backdating(register, Ledger.bare(path), size);
  }

  private static final class Backdating implements Contest<Optional<LocalDate>> {
    private final Register register;
    private final Connection bare;
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Double> questions = new ArrayList<>();
    private long next;

    Backdating(Register register, Connection bare, long next) {
      this.register = register;
      this.bare = bare;
      this.next = next;
    }

    @Override
    public String peer() {
      return "rescan by SQLite " + org.sqlite.SQLiteJDBCLoader.getVersion();
    }

    @Override
    public boolean mayPeerBegin() {
      return false;
    }

    @Override
    public Turn<Optional<LocalDate>> ours() throws Exception {
      LocalDate day = Ledger.FIRST_DAY.plusDays(random.nextLong(Ledger.DAYS));
      List<Fact> fact =
          List.of(
              Ledger.movement(
                  next++,
                  day,
                  Ledger.LOT,
                  random.nextLong(1, 20),
                  Ledger.DEPOT,
                  Account.of(Account.Type.DESTROYED)));
      Turn<Outcome.Written> turn = Turn.of(() -> Ledger.record(register, fact));
      try (Reading reading = register.read()) {
        Holding holding = new Holding(Ledger.DEPOT, Ledger.LOT);
        for (int i = 0; i < QUESTIONS; i++) {
          questions.add(Turn.of(() -> reading.firstDayBelowZero(holding)).nanos() / 1e3);
        }
      }
      return new Turn<>(
          turn.nanos(), turn.answer().shortfalls().stream().findFirst().map(Shortfall::day));
    }

    @Override
    public Turn<Optional<LocalDate>> peers() throws Exception {
      return Turn.of(() -> {
        try (PreparedStatement query =
            bare.prepareStatement(
                """
                select min(day) from (
                  select day, sum(sum(change)) over (order by day) as balance from (
                    select latest_day as day, mines as change from posting
                      where to_account = ?1 and lot = ?2
                    union all
                    select earliest_day, -mines from posting
                      where from_account = ?1 and lot = ?2)
                  group by day)
                where balance < 0
                """)) {
          query.setString(1, Ledger.DEPOT.toString());
          query.setString(2, Ledger.LOT.text());
          try (ResultSet rows = query.executeQuery()) {
            long day = rows.getLong(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
          }
        }
      });
    }

    @Override
    public Optional<String> difference(Optional<LocalDate> ours, Optional<LocalDate> peers) {
      return ours.equals(peers) ? Optional.empty() : Optional.of(ours + " against " + peers);
    }

    @Override
    public String note() {
      return String.format(
          Locale.ROOT,
          "The question alone, once the entry is there, takes %.0f µs",
          Ratio.of(questions).median());
    }

    @Override
    public void close() {
      try {
        bare.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the file was only read", e);
      } finally {
        register.close();
      }
    }
  }
}
