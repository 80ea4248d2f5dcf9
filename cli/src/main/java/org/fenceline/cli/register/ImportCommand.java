package org.fenceline.cli.register;

import java.nio.file.Path;
import java.util.List;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Name;
import org.fenceline.exchange.ledger.LedgerFile;
import org.fenceline.exchange.ledger.LedgerImport;
import org.fenceline.exchange.ledger.LedgerRow;
import org.fenceline.store.Outcome;
import org.fenceline.store.Outcome.Receipt;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline import}. */
@Command(
    name = "import",
    description = {
      "Import models, lots, movements or stocktakes from a CSV file, whole or not at all.",
      "Importing a file again adds nothing; a row that changed since becomes a correction. What is",
      "refused is listed with line, column and reason. Files are " + LedgerFile.FORMS + "."
    },
    footer = {
      "  fenceline import examples/ledger/lots.csv --as clerk-7",
      "  fenceline import movements.csv --data-set depot-west-2026 --as clerk-7"
    })
public final class ImportCommand extends Recording {

  @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input.")
  private String file = "";

  @Option(
      names = "--data-set",
      paramLabel = "NAME",
      description = "Name under which its rows are known; the file's name unless given.")
  private @Nullable String dataSet;

  @Override
  public Integer call() throws MalformedInput {
    Input input = Input.read(surroundings(), file);
    try (Register register = open()) {
      person(register);
      List<Fact> facts = facts(register, input);
      Outcome.Written written = record(register, facts);
      long added = written.receipts().stream().filter(Receipt::isNew).count();
      long corrections =
          java.util.stream.IntStream.range(0, facts.size())
              .filter(i -> written.receipts().get(i).isNew())
              .filter(i -> facts.get(i).supersedes().isPresent())
              .count();
      Json.Builder answer =
          Json.object()
              .put("rows", facts.size() - 1)
              .put("added", added)
              .put("corrections", corrections)
              .put("sha256", input.sha256().hex())
              .put(
                  "belowZero",
                  Json.strings(written.shortfalls().stream().map(Object::toString).toList()));
      answer(
          register.identity(),
          answer,
          page -> {
            page.line(
                added == 0
                    ? "nothing new: all " + (facts.size() - 1) + " records are there already"
                    : "imported "
                        + (facts.size() - 1)
                        + " records: "
                        + added
                        + " entries added, "
                        + corrections
                        + " of them corrections");
            written
                .shortfalls()
                .forEach(shortfall -> page.line(page.caution("below zero: ") + shortfall));
          });
    }
    return ExitCode.FINE;
  }

  private List<Fact> facts(Register register, Input input) throws MalformedInput {
    try (Reading reading = register.read()) {
      List<LedgerRow> rows = LedgerFile.read(input.text());
      return new LedgerImport(name(), register.identity().exercise(), reading::thread)
          .facts(rows, input.sha256());
    } catch (MalformedInput e) {
      throw e.in(input.name());
    }
  }

  private Name name() throws MalformedInput {
    String named = dataSet;
    if (named == null) {
      Path fileName = Path.of(file).getFileName();
      named = fileName == null ? file : fileName.toString().replaceFirst("\\.[^.]*$", "");
    }
    try {
      return new Name(named);
    } catch (IllegalArgumentException e) {
      throw new MalformedInput(
          new Problem(
              "entry.value",
              Place.ofField("--data-set"),
              String.valueOf(e.getMessage()),
              "name the data set with --data-set NAME"));
    }
  }
}
