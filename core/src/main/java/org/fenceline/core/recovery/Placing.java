package org.fenceline.core.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.EntryText.Recorded;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.NodePosition;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.core.recovery.LaterCheckpoint.Proven;
import org.fenceline.core.recovery.Placement.Agreement;
import org.fenceline.core.recovery.Placement.Held;
import org.fenceline.core.recovery.Placement.Refusal;
import org.fenceline.core.recovery.Placement.SeenCheckpoint;

/**
 * Puts what sources offer to the leaves of a lost log.
 *
 * <ol>
 *   <li>An entry whose leaf has a hash that was published is the leaf of that hash, whoever offers
 *       it: salts are random, so that no other entry has it.
 *   <li>An entry after what was published needs a proof of its home log: a path to the root of a
 *       later checkpoint that the log's keys signed, and that shows the same published leaves.
 *   <li>Such paths name the hashes of neighbours; an entry without a proof that has such a hash is
 *       that leaf.
 *   <li>Leaves that are left over came from elsewhere, without a proof of this log. A copy's rows,
 *       or another register's own entries in their order, are tried in their place, and taken when
 *       they give the root that was signed.
 *   <li>What then has no leaf is refused, where it claims to have one; otherwise it never was in
 *       this log.
 * </ol>
 *
 * <p>Costs a hash and a read of every entry that is offered, and a path for those with a proof.
 */
public final class Placing {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private final LostLog log;
  private final List<? extends Source> sources;
  private final long published;
  private final Map<Sha256, Long> publishedLeaves = new HashMap<>();
  private final SortedMap<Long, Held> held = new TreeMap<>();
  private final SortedMap<Long, Sha256> laterHashes = new TreeMap<>();
  private final Map<Checkpoint, LaterCheckpoint> later = new HashMap<>();
  private final List<Unplaced> unplaced = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private final LogKeysFound keysFound = new LogKeysFound();
  private final List<Set<Sha256>> recognised = new ArrayList<>();

  private Placing(LostLog log, List<? extends Source> sources) {
    this.log = log;
    this.sources = sources;
    this.published = log.published().size();
    for (long leaf = 0; leaf < published; leaf++) {
      publishedLeaves.put(Sha256.ofBytes(log.hashes().at(NodePosition.of(0, leaf))), leaf);
    }
  }

  /**
   * Asks all sources, the first that has an entry being the one from which it comes.
   *
   * @throws MalformedInput when the published checkpoint is not the log's, or the keys at hand are
   *     not
   */
  public static Placement of(LostLog log, List<? extends Source> sources) throws MalformedInput {
    Placing placing = new Placing(log, sources);
    for (int i = 0; i < sources.size(); i++) {
      placing.ask(i);
    }
    return placing.settled();
  }

  private void ask(int source) {
    unplaced.add(new Unplaced());
    recognised.add(new HashSet<>());
    for (SignedNote note : sources.get(source).checkpoints()) {
      try {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (checkpoint.origin().equals(log.origin())) {
          seen(checkpoint, note, source);
        }
      } catch (MalformedInput e) {
        refuse(source, "a checkpoint", e.problems().getFirst().message());
      }
    }
    sources
        .get(source)
        .offer(
            new Source.Taker() {
              @Override
              public void take(Offer offer) {
                Placing.this.take(source, offer);
              }

              @Override
              public void unreadable(String what, String why) {
                refuse(source, what, why);
              }
            });
  }

  private LaterCheckpoint seen(Checkpoint checkpoint, SignedNote note, int source) {
    LaterCheckpoint seen =
        later.computeIfAbsent(
            checkpoint, _ -> new LaterCheckpoint(log, checkpoint, sources.get(source).name()));
    seen.add(note);
    return seen;
  }

  private void take(int source, Offer offer) {
    Recorded recorded;
    Optional<ProofFile> proof;
    try {
      recorded = TEXT.read(offer.entry().canonicalJson());
      proof = proofByLostLog(offer);
    } catch (MalformedInput e) {
      refuse(source, name(offer), "cannot be read: " + e.problems().getFirst().message());
      return;
    }
    Sha256 hash = Sha256.ofBytes(MerkleTree.leafHash(offer.entry().leaf()));
    Held place = new Held(source, offer.row());
    Optional<LaterCheckpoint> checkpoint =
        proof.map(file -> seen(file.checkpoint(), file.note(), source));
    Optional<String> objection =
        proof.flatMap(file -> checkpoint.orElseThrow().take(file.inclusion(), hash));
    Long leaf = publishedLeaves.get(hash);
    if (recorded.entry().fact().body() instanceof LogKeys keys) {
      keysFound.add(keys, leaf == null ? Long.MAX_VALUE : leaf);
    }
    if (leaf != null) {
      if (offer.leaf().isPresent() && offer.leaf().getAsLong() != leaf) {
        refuse(source, name(offer), "is leaf " + leaf + " by the hash that was published");
      } else {
        held.putIfAbsent(leaf, place);
        recognised.get(source).add(hash);
      }
      return;
    }
    long claimed =
        offer.leaf().orElse(proof.map(file -> file.inclusion().index()).orElse(Long.MAX_VALUE));
    if (claimed < published) {
      refuse(
          source,
          "entry " + recorded.entry().fact().id(),
          "is not the entry whose hash was published as leaf " + claimed);
    } else if (objection.isPresent()) {
      refuse(
          source,
          "entry " + recorded.entry().fact().id(),
          "its home proof does not hold: " + objection.get());
    } else if (checkpoint.isPresent()) {
      checkpoint.get().offer(new Proven(claimed, place, hash));
    } else {
      unplaced.get(source).add(hash, place);
      offer.leaf().ifPresent(index -> unplaced.get(source).claim(index, hash));
    }
  }

