package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.stock.Balances.Holding;
import org.fenceline.core.stock.DayTree;
import org.fenceline.core.stock.Posting;

/**
 * The view {@code day_block}: running balances as {@link DayTree} keeps them. Changes of one
 * transaction are gathered, so that a bulk import renews each block once.
 *
 * <p>Of a movement of uncertain date the cautious day counts: the earliest where mines leave, the
 * latest where they come in.
 */
final class DayBlockView {
  private final PreparedStatement select;
  private final PreparedStatement upsert;
  private final Map<Holding, SortedMap<LocalDate, Long>> pending = new HashMap<>();

  DayBlockView(Connection connection) throws SQLException {
    this.select =
        connection.prepareStatement(
            """
            select number, sum, lowest from day_block
            where account = ? and lot = ? and level = ? and number between ? and ?
            order by number
            """);
    this.upsert =
        connection.prepareStatement(
            """
            insert into day_block (account, lot, level, number, sum, lowest)
            values (?, ?, ?, ?, ?, ?)
            on conflict do update set sum = excluded.sum, lowest = excluded.lowest
            """);
  }

  /** Adds a posting that began to stand, or takes one away that ceased to. */
  void add(Posting posting, boolean stands) {
    long mines = stands ? posting.mines() : -posting.mines();
    gather(new Holding(posting.from(), posting.lot()), posting.earliest(), -mines);
    gather(new Holding(posting.to(), posting.lot()), posting.latest(), mines);
  }

  private void gather(Holding holding, LocalDate day, long change) {
    if (watched(holding.account())) {
      pending.computeIfAbsent(holding, _ -> new TreeMap<>()).merge(day, change, Math::addExact);
    }
  }

  // A consignment's balance is judged by its receipts, not day by day.
  private static boolean watched(Account account) {
    return account.type().holdsNoLessThanNothing() && account.type() != Account.Type.TRANSIT;
  }

  /** Writes what was gathered; gives the holdings that fall below zero, with the first such day. */
  List<Shortfall> flush() {
    List<Shortfall> shortfalls = new ArrayList<>();
    // In the order of the table's key, so that rows are written side by side.
    for (Map.Entry<Holding, SortedMap<LocalDate, Long>> changes :
        new TreeMap<>(pending).entrySet()) {
      DayTree tree = new DayTree(new Rows(changes.getKey()));
      tree.add(changes.getValue());
      Optional<LocalDate> below = tree.firstDayBelowZero();
      below.ifPresent(day -> shortfalls.add(new Shortfall(changes.getKey(), day)));
    }
    pending.clear();
    return shortfalls;
  }

  /** The first day at whose end a holding is below zero. */
  Optional<LocalDate> firstDayBelowZero(Holding holding) {
    return new DayTree(new Rows(holding)).firstDayBelowZero();
  }

  /** The blocks of one holding as rows. */
  private final class Rows implements DayTree.Blocks {
    private final Holding holding;

    Rows(Holding holding) {
      this.holding = holding;
    }

    @Override
    public NavigableMap<Long, DayTree.Block> range(int level, long first, long last) {
      NavigableMap<Long, DayTree.Block> blocks = new TreeMap<>();
      try {
        select.setString(1, holding.account().toString());
        select.setString(2, holding.lot().text());
        select.setInt(3, level);
        select.setLong(4, first);
        select.setLong(5, last);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            blocks.put(rows.getLong(1), new DayTree.Block(rows.getLong(2), rows.getLong(3)));
          }
        }
      } catch (SQLException e) {
        throw new DatabaseFault(e);
      }
      return blocks;
    }

    @Override
    public void put(int level, long number, DayTree.Block block) {
      try {
        upsert.setString(1, holding.account().toString());
        upsert.setString(2, holding.lot().text());
        upsert.setInt(3, level);
        upsert.setLong(4, number);
        upsert.setLong(5, block.sum());
        upsert.setLong(6, block.lowest());
        upsert.executeUpdate();
      } catch (SQLException e) {
        throw new DatabaseFault(e);
      }
    }
  }
}
