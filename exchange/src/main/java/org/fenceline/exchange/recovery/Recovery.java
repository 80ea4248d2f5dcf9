package org.fenceline.exchange.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.NoteSignature;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.core.recovery.LostLog;
import org.fenceline.core.recovery.Placement;
import org.fenceline.core.recovery.Placement.Agreement;
import org.fenceline.core.recovery.Placement.Held;
import org.fenceline.core.recovery.Placement.SeenCheckpoint;
import org.fenceline.core.recovery.Placing;
import org.fenceline.store.EntrySource;
import org.fenceline.store.Outcome;
import org.fenceline.store.Progress;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.Restored;
import org.fenceline.store.Synced;

/**
 * Fills a register with what came back of a lost log. Where nothing is missing it is that log
 * again, leaf by leaf; where content is missing it is another log, which takes those entries over
 * with what the lost one proves of them.
 */
public final class Recovery {
  /** Leaves that are written in one transaction. */
  private static final int CHUNK = 2_000;

  private final LostLog log;
  private final List<EntrySource> sources;
  private final Placement placement;

  private Recovery(LostLog log, List<EntrySource> sources, Placement placement) {
    this.log = log;
    this.sources = List.copyOf(sources);
    this.placement = placement;
  }

  /**
   * Asks all sources what they hold.
   *
   * @throws MalformedInput when the published checkpoint is not the log's, or the keys at hand are
   *     not
   */
  public static Recovery of(LostLog log, List<EntrySource> sources) throws MalformedInput {
    return new Recovery(log, sources, Placing.of(log, sources));
  }

  /** What was known before anybody was asked. */
  public LostLog log() {
    return log;
  }

  /** The largest checkpoint that is one of the published history. */
  public Checkpoint largest() {
    return placement.checkpoints().stream()
        .filter(seen -> seen.agreement() == Agreement.AGREES)
        .map(SeenCheckpoint::checkpoint)
        .filter(checkpoint -> checkpoint.size() > log.published().size())
        .max(Comparator.comparingLong(Checkpoint::size))
        .orElse(log.published());
  }

  /** What comes back, and what does not. */
  public Placement placement() {
    return placement;
  }

  /**
   * Fills the same log again; every leaf has its content.
   *
   * @param filling is told how many leaves are in
   * @param auditing is told how far the audit has come
   */
  public Recovered again(
      Register beside, AttachmentSearch attachments, Progress filling, Progress auditing) {
    if (!placement.isComplete()) {
      throw new IllegalStateException("a log that lacks a leaf cannot go on");
    }
    List<Restored> chunk = new ArrayList<>();
    long done = 0;
    for (Held held : placement.held().values()) {
      chunk.add(atHome(sources.get(held.source()).restored(held.row())));
      done++;
      if (chunk.size() == CHUNK || done == placement.size()) {
        written(beside.restore(chunk, Progress.SILENT));
        chunk.clear();
        filling.at(done, placement.size());
      }
    }
    keepCheckpoint(beside, log.note());
    for (SeenCheckpoint seen : placement.checkpoints()) {
      if (seen.agreement() == Agreement.AGREES && !seen.checkpoint().equals(log.published())) {
        seen.note().ifPresent(note -> keepCheckpoint(beside, note));
      }
    }
    return finished(beside, attachments, 0, auditing);
  }

  /** What another log proves stays; what this log proves of its own leaf is not from elsewhere. */
  private Restored atHome(Restored leaf) {
    return new Restored(
        leaf.entry(), leaf.homeProof().filter(proof -> !isByLostLog(proof)), leaf.arrivedAt());
  }

  private boolean isByLostLog(String proof) {
    try {
      return ProofFile.parse(proof).checkpoint().origin().equals(log.origin());
    } catch (MalformedInput e) {
      throw new IllegalStateException("a proof that holds can be read", e);
    }
  }

  /** Witnesses' cosignatures stay where they are published; the register keeps the log's own. */
  private void keepCheckpoint(Register beside, SignedNote note) {
    List<NoteSignature> own =
        note.signatures().stream()
            .filter(signature -> placement.keys().stream().anyMatch(signature::isBy))
            .toList();
    beside.keepCheckpoint(new SignedNote(note.text(), own));
  }

  /**
   * Fills a log that takes the place of the lost one.
   *
   * @param first what it records before everything else: that it does so, and who answers for it
   * @param filling is told how many entries are in
   * @param auditing is told how far the audit has come
   */
  public Recovered succeed(
      Register beside,
      List<Fact> first,
      PersonId by,
      AttachmentSearch attachments,
      Progress filling,
      Progress auditing) {
    written(beside.append(first, by));
    List<Synced> chunk = new ArrayList<>();
    long done = 0;
    long proven = 0;
    for (Map.Entry<Long, Held> leaf : placement.held().entrySet()) {
      Restored restored = sources.get(leaf.getValue().source()).restored(leaf.getValue().row());
      Optional<String> proof = proofByLostLog(leaf.getKey(), restored);
      proven += proof.filter(this::isByLostLog).isPresent() ? 1 : 0;
      chunk.add(new Synced(restored.entry(), proof));
      done++;
      if (chunk.size() == CHUNK || done == placement.held().size()) {
        written(beside.exchange(chunk, Progress.SILENT));
        chunk.clear();
        filling.at(done, placement.held().size());
      }
    }
    return finished(beside, attachments, proven, auditing);
  }

  /** A path to the published root; for later leaves what the source kept. */
  private Optional<String> proofByLostLog(long leaf, Restored restored) {
    long published = log.published().size();
    if (leaf >= published) {
      return restored.homeProof();
    }
    try {
      InclusionProof path = InclusionProof.of(leaf, published, log.hashes());
      return Optional.of(ProofFile.of(new byte[0], path, log.note()).toString());
    } catch (MalformedInput e) {
      throw new IllegalStateException("a published checkpoint is a checkpoint", e);
    }
  }

  private Recovered finished(
      Register beside, AttachmentSearch attachments, long proven, Progress auditing) {
    AttachmentSearch.Result found = attachments.bring(beside, placement.isComplete());
    int waiting;
    try (Reading reading = beside.read()) {
      waiting = reading.waiting().size();
    }
    return new Recovered(beside.audit(auditing), placement.held().size(), proven, waiting, found);
  }

  private static void written(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(
          "what was a leaf of the lost log is taken: " + refused.problems());
    }
  }
}
