package org.fenceline.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ledger once more, in lists, asked by going through everything: what the register's balances
 * are held against.
 */
final class NaiveLedger {

  /** Mines of a lot from one account to another. */
  record Line(String lot, String from, String to, long mines) {}

  /** One entry: a record (with lines), a void or an endorsement of another. */
  static final class Item {
    final int number;
    final Instant at;
    final String by;
    final LocalDate first;
    final LocalDate last;
    final List<Line> lines;
    final String kind;
    @Nullable Item target;

    Item(
        int number,
        Instant at,
        String by,
        LocalDate first,
        LocalDate last,
        String kind,
        List<Line> lines,
        @Nullable Item target) {
      this.number = number;
      this.at = at;
      this.by = by;
      this.first = first;
      this.last = last;
      this.kind = kind;
      this.lines = lines;
      this.target = target;
    }
  }

  final List<Item> items = new ArrayList<>();

  private List<Item> pointingAt(Item item, String kind, Instant at) {
    return items.stream()
        .filter(other -> other.target == item && other.kind.equals(kind) && !other.at.isAfter(at))
        .toList();
  }

  private boolean believed(Item item, Instant at, boolean endorsedOnly) {
    if (item.at.isAfter(at)) {
      return false;
    }
    if (!endorsedOnly || item.kind.equals("endorsement")) {
      return true;
    }
    Item target = item.target;
    if (item.kind.equals("void") && target != null && target.kind.equals("endorsement")) {
      return true;
    }
    return pointingAt(item, "endorsement", at).stream()
        .anyMatch(e -> !e.by.equals(item.by) && !gone(e, at, true));
  }

  private boolean gone(Item item, Instant at, boolean endorsedOnly) {
    return pointingAt(item, "void", at).stream()
        .anyMatch(v -> believed(v, at, endorsedOnly) && !gone(v, at, endorsedOnly));
  }

  /** The newest version of a record that counts, looking from the top of its corrections. */
  private List<Item> versions(Item item, Instant at, boolean endorsedOnly) {
    List<Item> newer = new ArrayList<>();
    for (Item correction : pointingAt(item, "record", at)) {
      newer.addAll(versions(correction, at, endorsedOnly));
    }
    if (!newer.isEmpty()) {
      return newer;
    }
    return believed(item, at, endorsedOnly) && !gone(item, at, endorsedOnly)
        ? List.of(item)
        : List.of();
  }

  /** The records that stand. */
  List<Item> standing(Instant at, boolean endorsedOnly) {
    List<Item> standing = new ArrayList<>();
    for (Item item : items) {
      if (item.kind.equals("record") && item.target == null) {
        Optional<Item> newest =
            versions(item, at, endorsedOnly).stream()
                .max(Comparator.comparing((Item version) -> version.at));
        newest.ifPresent(standing::add);
      }
    }
    return standing;
  }

  /** Fewest and most mines by "account lot". */
  Map<String, long[]> balances(LocalDate on, Instant at, boolean endorsedOnly) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Item item : standing(at, endorsedOnly)) {
      for (Line line : item.lines) {
        if (!item.first.isAfter(on)) {
          boolean certain = !item.last.isAfter(on);
          long[] from = sums.computeIfAbsent(line.from + " " + line.lot, _ -> new long[2]);
          long[] to = sums.computeIfAbsent(line.to + " " + line.lot, _ -> new long[2]);
          from[0] -= line.mines;
          to[1] += line.mines;
          if (certain) {
            from[1] -= line.mines;
            to[0] += line.mines;
          }
        }
      }
    }
    sums.values().removeIf(pair -> pair[0] == 0 && pair[1] == 0);
    return sums;
  }

  /** The first day at whose end an account is below zero, cautious where dates are uncertain. */
  Optional<LocalDate> firstBelowZero(String account, String lot) {
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    for (Item item : standing(Instant.MAX, false)) {
      for (Line line : item.lines) {
        if (line.lot.equals(lot) && line.from.equals(account)) {
          days.merge(item.first, -line.mines, Long::sum);
        }
        if (line.lot.equals(lot) && line.to.equals(account)) {
          days.merge(item.last, line.mines, Long::sum);
        }
      }
    }
    long balance = 0;
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      balance += day.getValue();
      if (balance < 0) {
        return Optional.of(day.getKey());
      }
    }
    return Optional.empty();
  }
}
