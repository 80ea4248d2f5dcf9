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

/**
 * Turns the rows of a file into facts with stable names: the same row is the same entry again, and
 * a row that changed since its last import is a correction of that entry.
 */
public final class LedgerImport {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);
  private static final int UUID_NAMED = 8;

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
    Fact fresh = fact(row, id, supersedes);
    Sha256 content = TEXT.contentHash(fresh);
    Fact fact = sinceLastImport(fresh, content);
    inThisFile.put(id, new EntryRef(fact.id(), TEXT.contentHash(fact)));
    return Optional.of(fact);
  }

  /** The row as it stands, or a correction of what its last import made of it. */
  private Fact sinceLastImport(Fact fresh, Sha256 content) {
    List<Logged> thread = threads.apply(fresh.id());
    Optional<Logged> original =
        thread.stream().filter(entry -> entry.id().equals(fresh.id())).findFirst();
    if (original.isEmpty()) {
      return fresh;
    }
    Logged latest = original.get();
    Optional<Logged> next = importedCorrection(thread, latest);
    if (next.isEmpty() && latest.contentHash().equals(content)) {
      return fresh;
    }
    while (next.isPresent()) {
      Logged correction = next.get();
      next = importedCorrection(thread, correction);
      EntryId expected = EntryId.ofCorrection(latest.id(), content);
      if (next.isEmpty() && correction.id().equals(expected)) {
        return corrected(fresh, expected, latest.ref());
      }
      latest = correction;
    }
    return corrected(fresh, EntryId.ofCorrection(latest.id(), content), latest.ref());
  }

  // A correction that an earlier import made of the same row cites that row; another row's, or a
  // person's, does not.
  private static Optional<Logged> importedCorrection(List<Logged> thread, Logged of) {
    return thread.stream()
        .filter(entry -> entry.entry().fact().supersedes().equals(Optional.of(of.ref())))
        .filter(entry -> entry.id().uuid().version() == UUID_NAMED)
        .filter(entry -> entry.entry().fact().citations().equals(of.entry().fact().citations()))
        .findFirst();
  }

  private static Fact corrected(Fact fresh, EntryId id, EntryRef supersedes) {
    return new Fact(
        id,
        fresh.exercise(),
        fresh.on(),
        fresh.transcribed(),
        fresh.disclosure(),
        fresh.citations(),
        Optional.of(supersedes),
        fresh.body());
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
