package org.fenceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fenceline.store.Fixture.depot;
import static org.fenceline.store.Fixture.fact;
import static org.fenceline.store.Fixture.only;
import static org.fenceline.store.Fixture.person;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Dispatch;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.LotQuantity;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.Receipt;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.stock.Balance;
import org.fenceline.core.stock.Balances;
import org.fenceline.store.NaiveLedger.Item;
import org.fenceline.store.NaiveLedger.Line;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random movements, corrections, voids, endorsements, consignments, back-dating and uncertain
 * dates, against a naive ledger: every balance at random pairs of times, conservation, the first
 * day below zero, and rebuild equal to live.
 */
class LedgerPropertyTest {
  private static final int PROPERTY_RUNS = 40;
  private static final int OPERATIONS = 40;
  private static final int QUESTIONS = 12;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final List<String> ACCOUNTS =
      List.of("depot:A", "depot:B", "minefield:F", "transfer:UKR", "missing", "retained:T");

  @TempDir Path folder = Path.of("");

  /** One step, drawn beforehand so that a failing sequence can be shortened. */
  private record Step(long seed) {}

  @Test
  void theRegisterAgreesWithANaiveLedger() {
    Property.checkSequences(
        "the register agrees with a naive ledger",
        PROPERTY_RUNS,
        random -> {
          List<Step> steps = new ArrayList<>();
          for (int i = 0; i < OPERATIONS; i++) {
            steps.add(new Step(random.nextLong()));
          }
          return steps;
        },
        this::run);
  }

  private void run(List<Step> steps) throws Exception {
    Path place = Files.createTempDirectory(folder, "run");
    Fixture.Hands clock = new Fixture.Hands();
    clock.set(START);
    try (Register register = Fixture.create(place, clock)) {
      World world = new World(register, clock);
      for (Step step : steps) {
        world.take(new SplittableRandom(step.seed()));
      }
      world.check(new SplittableRandom(steps.size()));
    }
  }

  /** The register and the naive ledger, taking the same steps. */
  private static final class World {
    private final Register register;
    private final Fixture.Hands clock;
    private final NaiveLedger naive = new NaiveLedger();
    private final Map<Item, EntryRef> refs = new HashMap<>();
    private int consignments;

    World(Register register, Fixture.Hands clock) {
      this.register = register;
      this.clock = clock;
    }

    void take(SplittableRandom random) {
      clock.advanceSeconds(1 + random.nextInt(100_000));
      String by = random.nextBoolean() ? "a" : "b";
      int choice = random.nextInt(10);
      Item any = naive.items.isEmpty() ? null : naive.items.get(random.nextInt(naive.items.size()));
      if (choice < 5 || any == null) {
        record(random, by, null);
      } else if (choice == 5) {
        consign(random, by);
      } else if (choice == 6 && any.kind.equals("record") && any.lines.size() == 1) {
        record(random, by, any);
      } else if (choice < 8) {
        act(by, any, "void", new Voiding("test"), Optional.of(ref(any)));
      } else if (!any.by.equals(by)) {
        act(by, any, "endorsement", new Endorsement(ref(any), Optional.empty()), Optional.empty());
      }
    }

    private EntryRef ref(Item item) {
      EntryRef ref = refs.get(item);
      if (ref == null) {
        throw new AssertionError("every item has its entry");
      }
      return ref;
    }

    private void record(
        SplittableRandom random, String by, @org.jspecify.annotations.Nullable Item corrects) {
      if (corrects != null && !isMovement(corrects)) {
        return;
      }
      String from = random.nextInt(3) == 0 ? "factory" : pick(random);
      String to = pick(random);
      if (from.equals(to)) {
        return;
      }
      Line line = new Line("L" + random.nextInt(2), from, to, 1 + random.nextInt(50));
      Movement movement =
          new Movement(
              List.of(
                  new Movement.Line(
                      new Name(line.lot()),
                      new Quantity(line.mines()),
                      Account.parse(line.from()),
                      Account.parse(line.to()))),
              Optional.empty(),
              Optional.empty());
      When on = when(random);
      append(by, on, movement, "record", List.of(line), corrects);
    }

    private boolean isMovement(Item item) {
      return item.lines.stream()
          .noneMatch(line -> line.from().startsWith("transit") || line.to().startsWith("transit"));
    }

