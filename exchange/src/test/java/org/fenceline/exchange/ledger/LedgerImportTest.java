package org.fenceline.exchange.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What importing a file, again and changed, does to a register. */
class LedgerImportTest {
  private static final Origin ORIGIN = new Origin("fenceline.example/test");
  private static final String HEADER = "id,on,from,to,lot,quantity,purpose,reason,supersedes\n";
  private static final Account DEPOT = Account.of(Account.Type.DEPOT, new Name("A"));

  @TempDir Path folder = Path.of("");

  private Register register() {
    return Register.create(
        folder.resolve("r.fenceline"),
        new Identity(ORIGIN, new StateCode("POL"), false, Instant.EPOCH),
        InstantSource.system(),
        new SecureRandom());
  }

  /** Imports a file; gives how many entries were added. */
  private static long add(Register register, String rows) throws MalformedInput {
    String text = HEADER + rows;
    List<Fact> facts;
    try (Reading reading = register.read()) {
      facts =
          new LedgerImport(new Name("set"), false, reading::thread)
              .facts(LedgerFile.read(text), Sha256.of(text.getBytes(UTF_8)));
    }
    return switch (register.append(facts, new PersonId(ORIGIN, new Name("clerk")))) {
      case Outcome.Written written ->
          written.receipts().stream().filter(Outcome.Receipt::isNew).count();
      case Outcome.Refused refused -> throw new MalformedInput(refused.problems());
    };
  }

  private static long held(Register register) {
    try (Reading reading = register.read()) {
      return reading
          .balances(AsOf.everythingKnown(LocalDate.of(2026, 12, 31), Instant.MAX), Optional.empty())
          .of(DEPOT, new Name("L"))
          .most();
    }
  }

  @Test
  void importingAgainAddsNothingAndAChangedRowIsACorrection() throws Exception {
    try (Register register = register()) {
      assertThat(add(register, "1,2026-03-01,factory,depot:A,L,10,,,\n")).isEqualTo(2);
      assertThat(add(register, "1,2026-03-01,factory,depot:A,L,10,,,\n")).isZero();
      assertThat(add(register, "1,2026-03-01,factory,depot:A,L,12,,,\n")).isEqualTo(2);
      assertThat(held(register)).isEqualTo(12);
      assertThat(add(register, "1,2026-03-01,factory,depot:A,L,12,,,\n")).isZero();
      assertThat(add(register, "1,2026-03-01,factory,depot:A,L,15,,,\n")).isEqualTo(2);
      assertThat(held(register)).isEqualTo(15);
      assertThat(add(register, "1,2026-03-01,factory,depot:A,L,10,,,\n"))
          .as("back to the first content: a correction, its file known already")
          .isEqualTo(1);
      assertThat(held(register)).isEqualTo(10);
      assertThat(register.rebuild((_, _) -> {}).differences()).isEmpty();
    }
  }

  @Test
  void aRowThatSupersedesAnotherStaysSoWhenImportedAgain() throws Exception {
    String rows =
        """
        1,2026-03-01,factory,depot:A,L,10,,,
        2,2026-03-01,factory,depot:A,L,11,,,1
        """;
    try (Register register = register()) {
      assertThat(add(register, rows)).isEqualTo(3);
      assertThat(held(register)).isEqualTo(11);
      assertThat(add(register, rows)).isZero();
      assertThat(held(register)).isEqualTo(11);
    }
  }

  @Test
  void linesOfOneIdAreOneMovement() throws Exception {
    List<LedgerRow> rows =
        LedgerFile.read(
            HEADER
                + "1,2026-03-01,factory,depot:A,L,10,,,\n"
                + "1,2026-03-01,factory,depot:A,K,5,,,\n");
    assertThat(rows).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2026-03-01,factory,depot:A,L,\"12,5\",,,|line 2: quantity|not a whole number",
        "1,2026-03-01,factory,depot:A,L,-4,,,|line 2: quantity|not a quantity",
        "1,2026-02-30,factory,depot:A,L,4,,,|line 2: on|not a date that exists",
        "1,2026-03-01,attic,depot:A,L,4,,,|line 2: from|not an account",
        "1,2026-03-01,factory,depot:A,,4,,,|line 2: lot|is missing",
        "1,2026-03-01,depot:A,depot:A,L,4,,,|line 2|itself",
        "1,2026-03-01,factory,depot:A,L,4,fun,,|line 2: purpose|not a purpose",
        "1,2026-03-01,factory,depot:A,L,4|line 2|has 6 fields",
        "1,2026-03-01,factory,depot:A,L,4,,\"open,|line|",
        "1,2026-03-01,factory,depot:A,L,4,,,9|line 2: supersedes|no record \"9\"",
      })
  void aRowThatCannotBeReadIsToldWithLineAndColumn(String row, String place, String said)
      throws Exception {
    try (Register register = register()) {
      assertThatThrownBy(() -> add(register, row + "\n"))
          .isInstanceOf(MalformedInput.class)
          .hasMessageContaining(place)
          .hasMessageContaining(said == null ? "" : said);
      try (Reading reading = register.read()) {
        assertThat(reading.size()).as("nothing is written").isZero();
      }
    }
  }

  @Test
  void everyRefusedRowIsListed() {
    assertThatThrownBy(() ->
            LedgerFile.read(
                HEADER
                    + "1,2026-03-01,factory,depot:A,L,x,,,\n"
                    + "2,2026-03-01,factory,depot:A,L,5,,,\n"
                    + "3,2026-13-01,factory,depot:A,L,y,,,\n"))
        .isInstanceOfSatisfying(MalformedInput.class, e -> assertThat(e.problems()).hasSize(3));
  }

  @Test
  void aFileOfNoKnownKindNamesTheKindsThereAre() {
    assertThatThrownBy(() -> LedgerFile.read("colour,taste\nred,sweet\n"))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("movements (id, on, from, to, lot, quantity");
  }
}
