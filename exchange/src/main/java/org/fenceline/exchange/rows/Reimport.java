package org.fenceline.exchange.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Sha256;

/** Holds a fact that is named by its row against what the register has under that name. */
public final class Reimport {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);
  private static final int UUID_NAMED = 8;

  private final Function<EntryId, List<Logged>> threads;

  /** Looks rows up by the entries around an id that are in the register already. */
  public Reimport(Function<EntryId, List<Logged>> threads) {
    this.threads = threads;
  }

  /** The row as it stands, or a correction of what its last import made of it. */
  public Fact of(Fact fresh) {
    Sha256 content = TEXT.contentHash(fresh);
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
}
