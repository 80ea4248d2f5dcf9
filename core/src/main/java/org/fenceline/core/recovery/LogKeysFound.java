package org.fenceline.core.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.author.LogKeyChain;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;

/** The keys that the lost log made known, gathered from the entries that came to light. */
final class LogKeysFound {
  private final SortedMap<Long, LogKeys> published = new TreeMap<>();
  private final List<LogKeys> others = new ArrayList<>();

  /**
   * An entry that makes keys known.
   *
   * @param leaf its leaf, where its hash was published; otherwise beyond all leaves
   */
  void add(LogKeys keys, long leaf) {
    if (leaf == Long.MAX_VALUE) {
      others.add(keys);
    } else {
      published.put(leaf, keys);
    }
  }

  /**
   * The log's keys.
   *
   * @throws MalformedInput when none of them signed the published checkpoint, or those at hand are
   *     not among them
   */
  List<VerifierKey> of(LostLog log) throws MalformedInput {
    LogKeyChain chain = new LogKeyChain();
    published.values().forEach(chain::take);
    // Later keys stand by the signature of those before them, wherever the entry comes from.
    List<LogKeys> rest =
        new ArrayList<>(others.stream().filter(keys -> keys.announcement().isPresent()).toList());
    while (rest.removeIf(keys -> chain.take(keys).isEmpty())) {
      // Each round may make known the keys by which the next one is announced.
    }
    List<VerifierKey> known = new ArrayList<>(chain.keysOf(log.origin()));
    if (!known.isEmpty() && !known.containsAll(log.ownKeys())) {
      throw refused(
          "recover.keys",
          "the keys are none that the log made known, as far as its entries came back",
          "name the folder with the keys that signed it; if they were rotated since, add a register"
              + " that holds the entry which says so");
    }
    log.ownKeys().stream().filter(key -> !known.contains(key)).forEach(known::add);
    if (!Signers.of(log.note(), known).include(known)) {
      throw refused(
          "recover.checkpoint",
          known.isEmpty()
              ? "no key of " + log.origin() + " is at hand, so that nothing shows whose it is"
              : "no key of " + log.origin() + " signed it",
          "take another copy of what was published, or name the log's keys with --keys DIR");
    }
    return known;
  }

  private static MalformedInput refused(String code, String message, String mend) {
    return new MalformedInput(new Problem(code, Place.UNKNOWN, message, mend));
  }
}
