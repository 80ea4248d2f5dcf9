package org.fenceline.core.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.recovery.Placement.Held;

/**
 * What one source offered that neither a published hash nor a proof puts to a leaf: its own entries
 * that the lost log may have taken over, or a copy's rows after what was published.
 */
final class Unplaced {
  private final Map<Sha256, Held> inOrder = new LinkedHashMap<>();
  private final SortedMap<Long, Sha256> claimed = new TreeMap<>();

  void add(Sha256 hash, Held held) {
    inOrder.put(hash, held);
  }

  void claim(long leaf, Sha256 hash) {
    claimed.put(leaf, hash);
  }

  Optional<Held> find(Sha256 hash) {
    return Optional.ofNullable(inOrder.get(hash));
  }

  void remove(Sha256 hash) {
    inOrder.remove(hash);
  }

  /** What it says, itself, to be leaves of the lost log. */
  SortedMap<Long, Sha256> claims() {
    return claimed;
  }

  /** Leaves that it says it has and that were not placed. */
  SortedSet<Long> openClaims() {
    SortedSet<Long> open = new TreeSet<>(claimed.keySet());
    open.removeIf(leaf -> !inOrder.containsKey(claimed.get(leaf)));
    return open;
  }

  /**
   * Its entries in its order, put to gaps in theirs: a sync hands over entries in the order of the
   * log from which they come. Only a root can tell whether it was so.
   */
  Optional<SortedMap<Long, Sha256>> poured(SortedSet<Long> gaps) {
    if (!claimed.isEmpty() || inOrder.size() < gaps.size()) {
      return Optional.empty();
    }
    List<Sha256> hashes = new ArrayList<>(inOrder.keySet()).subList(0, gaps.size());
    SortedMap<Long, Sha256> poured = new TreeMap<>();
    int next = 0;
    for (long gap : gaps) {
      poured.put(gap, hashes.get(next++));
    }
    return Optional.of(poured);
  }
}
