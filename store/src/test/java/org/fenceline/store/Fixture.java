package org.fenceline.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;

/** Registers and facts for tests. */
final class Fixture {
  static final Origin ORIGIN = new Origin("fenceline.example/test");
  static final Identity REAL =
      new Identity(ORIGIN, new StateCode("POL"), false, Instant.parse("2026-01-01T00:00:00Z"));

  private Fixture() {}

  /** A clock that tests move. */
  static final class Hands implements InstantSource {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void set(Instant time) {
      now = time;
    }

    synchronized void advanceSeconds(long seconds) {
      now = now.plusSeconds(seconds);
    }
  }

  static Register create(Path folder, InstantSource clock) {
    return Register.create(folder.resolve("test.fenceline"), REAL, clock, new SecureRandom());
  }

  static PersonId person(String name) {
    return new PersonId(ORIGIN, new Name(name));
  }

  static Account depot(String name) {
    return Account.of(Account.Type.DEPOT, new Name(name));
  }

  static Movement movement(String lot, long mines, Account from, Account to) {
    return new Movement(
        List.of(new Movement.Line(new Name(lot), new Quantity(mines), from, to)),
        Optional.empty(),
        Optional.empty());
  }

  static Fact fact(long number, LocalDate on, Body body) {
    return fact(new EntryId(new UUID(1, number)), When.day(on), body, Optional.empty());
  }

  static Fact fact(EntryId id, When on, Body body, Optional<EntryRef> supersedes) {
    return new Fact(
        id, false, on, Optional.empty(), Disclosure.RESTRICTED, List.of(), supersedes, body);
  }

  static Outcome.Receipt only(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Written written -> written.receipts().getFirst();
      case Outcome.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }
}
