package org.fenceline.store;

import java.util.List;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.EntryRef;

/** What became of a request to append. */
public sealed interface Outcome {

  /**
   * Everything is on disk.
   *
   * @param receipts one for each fact, in order
   * @param shortfalls accounts that this leaves below zero, told at once although nothing is
   *     refused
   */
  record Written(List<Receipt> receipts, List<Shortfall> shortfalls) implements Outcome {
    public Written {
      receipts = List.copyOf(receipts);
      shortfalls = List.copyOf(shortfalls);
    }
  }

  /** Nothing was written. */
  record Refused(List<Problem> problems) implements Outcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Where a fact stands in the log.
   *
   * @param leafIndex its leaf
   * @param ref its id and content hash
   * @param isNew whether this request wrote it; otherwise it was there, and this is the first
   *     receipt again
   */
  record Receipt(long leafIndex, EntryRef ref, boolean isNew) {}
}
