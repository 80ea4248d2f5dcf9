package org.fenceline.bench.ledger;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fenceline.core.entry.Citation;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Register;

/** Invented movements between invented accounts, from a seed. */
public final class Ledger {
  static final Name LOT = new Name("L1");
  static final Account DEPOT = Account.of(Account.Type.DEPOT, new Name("D1"));
  static final LocalDate FIRST_DAY = LocalDate.of(2006, 1, 1);
  static final long DAYS = 20 * 365L;

  private static final Origin ORIGIN = new Origin("bench.example/xxa/exercise");
  private static final PersonId CLERK = new PersonId(ORIGIN, new Name("clerk-1"));
  private static final int LOTS = 100;
  private static final int DEPOTS = 30;
  private static final int MOST_MINES = 500;
  private static final int BATCH = 20_000;

  private Ledger() {}

  /** A new register at a path. */
  public static Register create(Path path) {
    return Register.create(
        path,
        new Identity(ORIGIN, new StateCode("XXA"), true, Instant.EPOCH),
        InstantSource.system(),
        new SecureRandom());
  }

  /** Movements of many lots among many depots and out of them. */
  public static List<Fact> movements(long first, long end) {
    List<Fact> facts = new ArrayList<>();
    for (long i = first; i < end; i++) {
      SplittableRandom random = new SplittableRandom(i);
      Account depot = depot(random.nextInt(DEPOTS));
      Account from =
          switch (random.nextInt(4)) {
            case 0, 1 -> Account.of(Account.Type.FACTORY);
            case 2 -> depot(DEPOTS + random.nextInt(DEPOTS));
            default -> depot;
          };
      Account to = from.equals(depot) ? Account.of(Account.Type.DESTROYED) : depot;
      facts.add(
          movement(
              i,
              FIRST_DAY.plusDays(random.nextLong(DAYS)),
              new Name("L" + random.nextInt(LOTS)),
              random.nextLong(1, MOST_MINES),
              from,
              to));
    }
    return facts;
  }

  private static Account depot(int number) {
    return Account.of(Account.Type.DEPOT, new Name("D" + number));
  }

  /** Movements of one lot into and out of one depot, which never holds less than nothing. */
  static List<Fact> oneAccount(long movements) {
    List<Fact> facts = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(movements);
    long held = 0;
    for (long i = 0; i < movements; i++) {
      LocalDate day = FIRST_DAY.plusDays(i * DAYS / movements);
      long mines = random.nextLong(1, MOST_MINES);
      boolean isIn = held < mines || random.nextBoolean();
      held += isIn ? mines : -mines;
      facts.add(
          isIn
              ? movement(i, day, LOT, mines, Account.of(Account.Type.FACTORY), DEPOT)
              : movement(i, day, LOT, mines, DEPOT, Account.of(Account.Type.DESTROYED)));
    }
    return facts;
  }

  /** One movement. */
  static Fact movement(long number, LocalDate day, Name lot, long mines, Account from, Account to) {
    return new Fact(
        EntryId.ofRow("bench", Long.toString(number), 0),
        true,
        When.day(day),
        Optional.empty(),
        Disclosure.RESTRICTED,
        List.of(new Citation("bench", "row " + number)),
        Optional.empty(),
        new Movement(
            List.of(new Movement.Line(lot, new Quantity(mines), from, to)),
            Optional.empty(),
            Optional.empty()));
  }

  /** Records facts in batches; all must be taken. */
  static void append(Register register, List<Fact> facts) {
    for (int i = 0; i < facts.size(); i += BATCH) {
      record(register, facts.subList(i, Math.min(facts.size(), i + BATCH)));
    }
  }

  /** Makes a register of many movements. */
  public static Register filled(Path path, long movements) {
    Register register = create(path);
    for (long i = 0; i < movements; i += BATCH) {
      record(register, movements(i, Math.min(movements, i + BATCH)));
    }
    return register;
  }

  /** Records facts in one transaction; all must be taken. */
  static Outcome.Written record(Register register, List<Fact> facts) {
    return switch (register.append(facts, CLERK)) {
      case Outcome.Written written -> written;
      case Outcome.Refused refused -> throw new IllegalStateException("refused: " + refused);
    };
  }

  /** The register's file as SQLite alone sees it. */
  public static Connection bare(Path path) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + path);
  }
}
