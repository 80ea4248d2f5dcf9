package org.fenceline.exchange.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.store.Progress;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.crash.Outsider;
import org.fenceline.store.crash.Signers;

/**
 * Signers who publish what they signed into a folder beside the register.
 *
 * <p>Promises besides theirs: {@code published SIZE} for each checkpoint that was published.
 * Whatever checkpoint lies in the folder has all its tiles, is of the very log, and never shrinks.
 */
public final class Publishers extends Signers {
  private static final String FOLDER = "published";

  @Override
  protected void signed(Session session, Register register, SignedNote note) throws Exception {
    publish(session.folder(), register, note);
    session.tell("published " + Checkpoint.parse(note.text()).size());
  }

  private static void publish(Path folder, Register register, SignedNote note) throws Exception {
    try (Reading reading = register.read()) {
      new Publication(reading, published(folder)).publish(note, Progress.SILENT);
    }
  }

  private static PublishedLog published(Path folder) {
    return new PublishedLog(folder.resolve(FOLDER));
  }

  @Override
  protected void assertKept(String promise, Path folder, List<Outsider.Leaf> log) throws Exception {
    String[] words = promise.split(" ");
    if (words[0].equals("published")) {
      assertThat(checkpoint(folder).size())
          .as(promise)
          .isGreaterThanOrEqualTo(Long.parseLong(words[1]));
    } else {
      super.assertKept(promise, folder, log);
    }
  }

  private static Checkpoint checkpoint(Path folder) throws Exception {
    return Checkpoint.parse(published(folder).checkpoint().orElseThrow().text());
  }

  @Override
  public void examine(Path folder, List<String> promises) throws Exception {
    super.examine(folder, promises);
    try (Register register = Outsider.open(folder.resolve(REGISTER))) {
      if (Files.exists(published(folder).checkpointFile())) {
        assertWhole(folder, register);
      }
      if (promises.contains("keys")) {
        publish(folder, register, checkpoint(folder, register));
        assertWhole(folder, register);
      }
    }
  }

  /** All tiles of the checkpoint are there, and are those of the log. */
  private static void assertWhole(Path folder, Register register) throws Exception {
    Checkpoint checkpoint = checkpoint(folder);
    new PublishedTiles(published(folder), checkpoint).verified(Progress.SILENT);
    try (Reading reading = register.read()) {
      assertThat(reading.root(checkpoint.size())).isEqualTo(checkpoint.root());
    }
  }
}
