package org.fenceline.cli.recovery;

import java.util.List;
import java.util.function.Consumer;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.recovery.LostLog;
import org.fenceline.exchange.publication.Publication;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.exchange.publication.PublishedTiles;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;

/** What is left of a lost log in files: what was published, and its keys. */
final class LostLogFiles {
  private final String name;
  private final PublishedLog published;
  private final Consumer<String> progress;

  LostLogFiles(Surroundings surroundings, String name, Consumer<String> progress) {
    this.name = name;
    this.published = new PublishedLog(surroundings.file(name));
    this.progress = progress;
  }

  /** What a person calls the published folder. */
  String name() {
    return name;
  }

  PublishedLog published() {
    return published;
  }

  /** Reads the checkpoint, holds all tiles against it, and sees that the keys are the log's. */
  LostLog lostLog(KeyFolder folder) throws MalformedInput {
    SignedNote note =
        published
            .checkpoint()
            .orElseThrow(() ->
                refused(
                    "log.nothing-published",
                    "--published",
                    "no checkpoint lies in " + name,
                    "name the folder that fenceline publish wrote"));
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(note.text());
    } catch (MalformedInput e) {
      throw e.in(name + "/checkpoint");
    }
    boolean hasKeys = folder.hasLogKeys();
    List<VerifierKey> own =
        hasKeys ? folder.logKeys().stream().map(SigningKey::verifier).toList() : List.of();
    for (VerifierKey key : own) {
      if (!key.name().equals(checkpoint.origin())) {
        throw refused(
            "log.foreign-key",
            folder.path().toString(),
            "the keys are those of " + key.name() + ", not of " + checkpoint.origin(),
            "name the lost log's keys with --keys DIR");
      }
    }
    return new LostLog(
        note,
        checkpoint,
        new PublishedTiles(published, checkpoint)
            .verified(
                (done, total) -> progress.accept("held " + done + " of " + total + " tiles ...")),
        own,
        hasKeys ? folder.lastSigned() : java.util.Optional.empty());
  }

  /** As {@code audit --against} does: what was made holds what was published. */
  void refuseUnlessExtended(Register made) {
    try (Reading reading = made.read()) {
      new Publication(reading, published).extended();
    } catch (MalformedInput e) {
      throw new IllegalStateException("the published checkpoint was read before", e);
    }
  }

  private static RefusedRequest refused(String code, String field, String message, String mend) {
    return new RefusedRequest(new Problem(code, Place.ofField(field), message, mend));
  }
}
