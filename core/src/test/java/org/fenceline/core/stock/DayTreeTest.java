package org.fenceline.core.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** The tree of days against a plain list of days. */
class DayTreeTest {
  private static final int PROPERTY_RUNS = 200;
  private static final int CHANGES = 60;

  /** Blocks in memory, counting how many are touched. */
  private static final class Memory implements DayTree.Blocks {
    private final Map<Integer, NavigableMap<Long, DayTree.Block>> levels = new HashMap<>();
    private long touched;

    @Override
    public NavigableMap<Long, DayTree.Block> range(int level, long first, long last) {
      NavigableMap<Long, DayTree.Block> found =
          levels.computeIfAbsent(level, _ -> new TreeMap<>()).subMap(first, true, last, true);
      touched += found.size();
      return found;
    }

    @Override
    public void put(int level, long number, DayTree.Block block) {
      levels.computeIfAbsent(level, _ -> new TreeMap<>()).put(number, block);
      touched++;
    }
  }

  @Test
  void firstDayBelowZeroIsThatOfAPlainScan() {
    Property.check(
        "first day below zero",
        PROPERTY_RUNS,
        random -> {
          DayTree tree = new DayTree(new Memory());
          NavigableMap<LocalDate, Long> plain = new TreeMap<>();
          for (int i = 0; i < CHANGES; i++) {
            LocalDate day =
                random.nextInt(20) == 0
                    ? random.nextBoolean() ? LocalDate.of(1, 1, 1) : LocalDate.of(9999, 12, 31)
                    : LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1_000));
            long change = random.nextLong(-50, 60);
            tree.add(Map.of(day, change));
            plain.merge(day, change, Long::sum);
            assertThat(tree.firstDayBelowZero()).isEqualTo(scan(plain));
          }
        });
  }

  private static Optional<LocalDate> scan(NavigableMap<LocalDate, Long> changes) {
    long balance = 0;
    for (Map.Entry<LocalDate, Long> change : changes.entrySet()) {
      balance += change.getValue();
      if (balance < 0) {
        return Optional.of(change.getKey());
      }
    }
    return Optional.empty();
  }

  @Test
  void aBackDatedChangeTouchesAFewBlocksOfALongHistory() {
    Memory memory = new Memory();
    DayTree tree = new DayTree(memory);
    Map<LocalDate, Long> history = new HashMap<>();
    for (int day = 0; day < 100_000; day++) {
      history.put(LocalDate.of(1800, 1, 1).plusDays(day), 1L);
    }
    tree.add(history);
    memory.touched = 0;
    tree.add(Map.of(LocalDate.of(1800, 1, 1), -3L));
    assertThat(tree.firstDayBelowZero()).contains(LocalDate.of(1800, 1, 1));
    assertThat(memory.touched).as("blocks touched, of 100,000 days").isLessThan(600);
  }
}
