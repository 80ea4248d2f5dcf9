package org.fenceline.exchange.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fenceline.core.entry.Citation;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.FileImport;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.When;
import org.fenceline.exchange.rows.Reimport;

/**
 * Turns the rows of a file into facts with stable names: the same row is the same entry again, and
 * a row that changed since its last import is a correction of that entry.
 */
public final class LedgerImport {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private final Name dataSet;
  private final boolean exercise;
  private final Function<EntryId, List<Logged>> threads;
  private final Map<EntryId, EntryRef> inThisFile = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * An import into one register.
   *
   * @param dataSet name under which the file's rows are known
   * @param exercise whether the register is one of an exercise
   * @param threads gives the entries around an id that are in the register already
   */
  public LedgerImport(Name dataSet, boolean exercise, Function<EntryId, List<Logged>> threads) {
    this.dataSet = dataSet;
    this.exercise = exercise;
    this.threads = threads;
  }

  /**
   * The facts of a file, those that are in the register already included, and the import's own.
   *
   * @param sha256 digest of the file's bytes
   * @throws MalformedInput when a row corrects one that is not there
   */
  public List<Fact> facts(List<LedgerRow> rows, Sha256 sha256) throws MalformedInput {
    List<Fact> facts = new ArrayList<>();
    for (LedgerRow row : rows) {
      fact(row).ifPresent(facts::add);
    }
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems);
    }
    FileImport file = new FileImport(dataSet, sha256, rows.size());
    facts.add(
        new Fact(
            EntryId.ofRow("fenceline-imports", dataSet + " " + sha256, 0),
            exercise,
            new When.Unknown(),
            Optional.empty(),
            Disclosure.RESTRICTED,
            List.of(),
            Optional.empty(),
            file));
    return facts;
  }

  private Optional<Fact> fact(LedgerRow row) {
    EntryId id = EntryId.ofRow(dataSet.text(), row.key(), 0);
    Optional<EntryRef> supersedes = Optional.empty();
    if (row.supersedes().isPresent()) {
      supersedes = target(row);
      if (supersedes.isEmpty()) {
        return Optional.empty();
      }
    }
    Fact fact = new Reimport(threads).of(fact(row, id, supersedes));
    inThisFile.put(id, new EntryRef(fact.id(), TEXT.contentHash(fact)));
    return Optional.of(fact);
  }

  private Fact fact(LedgerRow row, EntryId id, Optional<EntryRef> supersedes) {
    return new Fact(
        id,
        exercise && Kinds.ALL.of(row.body()).isInventedInExercise(),
        row.on(),
        row.transcribed(),
        Disclosure.RESTRICTED,
        List.of(new Citation(dataSet.text(), "row " + row.key())),
        supersedes,
        row.body());
  }

  private Optional<EntryRef> target(LedgerRow row) {
    String key = row.supersedes().orElseThrow();
    EntryId id = EntryId.ofRow(dataSet.text(), key, 0);
    Optional<EntryRef> target =
        Optional.ofNullable(inThisFile.get(id))
            .or(() ->
                threads.apply(id).stream()
                    .filter(entry -> entry.id().equals(id))
                    .findFirst()
                    .map(Logged::ref));
    if (target.isEmpty()) {
      problems.add(
          new Problem(
              "ledger.supersedes",
              new Place("", row.line(), "supersedes"),
              "there is no record \"" + key + "\" above it or in the register",
              "name a record of this data set that stands above"));
    }
    return target;
  }
}
