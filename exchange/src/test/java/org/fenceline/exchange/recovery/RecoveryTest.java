package org.fenceline.exchange.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.core.recovery.LostLog;
import org.fenceline.core.recovery.Placement;
import org.fenceline.core.recovery.Placement.Agreement;
import org.fenceline.exchange.publication.Publication;
import org.fenceline.exchange.publication.PublishedEntries;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.exchange.publication.PublishedTiles;
import org.fenceline.store.EntrySource;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Progress;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.Synced;
import org.fenceline.store.key.KeyFolder;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random histories of three registers; one is lost, and some of the rest survives. */
class RecoveryTest {
  private static final int RUNS = 8;
  private static final int OPERATIONS = 30;
  private static final List<String> NAMES = List.of("pol", "north", "south");

  @TempDir Path folder = Path.of("");

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long nextId;

  private KeyFolder keys(Path place, String name) {
    return new KeyFolder(place.resolve(name + ".keys"), Optional.empty());
  }

  private Register make(Path place, String name) {
    Origin origin = new Origin("fenceline.example/" + name);
    Register register =
        Register.create(
            place.resolve(name + ".fenceline"),
            new Identity(origin, new StateCode("POL"), false, now),
            () -> now,
            new SecureRandom());
    List<SignerKey> made =
        keys(place, name).newLogKeys(origin, new SecureRandom()).stream()
            .map(key -> new SignerKey(key.verifier().toString()))
            .toList();
    append(register, Disclosure.PUBLIC, new LogKeys(made, List.of(), Optional.empty()));
    return register;
  }

  private void append(
      Register register, Disclosure disclosure, org.fenceline.core.entry.body.Body body) {
    Fact fact =
        new Fact(
            new EntryId(new UUID(7, nextId++)),
            false,
            new When.Unknown(),
            Optional.empty(),
            disclosure,
            List.of(),
            Optional.empty(),
            body);
    String by = "person-" + nextId;
    Outcome outcome =
        register.append(List.of(fact), new PersonId(register.identity().origin(), new Name(by)));
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    now = now.plusSeconds(60);
  }

  /** As {@code fenceline sync} does in one direction. */
  private void give(Path place, String from, String to, List<Register> registers) throws Exception {
    Register giver = registers.get(NAMES.indexOf(from));
    SignedNote note = giver.checkpoint(keys(place, from), Progress.SILENT);
    long size = Checkpoint.parse(note.text()).size();
    List<Synced> entries = new ArrayList<>();
    try (Reading reading = giver.read()) {
      for (long leaf = 0; leaf < reading.size(); leaf++) {
        Optional<String> kept = reading.homeProof(leaf);
        InclusionProof own = InclusionProof.of(leaf, size, reading.treeHashes());
        entries.add(
            new Synced(
                reading.salted(leaf),
                kept.isPresent()
                    ? kept
                    : Optional.of(ProofFile.of(new byte[0], own, note).toString())));
      }
    }
    assertThat(registers.get(NAMES.indexOf(to)).exchange(entries, Progress.SILENT))
        .isInstanceOf(Outcome.Written.class);
    now = now.plusSeconds(60);
  }

