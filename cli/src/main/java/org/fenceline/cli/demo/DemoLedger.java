package org.fenceline.cli.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Dispatch;
import org.fenceline.core.entry.body.Lot;
import org.fenceline.core.entry.body.LotQuantity;
import org.fenceline.core.entry.body.Model;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.Receipt;
import org.fenceline.core.entry.body.Stocktake;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.StateCode;

/**
 * The invented ledger of the demo. It holds one of each thing that a register has to cope with:
 * production before the treaty had ended, an export, a consignment that arrives short, a stocktake
 * that differs, a back-dated movement, a late record, old stock, a late find.
 */
final class DemoLedger {
  static final Account FACTORY = Account.of(Account.Type.FACTORY);
  static final Account WEST = depot("EX-WEST");
  static final Account EAST = depot("EX-EAST");
  static final Account TRAINING = Account.of(Account.Type.RETAINED, new Name("EX-SCHOOL"));
  static final Account FIELD = Account.of(Account.Type.MINEFIELD, new Name("EX-F1"));
  private static final StateCode POLAND = new StateCode("POL");

  private final SplittableRandom random;

  DemoLedger(long seed) {
    this.random = new SplittableRandom(seed);
  }

  private static Account depot(String name) {
    return Account.of(Account.Type.DEPOT, new Name(name));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private long about(long middle) {
    return middle + 10 * random.nextLong(-10, 11);
  }

  /** Models and lots. */
  List<Fact> descriptions() {
    return List.of(
        DemoFacts.described("model EX-P1", model("EX-P1", Model.Category.AP, true)),
        DemoFacts.described("model EX-OLD", model("EX-OLD", Model.Category.AP, false)),
        DemoFacts.described("model EX-V9", model("EX-V9", Model.Category.AV, true)),
        DemoFacts.described("lot EX-L1", lot("EX-L1", "EX-P1", "2026-01", "2046-01-31")),
        DemoFacts.described("lot EX-L2", lot("EX-L2", "EX-P1", "2026-03", "2046-03-31")),
        DemoFacts.described("lot EX-L3", lot("EX-L3", "EX-P1", "2026-06", "2046-06-30")),
        DemoFacts.described("lot EX-V1", lot("EX-V1", "EX-V9", "2026-02", "2046-02-28")),
        DemoFacts.described("lot EX-T85", lot("EX-T85", "EX-OLD", "1985-06", "2025-06-30")));
  }

  private static Model model(String name, Model.Category category, boolean detectable) {
    return new Model(new Name(name), category, detectable, false, false, false);
  }

  private static Lot lot(String name, String model, String made, String useBy) {
    return new Lot(
        new Name(name),
        new Name(model),
        Optional.of(POLAND),
        Optional.of(YearMonth.parse(made)),
        Optional.of(name),
        Optional.of(LocalDate.parse(useBy)));
  }

  /** What the record office wrote down. */
  List<Fact> movements() {
    List<Fact> facts = new ArrayList<>();
    long early = about(2_000);
    long second = about(8_000);
    long third = about(9_000);
    Account opening = Account.of(Account.Type.OPENING);
    Account destroyed = Account.of(Account.Type.DESTROYED);
    facts.add(move("D01", "2025-01-01", "EX-T85", 300, opening, TRAINING, null, null));
    facts.add(
        move(
            "D02",
            "2025-05-20",
            "EX-T85",
            40,
            TRAINING,
            destroyed,
            Movement.Purpose.ART3_USE,
            "used in training"));
    facts.add(move("D03", "2026-01-26", "EX-L1", early, FACTORY, WEST, null, "trial production"));
    facts.add(move("D04", "2026-03-16", "EX-L2", second, FACTORY, WEST, null, null));
    facts.add(move("D05", "2026-02-24", "EX-V1", 600, FACTORY, WEST, null, null));
    facts.add(move("D06", "2026-06-22", "EX-L3", third, FACTORY, WEST, null, null));
    facts.add(move("D07", "2026-04-20", "EX-L2", 1_500, WEST, FIELD, null, "field EX-F1"));
    facts.add(
        move(
            "D08",
            "2026-05-18",
            "EX-L2",
            500,
            WEST,
            Account.of(Account.Type.TRANSFER, new Name("LTU")),
            null,
            "export"));
    facts.add(
        move(
            "D09",
            "2026-07-06",
            "EX-L2",
            3,
            FIELD,
            Account.of(Account.Type.DETONATED),
            null,
            "set off by animals"));
    facts.add(
        move(
            "D10",
            "2026-09-14",
            "EX-L2",
            12,
            WEST,
            Account.of(Account.Type.MISSING),
            null,
            "stocktake of 2026-09-14"));
    return facts;
  }

  /** More than the depot has by then: recorded months later for a day in the past. */
  Fact backDated() {
    return DemoFacts.of(
        "D11",
        day("2026-02-02"),
        96,
        movement("EX-L1", 2_500, WEST, EAST, null, "found in an old transport list"));
  }

  /** A consignment and its receipt, 40 short, by the people of two depots. */
  Fact dispatch() {
    return DemoFacts.of(
        "C1 dispatch",
        day("2026-08-03"),
        new Dispatch(
            new Name("EX-C1"), WEST, EAST, List.of(lots("EX-L3", 4_000)), Optional.empty()));
  }

  Fact receipt() {
    return DemoFacts.of(
        "C1 receipt",
        day("2026-08-05"),
        new Receipt(new Name("EX-C1"), EAST, List.of(lots("EX-L3", 3_960))));
  }

  /** A stocktake that finds 12 fewer than the book has. */
  Fact stocktake(long book) {
    return DemoFacts.of(
        "S1",
        day("2026-09-14"),
        new Stocktake(
            WEST, List.of(new Stocktake.LotCount(new Name("EX-L2"), new Count(book - 12)))));
  }

  /** What the depot should hold of the lot that is counted, before the loss is booked. */
  long bookBeforeStocktake(List<Fact> movements) {
    long book = 0;
    for (Fact fact : movements) {
      if (fact.body() instanceof Movement movement) {
        for (Movement.Line line : movement.lines()) {
          boolean counted = line.lot().text().equals("EX-L2");
          boolean loss = line.to().type() == Account.Type.MISSING;
          if (counted && !loss) {
            book += line.to().equals(WEST) ? line.quantity().mines() : 0;
            book -= line.from().equals(WEST) ? line.quantity().mines() : 0;
          }
        }
      }
    }
    return book;
  }

  /** The name of a lot of a large programme. */
  static Name lotOfProgramme(int number) {
    return new Name("EX-P%05d".formatted(number));
  }

  /** The day on which it is laid. */
  static LocalDate layingOfProgramme(int number) {
    // Late in the year, so that the markings of fields are not due to be inspected at once.
    LocalDate wanted = LocalDate.of(2026, 9, 5).plusDays(number % 70L);
    LocalDate received = made(number).plusDays(20);
    return wanted.isBefore(received) ? received : wanted;
  }

  /** Every lot after the withdrawal took effect, spread over the months that follow. */
  private static LocalDate made(int number) {
    return LocalDate.of(2026, 2, 20).plusDays(number % 250L);
  }

  /** One lot of a large programme: made, sent, received and laid. */
  static List<Fact> lotOfProgramme(int number, long mines, List<DemoProgramme.Field> fields) {
    String lot = lotOfProgramme(number).text();
    LocalDate made = made(number);
    Name consignment = new Name(lot);
    List<Fact> facts = new ArrayList<>();
    facts.add(
        DemoFacts.described(
            "lot " + lot, lot(lot, "EX-P1", YearMonth.from(made).toString(), "2046-12-31")));
    facts.add(DemoFacts.of("made " + lot, made, movement(lot, mines, FACTORY, WEST, null, null)));
    facts.add(
        DemoFacts.of(
            "sent " + lot,
            made.plusDays(5),
            new Dispatch(consignment, WEST, EAST, List.of(lots(lot, mines)), Optional.empty())));
    facts.add(
        DemoFacts.of(
            "received " + lot,
            made.plusDays(8),
            new Receipt(consignment, EAST, List.of(lots(lot, mines)))));
    facts.add(
        DemoFacts.of(
            "laid " + lot,
            layingOfProgramme(number),
            new Movement(
                fields.stream()
                    .map(field ->
                        new Movement.Line(
                            new Name(lot),
                            new Quantity(field.mines()),
                            EAST,
                            Account.of(Account.Type.MINEFIELD, field.name())))
                    .toList(),
                Optional.empty(),
                Optional.empty())));
    return facts;
  }

  private static LotQuantity lots(String lot, long mines) {
    return new LotQuantity(new Name(lot), new Quantity(mines));
  }

  private static Fact move(
      String key,
      String on,
      String lot,
      long mines,
      Account from,
      Account to,
      Movement.@org.jspecify.annotations.Nullable Purpose purpose,
      @org.jspecify.annotations.Nullable String reason) {
    return DemoFacts.of(key, day(on), movement(lot, mines, from, to, purpose, reason));
  }

  private static Movement movement(
      String lot,
      long mines,
      Account from,
      Account to,
      Movement.@org.jspecify.annotations.Nullable Purpose purpose,
      @org.jspecify.annotations.Nullable String reason) {
    return new Movement(
        List.of(new Movement.Line(new Name(lot), new Quantity(mines), from, to)),
        Optional.ofNullable(purpose),
        Optional.ofNullable(reason));
  }
}