    private void consign(SplittableRandom random, String by) {
      Name name = new Name("C" + consignments++);
      long sent = 1L + random.nextInt(30);
      List<LotQuantity> lots = List.of(new LotQuantity(new Name("L0"), new Quantity(sent)));
      append(
          by,
          when(random),
          new Dispatch(name, depot("A"), depot("B"), lots, Optional.empty()),
          "record",
          List.of(new Line("L0", "depot:A", "transit:" + name, sent)),
          null);
      if (random.nextBoolean()) {
        long arrived = 1L + random.nextInt(30);
        append(
            by,
            when(random),
            new Receipt(
                name, depot("B"), List.of(new LotQuantity(new Name("L0"), new Quantity(arrived)))),
            "record",
            List.of(new Line("L0", "transit:" + name, "depot:B", arrived)),
            null);
      }
    }

    private void act(
        String by, Item target, String kind, Body body, Optional<EntryRef> supersedes) {
      Item item =
          new Item(
              naive.items.size(),
              clock.instant(),
              by,
              FIRST_DAY,
              FIRST_DAY,
              kind,
              List.of(),
              target);
      EntryId id = new EntryId(new UUID(7, item.number));
      refs.put(
          item,
          only(register.append(
                  List.of(fact(id, When.day(FIRST_DAY), body, supersedes)), person(by)))
              .ref());
      naive.items.add(item);
    }

    private void append(
        String by,
        When on,
        Body body,
        String kind,
        List<Line> lines,
        @org.jspecify.annotations.Nullable Item corrects) {
      // One second apart, so that no two versions are known at one time.
      clock.advanceSeconds(1);
      Item item =
          new Item(
              naive.items.size(),
              clock.instant(),
              by,
              on.earliestDay(),
              on.latestDay(),
              kind,
              lines,
              corrects);
      EntryId id = new EntryId(new UUID(7, item.number));
      Optional<EntryRef> supersedes = Optional.ofNullable(corrects).map(this::ref);
      refs.put(
          item, only(register.append(List.of(fact(id, on, body, supersedes)), person(by))).ref());
      naive.items.add(item);
    }

    private static String pick(SplittableRandom random) {
      return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    }

    private static When when(SplittableRandom random) {
      LocalDate day = FIRST_DAY.plusDays(random.nextInt(60));
      return switch (random.nextInt(8)) {
        case 0 -> new When.Period(day, day.plusDays(random.nextInt(20)));
        case 1 -> random.nextInt(4) == 0 ? new When.Unknown() : When.day(day);
        default -> When.day(day);
      };
    }

    void check(SplittableRandom random) {
      try (Reading reading = register.read()) {
        for (int i = 0; i < QUESTIONS; i++) {
          Instant at =
              i == 0 ? Instant.MAX : START.plusSeconds(random.nextLong(OPERATIONS * 60_000L));
          LocalDate on = FIRST_DAY.plusDays(random.nextInt(80));
          AsOf.Basis basis = random.nextBoolean() ? AsOf.Basis.ALL : AsOf.Basis.ENDORSED;
          AsOf asOf = new AsOf(on, at, AsOf.Clock.RECORDED, basis);
          compare(reading.balances(asOf, Optional.empty()), asOf);
        }
        for (String account : ACCOUNTS) {
          Account parsed = Account.parse(account);
          if (parsed.type().holdsNoLessThanNothing()) {
            for (String lot : List.of("L0", "L1")) {
              assertThat(reading.firstDayBelowZero(new Balances.Holding(parsed, new Name(lot))))
                  .as("first day below zero of " + account + " " + lot)
                  .isEqualTo(naive.firstBelowZero(account, lot));
            }
          }
        }
      }
      assertThat(register.rebuild(Progress.SILENT).differences()).as("rebuild").isEmpty();
    }

    private void compare(Balances balances, AsOf asOf) {
      Map<String, List<Long>> live = new TreeMap<>();
      Map<String, Long> byLot = new HashMap<>();
      for (Balance balance : balances.byHolding().values()) {
        live.put(
            balance.account() + " " + balance.lot(), List.of(balance.fewest(), balance.most()));
        byLot.merge(balance.lot().text(), balance.fewest() + balance.most(), Long::sum);
      }
      Map<String, List<Long>> expected = new TreeMap<>();
      naive
          .balances(asOf.on(), asOf.knownAt(), asOf.basis() == AsOf.Basis.ENDORSED)
          .forEach((holding, pair) -> expected.put(holding, List.of(pair[0], pair[1])));
      assertThat(live).as("balances " + asOf).isEqualTo(expected);
      assertThat(byLot.values()).as("conservation " + asOf).allMatch(sum -> sum == 0);
    }
  }
}
