package org.fenceline.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fenceline.core.entry.Standing.Interval;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf.Basis;
import org.fenceline.core.entry.value.AsOf.Clock;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.When;
import org.junit.jupiter.api.Test;

/** Which entries of a thread stand, by each rule. */
class StandingTest {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private final List<Logged> thread = new ArrayList<>();

  private Logged record(String by, int second, long mines) {
    return add(by, second, movement(mines), Optional.empty());
  }

  private Logged correct(Logged target, String by, int second, long mines) {
    return add(by, second, movement(mines), Optional.of(target.ref()));
  }

  private Logged voiding(Logged target, String by, int second) {
    return add(by, second, new Voiding("test"), Optional.of(target.ref()));
  }

  private Logged endorse(Logged target, String by, int second) {
    return add(by, second, new Endorsement(target.ref(), Optional.empty()), Optional.empty());
  }

  private Logged add(String by, int second, Body body, Optional<EntryRef> supersedes) {
    Fact fact =
        new Fact(
            new EntryId(new UUID(thread.size(), second)),
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
            Instant.ofEpochSecond(second),
            new PersonId(new Origin("fenceline.example/test"), new Name(by)));
    Logged logged = new Logged(thread.size(), entry, TEXT.contentHash(fact), entry.recordedAt());
    thread.add(logged);
    return logged;
  }

  private static Movement movement(long mines) {
    return new Movement(
        List.of(
            new Movement.Line(
                new Name("L"),
                new Quantity(mines),
                Account.of(Account.Type.FACTORY),
                Account.of(Account.Type.DEPOT, new Name("A")))),
        Optional.empty(),
        Optional.empty());
  }

  /** "leaf:from-until" of every stretch. */
  private List<String> stretches(Basis basis) {
    return Standing.of(thread, basis, Clock.RECORDED).stream().map(StandingTest::text).toList();
  }

  private static String text(Interval interval) {
    return interval.leafIndex()
        + ":"
        + interval.from().getEpochSecond()
        + "-"
        + interval.until().map(until -> "" + until.getEpochSecond()).orElse("");
  }

  @Test
  void aRecordStandsFromWhenItIsKnown() {
    record("a", 1, 5);
    assertThat(stretches(Basis.ALL)).containsExactly("0:1-");
    assertThat(stretches(Basis.ENDORSED)).isEmpty();
  }

  @Test
  void aCorrectionTakesThePlaceOfWhatItCorrects() {
    Logged first = record("a", 1, 5);
    Logged second = correct(first, "a", 2, 6);
    correct(second, "a", 3, 7);
    assertThat(stretches(Basis.ALL)).containsExactly("0:1-2", "1:2-3", "2:3-");
  }

  @Test
  void theVoidOfACorrectionLetsWhatItCorrectedStandAgain() {
    Logged first = record("a", 1, 5);
    Logged second = correct(first, "a", 2, 6);
    voiding(second, "a", 3);
    assertThat(stretches(Basis.ALL)).containsExactly("0:1-2", "0:3-", "1:2-3", "2:3-");
  }

  @Test
  void theVoidOfAVoidUndoesIt() {
    Logged first = record("a", 1, 5);
    Logged gone = voiding(first, "a", 2);
    voiding(gone, "a", 3);
    assertThat(stretches(Basis.ALL)).containsExactly("0:1-2", "0:3-", "1:2-3", "2:3-");
  }

  @Test
  void ofTwoCorrectionsTheLaterKnownCountsAndBothAreNamed() {
    Logged first = record("a", 1, 5);
    Logged early = correct(first, "a", 2, 6);
    Logged late = correct(first, "b", 3, 7);
    assertThat(stretches(Basis.ALL)).containsExactly("0:1-2", "1:2-3", "2:3-");
    assertThat(Standing.forks(thread, Clock.RECORDED)).containsExactly(early, late);
    voiding(late, "a", 4);
    assertThat(stretches(Basis.ALL)).containsExactly("0:1-2", "1:2-3", "1:4-", "2:3-4", "3:4-");
    assertThat(Standing.forks(thread, Clock.RECORDED)).isEmpty();
  }

  @Test
  void tiesGoToTheLargerContentHash() {
    Logged first = record("a", 1, 5);
    Logged one = correct(first, "a", 2, 6);
    Logged other = correct(first, "b", 2, 7);
    Logged larger = one.contentHash().compareTo(other.contentHash()) > 0 ? one : other;
    assertThat(stretches(Basis.ALL)).contains(larger.leafIndex() + ":2-").hasSize(2);
  }

  @Test
  void anEndorsedEntryStandsFromItsEndorsementByAnotherPerson() {
    Logged first = record("a", 1, 5);
    endorse(first, "a", 2);
    assertThat(stretches(Basis.ENDORSED))
        .as("nobody endorses their own record")
        .containsExactly("1:2-");
    endorse(first, "b", 3);
    assertThat(stretches(Basis.ENDORSED)).containsExactly("0:3-", "1:2-", "2:3-");
  }

  @Test
  void aCorrectionIsUnendorsedUntilEndorsedAnew() {
    Logged first = record("a", 1, 5);
    endorse(first, "b", 2);
    Logged second = correct(first, "a", 3, 6);
    assertThat(stretches(Basis.ENDORSED)).containsExactly("0:2-", "1:2-");
    endorse(second, "b", 4);
    assertThat(stretches(Basis.ENDORSED)).containsExactly("0:2-4", "1:2-", "2:4-", "3:4-");
  }

  @Test
  void anUnendorsedVoidTakesNothingFromTheEndorsedView() {
    Logged first = record("a", 1, 5);
    endorse(first, "b", 2);
    Logged gone = voiding(first, "a", 3);
    assertThat(stretches(Basis.ENDORSED)).containsExactly("0:2-", "1:2-");
    endorse(gone, "b", 4);
    assertThat(stretches(Basis.ENDORSED)).contains("0:2-4");
  }

  @Test
  void theVoidOfAnEndorsementCountsAtOnce() {
    Logged first = record("a", 1, 5);
    Logged endorsement = endorse(first, "b", 2);
    voiding(endorsement, "a", 3);
    assertThat(stretches(Basis.ENDORSED)).containsExactly("0:2-3", "1:2-3", "2:3-");
  }

  @Test
  void anEndorsementNamesTheContentAndNotOnlyTheId() {
    Logged first = record("a", 1, 5);
    EntryRef other = new EntryRef(first.id(), correct(first, "a", 2, 9).contentHash());
    add("b", 3, new Endorsement(other, Optional.empty()), Optional.empty());
    assertThat(stretches(Basis.ENDORSED)).containsExactly("2:3-");
  }
}