  private Optional<ProofFile> proofByLostLog(Offer offer) throws MalformedInput {
    if (offer.homeProof().isEmpty()) {
      return Optional.empty();
    }
    ProofFile proof = ProofFile.parse(offer.homeProof().get());
    return proof.checkpoint().origin().equals(log.origin()) ? Optional.of(proof) : Optional.empty();
  }

  private static String name(Offer offer) {
    return offer.leaf().isPresent() ? "leaf " + offer.leaf().getAsLong() : "row " + offer.row();
  }

  private void refuse(int source, String what, String why) {
    refused.add(new Refusal(sources.get(source).name(), what, why));
  }

  private Placement settled() throws MalformedInput {
    List<VerifierKey> keys = keysFound.of(log);
    List<LaterCheckpoint> bySize =
        new ArrayList<>(
            later.values().stream()
                .sorted(Comparator.comparingLong(LaterCheckpoint::size))
                .toList());
    Map<LaterCheckpoint, Agreement> agreements = new HashMap<>();
    bySize.stream()
        .filter(checkpoint -> checkpoint.signedBy(keys).isEmpty())
        .forEach(checkpoint -> agreements.put(checkpoint, Agreement.UNSIGNED));
    log.lastSigned().ifPresent(last -> bySize.add(new LaterCheckpoint(log, last, "")));
    while (bySize.stream().anyMatch(checkpoint -> isSettledNow(checkpoint, agreements))) {
      // What one checkpoint proves may be what another lacked.
    }
    List<SeenCheckpoint> seen = new ArrayList<>();
    long size = published;
    for (LaterCheckpoint checkpoint : bySize) {
      Agreement agreement = agreements.getOrDefault(checkpoint, Agreement.UNDECIDED);
      refuseUnless(agreement, checkpoint);
      seen.add(
          new SeenCheckpoint(
              checkpoint.checkpoint(), checkpoint.signedBy(keys), checkpoint.from(), agreement));
      if (agreement == Agreement.AGREES || agreement == Agreement.UNDECIDED) {
        size = Math.max(size, checkpoint.size());
      }
    }
    refuseClaims(size);
    return new Placement(
        size,
        held,
        hashOnly(),
        unknown(size),
        recognised.stream().map(Set::size).toList(),
        refused,
        seen,
        keys);
  }

  private boolean isSettledNow(
      LaterCheckpoint checkpoint, Map<LaterCheckpoint, Agreement> agreements) {
    if (agreements.containsKey(checkpoint)) {
      return false;
    }
    Agreement agreement = settle(checkpoint);
    if (agreement == Agreement.UNDECIDED) {
      return false;
    }
    agreements.put(checkpoint, agreement);
    return true;
  }

  /** Holds a checkpoint against what is known by now, and places what that proves. */
  private Agreement settle(LaterCheckpoint checkpoint) {
    Agreement agreement = checkpoint.agreement();
    if (checkpoint.size() <= published || agreement == Agreement.CONTRADICTS) {
      return agreement;
    }
    if (!isAtOneWith(laterHashes, checkpoint.leaves())) {
      return Agreement.CONTRADICTS;
    }
    SortedMap<Long, Sha256> known = new TreeMap<>(laterHashes);
    known.putAll(checkpoint.leaves());
    Optional<SortedMap<Long, Sha256>> whole = completed(known, checkpoint.checkpoint());
    if (whole.isEmpty() && gaps(known, checkpoint.size()).isEmpty()) {
      return Agreement.CONTRADICTS;
    }
    if (whole.isEmpty() && agreement == Agreement.UNDECIDED) {
      return Agreement.UNDECIDED;
    }
    laterHashes.putAll(whole.orElse(known));
    for (Proven proven : checkpoint.proven()) {
      held.putIfAbsent(proven.index(), proven.held());
      recognised.get(proven.held().source()).add(proven.hash());
    }
    laterHashes.forEach((leaf, hash) -> {
      if (!held.containsKey(leaf)) {
        unplaced.stream()
            .flatMap(rest -> rest.find(hash).stream())
            .findFirst()
            .ifPresent(place -> {
              held.put(leaf, place);
              recognised.get(place.source()).add(hash);
            });
      }
      unplaced.forEach(rest -> rest.remove(hash));
    });
    return Agreement.AGREES;
  }

