package org.fenceline.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.store.Progress;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;

/**
 * Clerks who also sign checkpoints, with keys in a folder beside the register.
 *
 * <p>Promises besides those of clerks: {@code keys} once there are keys, {@code signed SIZE ROOT}
 * for each checkpoint that left the process. Nothing signed is ever missing, and the next can be
 * signed.
 */
final class Signers extends Clerks {
  private static KeyFolder keys(Path folder) {
    return new KeyFolder(folder.resolve("keys"), Optional.empty());
  }

  @Override
  synchronized void sign(Session session, Register register) {
    KeyFolder keys = keys(session.folder());
    if (!keys.hasLogKeys()) {
      keys.newLogKeys(ORIGIN, new SecureRandom());
    }
    session.tell("keys");
    Checkpoint checkpoint = checkpoint(register, keys);
    session.tell("signed " + checkpoint.size() + " " + checkpoint.root().hex());
  }

  private static Checkpoint checkpoint(Register register, KeyFolder keys) {
    try {
      return Checkpoint.parse(register.checkpoint(keys, Progress.SILENT).text());
    } catch (MalformedInput e) {
      throw new AssertionError("a checkpoint is a checkpoint", e);
    }
  }

  @Override
  void assertKept(String promise, Path folder, List<Audit.Leaf> log) throws Exception {
    String[] words = promise.split(" ");
    switch (words[0]) {
      case "keys" -> assertThat(keys(folder).logKeys()).isNotEmpty();
      case "signed" -> {
        long size = Long.parseLong(words[1]);
        assertThat((long) log.size())
            .as("leaves, while promised: %s", promise)
            .isGreaterThanOrEqualTo(size);
        try (Register register = Audit.open(folder.resolve(REGISTER));
            Reading reading = register.read()) {
          assertThat(reading.root(size).hex()).as(promise).isEqualTo(words[2]);
        }
      }
      default -> super.assertKept(promise, folder, log);
    }
  }

  @Override
  public void examine(Path folder, List<String> promises) throws Exception {
    super.examine(folder, promises);
    KeyFolder keys = keys(folder);
    if (promises.contains("keys")) {
      try (Register register = Audit.open(folder.resolve(REGISTER))) {
        assertThat(checkpoint(register, keys).size()).isPositive();
      }
    }
  }
}
