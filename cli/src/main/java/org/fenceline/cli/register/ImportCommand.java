package org.fenceline.cli.register;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Failures;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.FileImport;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Name;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.exchange.ledger.LedgerFile;
import org.fenceline.exchange.ledger.LedgerImport;
import org.fenceline.exchange.ledger.LedgerRow;
import org.fenceline.exchange.mapping.FeatureImport;
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
      "Import models, lots, movements or stocktakes from a CSV file, or by --map the rows and",
      "shapes of any other file, whole or not at all.",
      "Importing a file again adds nothing; a row that changed since becomes a correction. What is",
      "refused is listed with line, column and reason. Files are " + LedgerFile.FORMS + ".",
      "By a mapping: files that end in " + FeatureFiles.FORMATS + ". A first guess at the mapping:",
      "--suggest; what can stand in it: docs/formats/mapping.md."
    },
    footer = {
      "  fenceline import examples/ledger/lots.csv --as clerk-7",
      "  fenceline import movements.csv --data-set depot-west-2026 --as clerk-7",
      "  fenceline import --suggest hazards.geojson > hazards.yaml",
      "  fenceline import hazards.geojson --map hazards.yaml --as clerk-7 --dry-run"
    })
public final class ImportCommand extends Recording {

  @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input.")
  private String file = "";

  @Option(
      names = "--data-set",
      paramLabel = "NAME",
      description = "Name under which its rows are known; the file's name unless given.")
  private @Nullable String dataSet;

  @Option(
      names = "--map",
      paramLabel = "MAPPING",
      description = "Read the file by this mapping of its columns.")
  private @Nullable String map;

  @Option(names = "--dry-run", description = "With --map: tell what would be recorded.")
  private boolean dryRun;

  @Option(
      names = "--keep-good",
      description = "With --map: record the good rows though others are refused; exit 1 then.")
  private boolean keepGood;

  @Option(names = "--suggest", description = "Write a first guess at a mapping, to be edited.")
  private boolean suggest;

  @Override
  public Integer call() throws MalformedInput {
    String mapping = map;
    if (suggest) {
      surroundings().out().print(new MappedFile(surroundings(), file, this::progress).suggestion());
      surroundings().out().flush();
      return ExitCode.FINE;
    }
    if (mapping != null) {
      return mapped(mapping);
    }
    if (dryRun || keepGood) {
      throw usage("--dry-run and --keep-good go with --map");
    }
    return ledger();
  }

  private int mapped(String mapping) throws MalformedInput {
    if (dataSet != null) {
      throw usage("with --map the mapping names the data set");
    }
    try (Register register = open()) {
      if (!dryRun) {
        person(register);
      }
      MappedFile.Read read =
          new MappedFile(surroundings(), file, this::progress).read(register, mapping);
      MalformedInput refused = new MalformedInput(read.imported().refused()).in(file);
      if (!refused.problems().isEmpty() && !keepGood) {
        throw refused;
      }
      refused.problems().stream()
          .limit(Failures.MOST_PROBLEMS_SHOWN)
          .forEach(problem -> progress("refused: " + problem));
      if (refused.problems().size() > Failures.MOST_PROBLEMS_SHOWN) {
        progress("and " + (refused.problems().size() - Failures.MOST_PROBLEMS_SHOWN) + " more");
      }
      List<Receipt> receipts =
          dryRun ? List.of() : record(register, read.imported().facts()).receipts();
      tell(register, read, receipts);
      return refused.problems().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
  }

  private void tell(Register register, MappedFile.Read read, List<Receipt> receipts) {
    FeatureImport.Imported imported = read.imported();
    List<Fact> facts =
        imported.facts().stream().filter(f -> !(f.body() instanceof FileImport)).toList();
    long added = receipts.stream().limit(facts.size()).filter(Receipt::isNew).count();
    long corrections =
        IntStream.range(0, Math.min(facts.size(), receipts.size()))
            .filter(i -> receipts.get(i).isNew() && facts.get(i).supersedes().isPresent())
            .count();
    Json.Builder answer =
        Json.object()
            .put("dryRun", dryRun)
            .put("rows", imported.rows())
            .put("records", facts.size())
            .put("added", added)
            .put("corrections", corrections)
            .put("refusedRows", imported.refusedRows())
            .put("leftAside", imported.aside())
            .put("withoutLocation", imported.withoutPlace())
            .put("columnsNotTaken", Json.strings(imported.columnsNotTaken()))
            .put("guesses", Json.strings(read.guesses()));
    answer(
        register.identity(),
        answer,
        page -> {
          page.line(
              dryRun
                  ? "would record " + facts.size() + " records of " + imported.rows() + " rows"
                  : "imported "
                      + facts.size()
                      + " records of "
                      + imported.rows()
                      + " rows: "
                      + added
                      + " entries added, "
                      + corrections
                      + " of them corrections");
          counted(page, imported.refusedRows(), "refused, each listed above");
          counted(page, imported.aside(), "left to other mappings");
          counted(page, imported.withoutPlace(), "without a shape: they need a location");
          read.guesses().forEach(guess -> page.line(page.caution("guessed: ") + guess));
          if (!imported.columnsNotTaken().isEmpty()) {
            page.line(page.faint("not taken: " + String.join(", ", imported.columnsNotTaken())));
          }
        });
  }

  private static void counted(Page page, long count, String what) {
    if (count > 0) {
      page.line("  " + count + " " + what);
    }
  }

  private Integer ledger() throws MalformedInput {
    Input input = Input.read(surroundings(), file);
    try (Register register = open()) {
      person(register);
      List<Fact> facts = facts(register, input);
      Outcome.Written written = record(register, facts);
      long added = written.receipts().stream().filter(Receipt::isNew).count();
      long corrections =
          IntStream.range(0, facts.size())
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