  private static boolean isAtOneWith(
      SortedMap<Long, Sha256> known, SortedMap<Long, Sha256> others) {
    return others.entrySet().stream()
        .allMatch(
            other -> known.getOrDefault(other.getKey(), other.getValue()).equals(other.getValue()));
  }

  private SortedSet<Long> gaps(SortedMap<Long, Sha256> known, long size) {
    SortedSet<Long> gaps = new TreeSet<>();
    for (long leaf = published; leaf < size; leaf++) {
      if (!known.containsKey(leaf)) {
        gaps.add(leaf);
      }
    }
    return gaps;
  }

  /** All hashes after the published ones, if some way to fill the gaps gives the signed root. */
  private Optional<SortedMap<Long, Sha256>> completed(
      SortedMap<Long, Sha256> known, Checkpoint checkpoint) {
    List<SortedMap<Long, Sha256>> ways = new ArrayList<>(List.of(known));
    for (Unplaced rest : unplaced) {
      if (!rest.claims().isEmpty()) {
        SortedMap<Long, Sha256> way = new TreeMap<>(rest.claims().headMap(checkpoint.size()));
        way.putAll(known);
        ways.add(way);
      }
    }
    for (SortedMap<Long, Sha256> way : List.copyOf(ways)) {
      SortedSet<Long> gaps = gaps(way, checkpoint.size());
      if (!gaps.isEmpty()) {
        for (Unplaced rest : unplaced) {
          rest.poured(gaps)
              .ifPresent(poured -> {
                poured.putAll(way);
                ways.add(poured);
              });
        }
      }
    }
    return ways.stream()
        .filter(way -> gaps(way, checkpoint.size()).isEmpty())
        .filter(way -> root(way, checkpoint.size()).equals(checkpoint.root()))
        .findFirst();
  }

  private Sha256 root(SortedMap<Long, Sha256> laterLeaves, long size) {
    GrowingTree tree = GrowingTree.resume(published, log.hashes());
    laterLeaves.headMap(size).values().forEach(hash -> tree.add(hash.bytes(), (_, _) -> {}));
    return Sha256.ofBytes(tree.root());
  }

  private void refuseUnless(Agreement agreement, LaterCheckpoint checkpoint) {
    String why =
        switch (agreement) {
          case AGREES -> "";
          case CONTRADICTS ->
              "the checkpoint that proves it, signed by the log, shows another history than the one"
                  + " that was published";
          case UNDECIDED ->
              "it is signed, but too little is at hand to show that it follows on what was"
                  + " published";
          case UNSIGNED -> "no key of the log signed the checkpoint that proves it";
        };
    if (agreement != Agreement.AGREES) {
      for (Proven proven : checkpoint.proven()) {
        refuse(proven.held().source(), "leaf " + proven.index(), why);
      }
    }
  }

  /** Rows of copies that were not placed: a copy says that all its rows are leaves of this log. */
  private void refuseClaims(long size) {
    for (int source = 0; source < unplaced.size(); source++) {
      SortedSet<Long> open = unplaced.get(source).openClaims();
      SortedSet<Long> uncovered = open.tailSet(size);
      SortedSet<Long> others = open.headSet(size);
      if (!uncovered.isEmpty()) {
        refuse(
            source,
            "leaf " + LeafRanges.text(uncovered),
            "no checkpoint that was signed covers it");
      }
      if (!others.isEmpty()) {
        refuse(
            source,
            "leaf " + LeafRanges.text(others),
            "nothing shows that it is the one that was signed");
      }
    }
  }

  private SortedSet<Long> hashOnly() {
    SortedSet<Long> leaves = new TreeSet<>();
    for (long leaf = 0; leaf < published; leaf++) {
      if (!held.containsKey(leaf)) {
        leaves.add(leaf);
      }
    }
    for (long leaf : laterHashes.keySet()) {
      if (!held.containsKey(leaf)) {
        leaves.add(leaf);
      }
    }
    return leaves;
  }

  private SortedSet<Long> unknown(long size) {
    SortedSet<Long> unknown = new TreeSet<>();
    for (long leaf : gaps(laterHashes, size)) {
      if (!held.containsKey(leaf)) {
        unknown.add(leaf);
      }
    }
    return unknown;
  }
}
