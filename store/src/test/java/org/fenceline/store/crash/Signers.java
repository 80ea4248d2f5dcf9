package org.fenceline.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.store.Progress;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;

/**
 * Clerks who also sign checkpoints, with keys in a folder beside the register.
 *
 * <p>Promises besides those of clerks: {@code keys} once there are keys, {@code signed SIZE ROOT}
 * for each checkpoint that left the process. Nothing signed is ever missing, and the next can be
 * signed.
 */
public class Signers extends Clerks {
  /** Stands in ids for whoever keeps the keys. */
  private static final int KEEPER = 0xfffe;

  private boolean areKnown;

  private static KeyFolder keys(Path folder) {
    return new KeyFolder(folder.resolve("keys"), Optional.empty());
  }

  @Override
  protected synchronized void sign(Session session, Register register) throws Exception {
    KeyFolder keys = keys(session.folder());
    if (!areKnown) {
      List<SigningKey> made =
          keys.hasLogKeys() ? keys.logKeys() : keys.newLogKeys(ORIGIN, new SecureRandom());
      register.append(List.of(announced(made)), person("keeper"));
      session.tell("keys");
      areKnown = true;
    }
    SignedNote note = register.checkpoint(keys, Progress.SILENT);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    session.tell("signed " + checkpoint.size() + " " + checkpoint.root().hex());
    signed(session, register, note);
  }

  /** Does something with a checkpoint that left the process, where signers do. */
  protected void signed(Session session, Register register, SignedNote note) throws Exception {}

  /** A checkpoint of the log as it is, signed with the keys beside it. */
  protected static SignedNote checkpoint(Path folder, Register register) {
    return register.checkpoint(keys(folder), Progress.SILENT);
  }

  /** The entry that makes the keys known: the same for the same keys, so that it can be retried. */
  private static Fact announced(List<SigningKey> keys) {
    return new Fact(
        new EntryId(new UUID((long) KEEPER << 48 | 1, 0)),
        false,
        new When.Unknown(),
        Optional.empty(),
        Disclosure.RESTRICTED,
        List.of(),
        Optional.empty(),
        new LogKeys(
            keys.stream().map(key -> new SignerKey(key.verifier().toString())).toList(),
            List.of(),
            Optional.empty()));
  }

  @Override
  protected void assertKept(String promise, Path folder, List<Outsider.Leaf> log) throws Exception {
    String[] words = promise.split(" ");
    switch (words[0]) {
      case "keys" -> assertThat(keys(folder).logKeys()).isNotEmpty();
      case "signed" -> {
        int size = Integer.parseInt(words[1]);
        assertThat(log.size())
            .as("leaves, while promised: %s", promise)
            .isGreaterThanOrEqualTo(size);
        assertThat(Outsider.rootInHex(log.subList(0, size))).as(promise).isEqualTo(words[2]);
      }
      default -> super.assertKept(promise, folder, log);
    }
  }

  @Override
  public void examine(Path folder, List<String> promises) throws Exception {
    super.examine(folder, promises);
    if (promises.contains("keys")) {
      try (Register register = Outsider.open(folder.resolve(REGISTER))) {
        assertThat(Checkpoint.parse(checkpoint(folder, register).text()).size()).isPositive();
      }
    }
  }
}
