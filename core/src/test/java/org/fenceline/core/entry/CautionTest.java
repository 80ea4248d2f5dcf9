package org.fenceline.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.When;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** Nobody alone takes a danger away or adds safe ground. */
class CautionTest {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);
  private static final int RUNS = 400;
  private static final int ENTRIES = 14;

  /** Each bit of ground is a piece of land that the version covers. */
  private static final int ALL_GROUND = 0xff;

  private final List<Logged> thread = new ArrayList<>();

  private static Body ground(int pieces) {
    return new ScenarioText(new Name("ground"), Integer.toString(pieces));
  }

  private static int pieces(Logged version) {
    return version.body() instanceof ScenarioText text ? Integer.parseInt(text.yaml()) : 0;
  }

  private static Logged entry(int number, String by, Body body, Optional<EntryRef> supersedes) {
    Fact fact =
        new Fact(
            new EntryId(new UUID(number, 1)),
            false,
            When.day(LocalDate.of(2026, 3, 1)),
            Optional.empty(),
            Disclosure.RESTRICTED,
            List.of(),
            supersedes,
            body);
    Entry entry =
        Entry.stamped(
            fact,
            Instant.ofEpochSecond(number),
            new PersonId(new Origin("fenceline.example/test"), new Name(by)));
    return new Logged(number, entry, TEXT.contentHash(fact), entry.recordedAt());
  }

  private Logged add(String by, Body body, Optional<EntryRef> supersedes) {
    Logged added = entry(thread.size(), by, body, supersedes);
    thread.add(added);
    return added;
  }

  private Logged record(String by, int pieces) {
    return add(by, ground(pieces), Optional.empty());
  }

  private Logged correct(Logged target, String by, int pieces) {
    return add(by, ground(pieces), Optional.of(target.ref()));
  }

  private Logged voiding(Logged target, String by) {
    return add(by, new Voiding("test"), Optional.of(target.ref()));
  }

  private Logged endorse(Logged target, String by) {
    return add(by, new Endorsement(target.ref(), Optional.empty()), Optional.empty());
  }

  /** Mallory's key is registered with nobody. */
  private static boolean isProven(Logged entry) {
    return !entry.entry().recordedBy().name().text().equals("mallory");
  }

  private static int dangerous(List<Logged> thread) {
    return Caution.of(thread, CautionTest::isProven).dangers().stream()
        .mapToInt(CautionTest::pieces)
        .reduce(0, (one, other) -> one | other);
  }

  private static int safe(List<Logged> thread) {
    List<Logged> grounds = Caution.of(thread, CautionTest::isProven).grounds();
    return grounds.isEmpty()
        ? 0
        : grounds.stream()
            .mapToInt(CautionTest::pieces)
            .reduce(ALL_GROUND, (one, other) -> one & other);
  }

  private void assertSafe(int pieces) {
    assertThat(safe(thread)).isEqualTo(pieces);
  }

  private void assertDangerous(int pieces) {
    assertThat(dangerous(thread)).isEqualTo(pieces);
  }

  @Test
  void aReleaseCountsOnceASecondProvenPersonEndorsedIt() {
    Logged release = record("anna", 0b11);
    assertSafe(0);
    endorse(release, "anna");
    assertSafe(0);
    endorse(release, "mallory");
    assertSafe(0);
    endorse(release, "boris");
    assertSafe(0b11);
  }

  @Test
  void whatAnUnprovenAuthorRecordedMakesNothingSafe() {
    endorse(record("mallory", 0b11), "boris");
    assertSafe(0);
  }

  @Test
  void doubtAboutAReleaseCountsAtOnce() {
    Logged release = record("anna", 0b11);
    Logged endorsement = endorse(release, "boris");
    Logged doubt = voiding(endorsement, "mallory");
    assertSafe(0);
    Logged taken = voiding(doubt, "carla");
    assertSafe(0);
    endorse(taken, "boris");
    assertSafe(0b11);
    voiding(release, "anna");
    assertSafe(0);
  }

  @Test
  void whileACorrectionOfAReleaseWaitsBothMustAgree() {
    Logged release = record("anna", 0b0111);
    endorse(release, "boris");
    Logged correction = correct(release, "anna", 0b1110);
    assertSafe(0b0110);
    endorse(correction, "boris");
    assertSafe(0b1110);
    voiding(correction, "mallory");
    assertSafe(0);
  }

  @Test
  void aDangerGoesOnlyByAnEndorsedEntry() {
    Logged hazard = record("mallory", 0b0011);
    assertDangerous(0b0011);
    Logged correction = correct(hazard, "anna", 0b0110);
    assertDangerous(0b0111);
    endorse(correction, "boris");
    assertDangerous(0b0110);
    Logged voiding = voiding(correction, "anna");
    assertDangerous(0b0111);
    endorse(voiding, "boris");
    assertDangerous(0b0011);
    Logged end = voiding(hazard, "anna");
    assertDangerous(0b0011);
    endorse(end, "carla");
    assertDangerous(0);
    voiding(end, "mallory");
    assertDangerous(0b0011);
  }

  @Test
  void noUnendorsedEntryEverMakesAnythingSafer() {
    Property.check("caution is monotone", RUNS, CautionTest::isMonotone);
  }

  private static void isMonotone(SplittableRandom random) {
    List<Logged> thread = new ArrayList<>();
    List<String> people = List.of("anna", "boris", "carla", "mallory");
    int useful = 0;
    for (int i = 0; i < ENTRIES; i++) {
      String by = people.get(random.nextInt(people.size()));
      Logged target = thread.isEmpty() ? null : thread.get(random.nextInt(thread.size()));
      int act = target == null ? 0 : random.nextInt(10);
      Logged next =
          target == null || act == 0
              ? entry(i, by, ground(random.nextInt(1, ALL_GROUND + 1)), Optional.empty())
              : act < 3
                  ? entry(
                      i, by, ground(random.nextInt(1, ALL_GROUND + 1)), Optional.of(target.ref()))
                  : act < 6
                      ? entry(i, by, new Voiding("test"), Optional.of(target.ref()))
                      : entry(
                          i, by, new Endorsement(target.ref(), Optional.empty()), Optional.empty());
      List<Logged> grown = new ArrayList<>(thread);
      grown.add(next);
      boolean isByAnother =
          target != null
              && !target.entry().recordedBy().equals(next.entry().recordedBy())
              && isProven(next);
      if (next.body() instanceof Endorsement && isByAnother) {
        useful++;
      } else {
        assertThat(dangerous(thread) & ~dangerous(grown)).as("dangers lost by %s", next).isZero();
        assertThat(safe(grown) & ~safe(thread)).as("ground gained by %s", next).isZero();
      }
      thread = grown;
    }
    assertThat(useful).isNotNegative();
  }
}
