package org.fenceline.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fenceline.core.entry.Entry;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.core.recovery.Placement.Agreement;
import org.fenceline.core.recovery.Placement.Held;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** Entries find their leaves, and nothing else does: against a model that knows the whole log. */
class PlacingTest {
  private static final String ORIGIN = "fenceline.example/lost";
  private static final int RUNS = 300;
  private static final int MOST_LEAVES = 40;

  private final SigningKey key = key();

  private static SigningKey key() {
    try {
      return SigningKey.generate(ORIGIN, KeyType.ED25519, new SecureRandom());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A log of which everything is known. */
  private final class Whole {
    final List<EntryBundle> leaves = new ArrayList<>();
    final Map<Long, byte[]> nodes = new HashMap<>();
    private final GrowingTree tree = GrowingTree.empty();

    void add(SplittableRandom random) {
      add(entry(random));
    }

    void add(EntryBundle entry) {
      leaves.add(entry);
      tree.add(MerkleTree.leafHash(entry.leaf()), nodes::put);
    }

    byte[] at(long position) {
      byte[] hash = nodes.get(position);
      if (hash == null) {
        throw new AssertionError("no hash at " + position);
      }
      return hash;
    }

    SignedNote note(long size) throws Exception {
      Checkpoint checkpoint =
          new Checkpoint(ORIGIN, size, Sha256.ofBytes(MerkleTree.root(size, this::at)));
      return SignedNote.unsigned(checkpoint.text())
          .with(List.of(key.sign(checkpoint.text(), Instant.EPOCH)));
    }

    String proof(long leaf, long size) throws Exception {
      return ProofFile.of(new byte[0], InclusionProof.of(leaf, size, this::at), note(size))
          .toString();
    }

    LostLog published(long size, Optional<Long> lastSigned) throws Exception {
      SignedNote note = note(size);
      return new LostLog(
          note,
          Checkpoint.parse(note.text()),
          this::at,
          List.of(key.verifier()),
          lastSigned.isPresent()
              ? Optional.of(Checkpoint.parse(note(lastSigned.get()).text()))
              : Optional.empty());
    }
  }

  private static EntryBundle entry(SplittableRandom random) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    Fact fact =
        new Fact(
            new EntryId(new UUID(random.nextLong(), random.nextLong())),
            false,
            new When.Unknown(),
            Optional.empty(),
            Disclosure.RESTRICTED,
            List.of(),
            Optional.empty(),
            new ScenarioText(new Name("s"), "text " + random.nextInt()));
    Entry entry =
        Entry.stamped(fact, Instant.EPOCH, new PersonId(new Origin(ORIGIN), new Name("clerk")));
    return new EntryBundle(new EntryText(Kinds.ALL).of(entry), salt, List.of());
  }

  /** A source that was told what to offer. */
  private record Told(String name, List<Offer> offers, List<SignedNote> checkpoints)
      implements Source {
    @Override
    public void offer(Taker taker) {
      offers.forEach(taker::take);
    }
  }

  private static Offer offer(long row, EntryBundle entry, Optional<String> proof) {
    return new Offer(row, entry, OptionalLong.empty(), proof);
  }

  private static SortedSet<Long> leaves(Placement placement) {
    return new TreeSet<>(placement.held().keySet());
  }

  /**
   * Random logs, of which random parts were published, handed over at random times, and survived.
   * Each register keeps the proof that it got when it first got an entry; some offers were changed.
   */
  @Test
  void whatComesBackIsExactlyWhatSurvivedAndIsCovered() {
    Property.check(
        "recovery gives exactly what survived",
        RUNS,
        random -> {
          Whole log = new Whole();
          int size = random.nextInt(2, MOST_LEAVES);
          for (int i = 0; i < size; i++) {
            log.add(random);
          }
          long published = random.nextLong(1, size + 1);
          SortedSet<Long> expected = new TreeSet<>();
          List<Told> sources = new ArrayList<>();
          Told beside = new Told("www", new ArrayList<>(), List.of());
          for (long leaf = 0; leaf < published; leaf++) {
            if (random.nextInt(3) == 0) {
              beside
                  .offers()
                  .add(
                      new Offer(
                          leaf,
                          log.leaves.get((int) leaf),
                          OptionalLong.of(leaf),
                          Optional.empty()));
              expected.add(leaf);
            }
          }
          sources.add(beside);
          SortedMap<Long, Set<Long>> covered = new TreeMap<>();
          for (int register = 0; register < random.nextInt(0, 4); register++) {
            Told told = new Told("register " + register, new ArrayList<>(), List.of());
            long had = 0;
            while (had < size && random.nextInt(4) > 0) {
              long signed = random.nextLong(had + 1, size + 1);
              for (long leaf = had; leaf < signed; leaf++) {
                boolean bordersOnPublished = leaf == published - 1 || leaf == published;
                if (random.nextInt(5) > 0 || bordersOnPublished) {
                  EntryBundle entry = log.leaves.get((int) leaf);
                  if (random.nextInt(10) == 0 && !bordersOnPublished) {
                    told.offers()
                        .add(offer(leaf, entry(random), Optional.of(log.proof(leaf, signed))));
                  } else {
                    told.offers().add(offer(leaf, entry, Optional.of(log.proof(leaf, signed))));
                    if (leaf < published) {
                      expected.add(leaf);
                    } else {
                      covered.computeIfAbsent(signed, _ -> new HashSet<>()).add(leaf);
                    }
                  }
                }
              }
              had = signed;
            }
            sources.add(told);
          }
          Placement placement = Placing.of(log.published(published, Optional.empty()), sources);
          // Every placed leaf has the very content that the log had there.
          placement
              .held()
              .forEach((leaf, held) -> {
                EntryBundle content = content(sources, held);
                assertThat(content.canonicalJson())
                    .isEqualTo(log.leaves.get(leaf.intValue()).canonicalJson());
                assertThat(content.salt()).isEqualTo(log.leaves.get(leaf.intValue()).salt());
              });
          SortedSet<Long> undecided = new TreeSet<>();
          placement.checkpoints().stream()
              .filter(seen -> seen.agreement() == Agreement.UNDECIDED)
              .forEach(seen -> undecided.add(seen.checkpoint().size()));
          assertThat(placement.checkpoints())
              .noneMatch(seen ->
                  seen.agreement() == Agreement.CONTRADICTS
                      || seen.agreement() == Agreement.UNSIGNED);
          covered.forEach((signed, leaves) -> {
            if (!undecided.contains(signed)) {
              expected.addAll(leaves);
            }
          });
          assertThat(leaves(placement)).isEqualTo(expected);
          SortedSet<Long> all = new TreeSet<>(leaves(placement));
          all.addAll(placement.hashOnly());
          all.addAll(placement.unknown());
          assertThat(all).hasSize((int) placement.size());
          assertThat(placement.lost()).hasSize((int) placement.size() - placement.held().size());
        });
  }

  private static EntryBundle content(List<Told> sources, Held held) {
    return sources.get(held.source()).offers().stream()
        .filter(offer -> offer.row() == held.row())
        .findFirst()
        .orElseThrow()
        .entry();
  }

  private Whole grown(int size) {
    SplittableRandom random = new SplittableRandom(size);
    Whole log = new Whole();
    for (int i = 0; i < size; i++) {
      log.add(random);
    }
    return log;
  }

  private Told told(Offer... offers) {
    return new Told("other", List.of(offers), List.of());
  }

  @Test
  void aProofUnderAnotherKeyIsWorthNothing() throws Exception {
    Whole log = grown(9);
    String proof = log.proof(7, 9).replace("\u2014 " + ORIGIN, "\u2014 somebody.else/log");
    Placement placement =
        Placing.of(
            log.published(5, Optional.empty()),
            List.of(told(offer(0, log.leaves.get(7), Optional.of(proof)))));
    assertThat(placement.held()).isEmpty();
    assertThat(placement.refused()).singleElement().asString().contains("no key of the log signed");
    assertThat(placement.size()).isEqualTo(5);
  }

  @Test
  void aHistoryThatLeavesThePublishedOneIsRefused() throws Exception {
    Whole log = grown(9);
    Whole forked = new Whole();
    log.leaves.subList(0, 4).forEach(forked::add);
    SplittableRandom random = new SplittableRandom(99);
    for (int i = 4; i < 12; i++) {
      forked.add(random);
    }
    List<Offer> offers = new ArrayList<>();
    for (long leaf = 0; leaf < 12; leaf++) {
      offers.add(offer(leaf, forked.leaves.get((int) leaf), Optional.of(forked.proof(leaf, 12))));
    }
    Placement placement =
        Placing.of(
            log.published(6, Optional.empty()), List.of(new Told("other", offers, List.of())));
    assertThat(placement.held().keySet()).containsExactly(0L, 1L, 2L, 3L);
    assertThat(placement.checkpoints())
        .singleElement()
        .matches(seen -> seen.agreement() == Agreement.CONTRADICTS);
    assertThat(placement.refused()).hasSize(8);
    assertThat(placement.size()).isEqualTo(6);
  }

  @Test
  void onePathIsEnoughToSeeThatAHistoryLeavesThePublishedOne() throws Exception {
    Whole log = grown(9);
    Whole forked = new Whole();
    log.leaves.subList(0, 4).forEach(forked::add);
    SplittableRandom random = new SplittableRandom(99);
    for (int i = 4; i < 12; i++) {
      forked.add(random);
    }
    // Its path names the hash of leaves 4 and 5, which were published with another one.
    Placement placement =
        Placing.of(
            log.published(6, Optional.empty()),
            List.of(told(offer(0, forked.leaves.get(6), Optional.of(forked.proof(6, 12))))));
    assertThat(placement.held()).isEmpty();
    assertThat(placement.refused()).singleElement().asString().contains("another history");
    assertThat(placement.size()).isEqualTo(6);
  }

  @Test
  void entriesInAnotherOrderThanTheSignedOneFindNoPlace() throws Exception {
    Whole log = grown(12);
    List<Offer> offers = new ArrayList<>();
    for (int leaf = 11; leaf >= 6; leaf--) {
      offers.add(offer(leaf, log.leaves.get(leaf), Optional.empty()));
    }
    Placement placement =
        Placing.of(
            log.published(6, Optional.of(12L)), List.of(new Told("other", offers, List.of())));
    assertThat(placement.held()).isEmpty();
    assertThat(placement.unknown()).containsExactly(6L, 7L, 8L, 9L, 10L, 11L);
  }

  @Test
  void whatCannotBeShownToFollowOnWhatWasPublishedIsRefused() throws Exception {
    Whole log = grown(16);
    // The path of leaf 12 names the hash of leaves 8 to 11 as one: the published tenth is inside.
    Placement placement =
        Placing.of(
            log.published(10, Optional.empty()),
            List.of(told(offer(0, log.leaves.get(12), Optional.of(log.proof(12, 16))))));
    assertThat(placement.held()).isEmpty();
    assertThat(placement.refused()).singleElement().asString().contains("too little is at hand");
    assertThat(placement.unknown()).containsExactly(10L, 11L, 12L, 13L, 14L, 15L);
  }

  @Test
  void aLaterCheckpointDecidesWhatAnEarlierOneLeftOpen() throws Exception {
    Whole log = grown(20);
    List<Offer> offers =
        new ArrayList<>(List.of(offer(12, log.leaves.get(12), Optional.of(log.proof(12, 16)))));
    for (long leaf = 10; leaf < 20; leaf++) {
      if (leaf != 12) {
        offers.add(offer(leaf, log.leaves.get((int) leaf), Optional.of(log.proof(leaf, 20))));
      }
    }
    Placement placement =
        Placing.of(
            log.published(10, Optional.empty()), List.of(new Told("other", offers, List.of())));
    assertThat(placement.held().keySet())
        .containsExactly(10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L);
    assertThat(placement.refused()).isEmpty();
  }

  @Test
  void anotherLogsOwnEntriesFindTheirPlacesByTheRootAlone() throws Exception {
    Whole log = grown(12);
    List<Offer> offers = new ArrayList<>();
    for (int leaf = 6; leaf < 10; leaf++) {
      offers.add(offer(leaf, log.leaves.get(leaf), Optional.empty()));
    }
    offers.add(offer(10, log.leaves.get(10), Optional.of(log.proof(10, 12))));
    offers.add(offer(11, log.leaves.get(11), Optional.of(log.proof(11, 12))));
    // What it recorded since then is no leaf of the lost log.
    offers.add(offer(12, entry(new SplittableRandom(5)), Optional.empty()));
    Placement placement =
        Placing.of(
            log.published(6, Optional.of(12L)), List.of(new Told("other", offers, List.of())));
    assertThat(placement.held().keySet()).containsExactly(6L, 7L, 8L, 9L, 10L, 11L);
    assertThat(placement.refused()).isEmpty();
    assertThat(placement.hashOnly()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void keysThatSignedAnotherHistoryAreSeen() throws Exception {
    Whole log = grown(9);
    Whole other = new Whole();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 9; i++) {
      other.add(random);
    }
    LostLog real = log.published(9, Optional.empty());
    LostLog mixed =
        new LostLog(
            real.note(),
            real.published(),
            real.hashes(),
            real.ownKeys(),
            Optional.of(Checkpoint.parse(other.note(4).text())));
    assertThat(Placing.of(mixed, List.of()).checkpoints())
        .singleElement()
        .matches(seen -> seen.agreement() == Agreement.CONTRADICTS);
  }
}
