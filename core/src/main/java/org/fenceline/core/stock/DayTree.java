package org.fenceline.core.stock;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The running balance of one lot in one account, kept so that a back-dated change and the question
 * "when does it first fall below zero?" cost a few blocks of days and not the account's history.
 *
 * <p>Days are grouped in blocks of 64, those in blocks of 64 again, four levels in all, which spans
 * years 1 to 9999. Every block keeps the sum of its changes and the lowest running sum inside it.
 *
 * <ol>
 *   <li>A change adds to its day and renews the sums of the three blocks above it, each from its at
 *       most 64 parts.
 *   <li>The first day below zero is found from the top: blocks whose lowest running sum stays above
 *       are passed over by their sum, and only the first that falls below is entered.
 * </ol>
 */
public final class DayTree {
  /** Levels above the days. */
  public static final int TOP_LEVEL = 3;

  private static final int BITS = 6;

  /**
   * A day or a block of days.
   *
   * @param sum sum of its changes
   * @param lowest lowest running sum after any of its days, counted from 0 at its start
   */
  public record Block(long sum, long lowest) {
    static final Block EMPTY = new Block(0, 0);
  }

  /** Keeps the blocks of one tree: {@code level} 0 are days. */
  public interface Blocks {
    /** The blocks of a level with numbers from {@code first} to {@code last}, those that exist. */
    NavigableMap<Long, Block> range(int level, long first, long last);

    /** Keeps a block. */
    void put(int level, long number, Block block);
  }

  private final Blocks blocks;

  /** A tree over blocks that are kept elsewhere. */
  public DayTree(Blocks blocks) {
    this.blocks = blocks;
  }

  /** Adds changes, each on its day. */
  public void add(Map<LocalDate, Long> changes) {
    NavigableSet<Long> touched = new TreeSet<>();
    changes.forEach((day, change) -> {
      long number = number(day);
      Block before = blocks.range(0, number, number).getOrDefault(number, Block.EMPTY);
      long sum = Math.addExact(before.sum(), change);
      blocks.put(0, number, new Block(sum, sum));
      touched.add(number >> BITS);
    });
    for (int level = 1; level <= TOP_LEVEL; level++) {
      NavigableSet<Long> above = new TreeSet<>();
      for (long number : touched) {
        blocks.put(level, number, summary(parts(level, number)));
        above.add(number >> BITS);
      }
      touched.clear();
      touched.addAll(above);
    }
  }

  /** The first day at whose end the running balance is below zero. */
  public Optional<LocalDate> firstDayBelowZero() {
    NavigableMap<Long, Block> candidates = blocks.range(TOP_LEVEL, 0, Long.MAX_VALUE);
    long balance = 0;
    for (int level = TOP_LEVEL; ; level--) {
      Map.Entry<Long, Block> falls = null;
      for (Map.Entry<Long, Block> candidate : candidates.entrySet()) {
        if (Math.addExact(balance, candidate.getValue().lowest()) < 0) {
          falls = candidate;
          break;
        }
        balance = Math.addExact(balance, candidate.getValue().sum());
      }
      if (falls == null) {
        return Optional.empty();
      }
      if (level == 0) {
        return Optional.of(LocalDate.ofEpochDay(falls.getKey() + FIRST_EPOCH_DAY));
      }
      candidates = parts(level, falls.getKey());
    }
  }

  private NavigableMap<Long, Block> parts(int level, long number) {
    long first = number << BITS;
    return blocks.range(level - 1, first, first + (1L << BITS) - 1);
  }

  private static Block summary(SortedMap<Long, Block> parts) {
    long sum = 0;
    long lowest = Long.MAX_VALUE;
    for (Block part : parts.values()) {
      lowest = Math.min(lowest, Math.addExact(sum, part.lowest()));
      sum = Math.addExact(sum, part.sum());
    }
    return new Block(sum, lowest);
  }

  private static final long FIRST_EPOCH_DAY = LocalDate.of(1, 1, 1).toEpochDay();

  private static long number(LocalDate day) {
    return day.toEpochDay() - FIRST_EPOCH_DAY;
  }
}