  private void history(Path place, List<Register> registers, SplittableRandom random)
      throws Exception {
    Register pol = registers.getFirst();
    for (int i = 0; i < OPERATIONS; i++) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 ->
            append(
                pol,
                random.nextInt(3) == 0 ? Disclosure.PUBLIC : Disclosure.RESTRICTED,
                new ScenarioText(new Name("s" + i), "text " + random.nextInt()));
        case 3 -> endorse(pol, random);
        case 4 ->
            append(
                registers.get(random.nextInt(1, 3)),
                Disclosure.RESTRICTED,
                new ScenarioText(new Name("t" + i), "text"));
        case 5 -> give(place, "pol", NAMES.get(random.nextInt(1, 3)), registers);
        case 6 -> give(place, NAMES.get(random.nextInt(1, 3)), "pol", registers);
        default -> {
          if (i < OPERATIONS * 3 / 4) {
            publish(place, pol);
          }
        }
      }
    }
  }

  private void endorse(Register register, SplittableRandom random) {
    EntryRef target;
    try (Reading reading = register.read()) {
      target = reading.at(random.nextLong(reading.size())).orElseThrow().ref();
    }
    append(register, Disclosure.RESTRICTED, new Endorsement(target, Optional.empty()));
  }

  private void publish(Path place, Register register) throws Exception {
    SignedNote note = register.checkpoint(keys(place, "pol"), Progress.SILENT);
    try (Reading reading = register.read()) {
      new Publication(reading, new PublishedLog(place.resolve("www")))
          .publish(note, Progress.SILENT);
    }
  }

  /** A register's leaves as its own rows give them. */
  private static List<String> leaves(Register register) {
    List<String> leaves = new ArrayList<>();
    try (Reading reading = register.read()) {
      reading.exportAll(salted ->
          leaves.add(
              HexFormat.of().formatHex(Leaf.of(salted.salt(), salted.recorded().canonicalJson()))));
    }
    return leaves;
  }

  private List<String> standing(Register register) {
    List<String> standing = new ArrayList<>();
    try (Reading reading = register.read()) {
      for (AsOf.Basis basis : AsOf.Basis.values()) {
        for (int minutes : List.of(5, 12, 20, 1_000)) {
          AsOf asOf =
              new AsOf(
                  java.time.LocalDate.of(2030, 1, 1),
                  Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minutes),
                  AsOf.Clock.RECORDED,
                  basis);
          standing.add(reading.standing(asOf).stream().map(Logged::leafIndex).toList().toString());
        }
      }
    }
    return standing;
  }

  @Test
  void whatIsMadeAgainIsExactlyWhatSurvived() {
    Property.check(
        "a lost register is made of exactly what survived",
        RUNS,
        random -> {
          Path place = Files.createTempDirectory(folder, "run");
          now = Instant.parse("2026-01-01T00:00:00Z");
          nextId = 0;
          List<Register> registers = new ArrayList<>();
          for (String name : NAMES) {
            registers.add(make(place, name));
          }
          try {
            publish(place, registers.getFirst());
            history(place, registers, random);
            lose(place, registers, random);
          } finally {
            registers.forEach(Register::close);
            delete(place);
          }
        });
  }

  private void lose(Path place, List<Register> registers, SplittableRandom random)
      throws Exception {
    Register pol = registers.getFirst();
    List<String> lost = leaves(pol);
    List<String> lostStanding = standing(pol);
    PublishedLog www = new PublishedLog(place.resolve("www"));
    SignedNote note = www.checkpoint().orElseThrow();
    Checkpoint published = Checkpoint.parse(note.text());
    KeyFolder polKeys = keys(place, "pol");
    LostLog log =
        new LostLog(
            note,
            published,
            new PublishedTiles(www, published).verified(Progress.SILENT),
            polKeys.logKeys().stream().map(SigningKey::verifier).toList(),
            polKeys.lastSigned());
    List<EntrySource> sources = new ArrayList<>();
    sources.add(new PublishedEntries("www", www, published.size()));
    Set<String> available = new LinkedHashSet<>();
    SortedSet<Long> covered = new TreeSet<>();
    for (long leaf = 0; leaf < published.size(); leaf++) {
      if (www.entry(leaf).isPresent()) {
        available.add(lost.get((int) leaf));
      }
    }
    List<Reading> open = new ArrayList<>();
    for (Register survivor : registers.subList(1, 3)) {
      if (random.nextInt(4) > 0) {
        Reading reading = survivor.read();
        open.add(reading);
        Origin origin = pol.identity().origin();
        sources.add(reading.holdings("other", origin, Progress.SILENT));
        available.addAll(leaves(survivor));
        covered.addAll(proven(reading, origin, published.size()));
      }
    }
    try {
      Recovery recovery = Recovery.of(log, sources);
      check(recovery.placement(), lost, available, covered, published.size());
      makeAgain(place, recovery, pol, lost, lostStanding, www);
    } finally {
      open.forEach(Reading::close);
    }
  }

  /** The leaves after what was published of which a register keeps the log's own proof. */
  private static SortedSet<Long> proven(Reading reading, Origin origin, long published)
      throws Exception {
    SortedSet<Long> proven = new TreeSet<>();
    for (long row = 0; row < reading.size(); row++) {
      Optional<String> proof = reading.homeProof(row);
      if (proof.isPresent()) {
        ProofFile file = ProofFile.parse(proof.get());
        if (file.checkpoint().origin().equals(origin.text())
            && file.inclusion().index() >= published) {
          proven.add(file.inclusion().index());
        }
      }
    }
    return proven;
  }

  private static void check(
      Placement placement,
      List<String> lost,
      Set<String> available,
      SortedSet<Long> covered,
      long published) {
    SortedMap<Long, Boolean> expected = new TreeMap<>();
    for (long leaf = 0; leaf < published; leaf++) {
      expected.put(leaf, available.contains(lost.get((int) leaf)));
    }
    expected.forEach((leaf, isThere) ->
        assertThat(placement.held().containsKey(leaf)).as("leaf " + leaf).isEqualTo(isThere));
    boolean isUndecided =
        placement.checkpoints().stream()
            .anyMatch(seen -> seen.note().isPresent() && seen.agreement() != Agreement.AGREES);
    if (!isUndecided) {
      assertThat(placement.held().keySet()).containsAll(covered);
    }
    placement.held().keySet().stream()
        .filter(leaf -> leaf >= published)
        .forEach(leaf -> assertThat(available).contains(lost.get(leaf.intValue())));
    assertThat(placement.checkpoints())
        .noneMatch(seen -> seen.agreement() == Agreement.CONTRADICTS);
  }

  private void makeAgain(
      Path place,
      Recovery recovery,
      Register pol,
      List<String> lost,
      List<String> lostStanding,
      PublishedLog www)
      throws Exception {
    Placement placement = recovery.placement();
    Path again = place.resolve("again.fenceline");
    Origin origin = new Origin("fenceline.example/" + (placement.isComplete() ? "pol" : "heir"));
    boolean made =
        Register.createFilled(
            again,
            new Identity(origin, new StateCode("POL"), false, now),
            () -> now,
            new SecureRandom(),
            beside ->
                (placement.isComplete()
                        ? recovery.again(
                            beside, new AttachmentSearch(), Progress.SILENT, Progress.SILENT)
                        : recovery.succeed(
                            beside,
                            List.of(),
                            new PersonId(origin, new Name("anna")),
                            new AttachmentSearch(),
                            Progress.SILENT,
                            Progress.SILENT))
                    .audit()
                    .faults()
                    .isEmpty());
    assertThat(made).isTrue();
    try (Register register =
        Register.open(again, () -> now, new SecureRandom(), Register.PATIENCE)) {
      List<String> leaves = leaves(register);
      if (!placement.isComplete()) {
        assertThat(leaves)
            .isEqualTo(
                placement.held().keySet().stream().map(leaf -> lost.get(leaf.intValue())).toList());
        return;
      }
      assertThat(leaves).isEqualTo(lost.subList(0, (int) placement.size()));
      try (Reading reading = register.read();
          Reading before = pol.read()) {
        Sha256 root = before.root(placement.size());
        assertThat(reading.root(placement.size())).isEqualTo(root);
        assertThat(new Publication(reading, www).extended()).isPresent();
      }
      if (placement.size() == lost.size()) {
        assertThat(standing(register)).isEqualTo(lostStanding);
      }
      register.checkpoint(keys(place, "pol"), Progress.SILENT);
    }
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
