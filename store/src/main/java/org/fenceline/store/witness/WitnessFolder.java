package org.fenceline.store.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.store.key.DurableFile;
import org.fenceline.store.key.FolderLock;
import org.fenceline.store.key.KeyException;
import org.fenceline.store.key.KeyFile;

/**
 * What a witness keeps: its keys, and of each log the largest checkpoint that it cosigned. A
 * witness that loses the latter, or is restored from an older copy, can be shown two histories:
 * keep the folder on a disk that lasts, and never restore it.
 */
public final class WitnessFolder {
  private final Path folder;
  private final Optional<char[]> passphrase;

  /** A folder, which need not be there yet; the passphrase opens and closes its keys. */
  public WitnessFolder(Path folder, Optional<char[]> passphrase) {
    this.folder = folder;
    this.passphrase = passphrase.map(char[]::clone);
  }

  /** Where it lies. */
  public Path path() {
    return folder;
  }

  private Path keyFile(KeyType type) {
    return folder.resolve(type == KeyType.ED25519_COSIGNATURE ? "ed25519.key" : "ml-dsa-44.key");
  }

  /** Whether the witness has its keys, all of them: the last was made after the others. */
  public boolean hasKeys() {
    return Files.exists(keyFile(Witness.KEY_TYPES.getLast()));
  }

  /** Makes a new witness's keys, Ed25519 and ML-DSA-44 side by side. */
  public void makeKeys(String name, SecureRandom random) throws MalformedInput {
    if (hasKeys()) {
      throw new KeyException(
          "key.exists", folder, "the witness has its keys", "use them, or name another folder");
    }
    for (KeyType type : Witness.KEY_TYPES) {
      try {
        Files.deleteIfExists(keyFile(type));
      } catch (IOException e) {
        throw unwritable(e);
      }
      KeyFile.create(keyFile(type), SigningKey.generate(name, type, random), passphrase, random);
    }
  }

  /** The witness's keys. */
  public List<SigningKey> keys() {
    return Witness.KEY_TYPES.stream().map(type -> KeyFile.read(keyFile(type), passphrase)).toList();
  }

  /** The hash keeps whatever an origin spells out of the names of files. */
  private Path heldFile(Sha256 originHash) {
    return folder.resolve("checkpoints").resolve(originHash.hex());
  }

  /**
   * The largest checkpoint of a log that was cosigned, with the log's signatures.
   *
   * @param originHash SHA-256 of the log's origin
   */
  Optional<SignedNote> held(Sha256 originHash) {
    Path file = heldFile(originHash);
    try {
      return Files.exists(file)
          ? Optional.of(SignedNote.parse(Files.readString(file, UTF_8)))
          : Optional.empty();
    } catch (IOException | MalformedInput e) {
      throw new KeyException(
          "witness.damaged",
          file,
          "does not say what was cosigned last: " + e.getMessage(),
          "do not go on with this folder: make a new witness, under another name",
          e);
    }
  }

  /** Notes, durably, what is about to be cosigned. */
  void advance(Sha256 originHash, SignedNote note) {
    Path file = heldFile(originHash);
    try {
      DurableFile.makePrivateFolder(folder.resolve("checkpoints"));
      DurableFile.writePrivate(file, note.toString().getBytes(UTF_8));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Does something while nobody else answers from this folder. */
  <T> T alone(Supplier<T> task) {
    try {
      return FolderLock.alone(folder, task);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private KeyException unwritable(IOException e) {
    return new KeyException(
        "key.folder", folder, "cannot be written: " + e.getMessage(), "make room or allow it", e);
  }
}
