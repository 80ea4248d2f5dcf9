package org.fenceline.store.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SigningKey;

/**
 * A folder of private keys: those of a log in {@code log/}, beside them the checkpoint that they
 * signed last, and those of persons in {@code persons/}. It belongs on another disk than the
 * register, so that a copy of one is not a copy of both.
 */
public final class KeyFolder {
  private static final List<KeyType> LOG_TYPES =
      List.of(KeyType.ED25519, KeyType.ML_DSA_44_COSIGNATURE);
  private static final String NEXT = ".next";

  private final Path folder;
  private final Optional<char[]> passphrase;

  /** A folder, which need not be there yet; the passphrase opens and closes all its keys. */
  public KeyFolder(Path folder, Optional<char[]> passphrase) {
    this.folder = folder;
    this.passphrase = passphrase.map(char[]::clone);
  }

  /** Where it lies. */
  public Path path() {
    return folder;
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Path logKey(KeyType type) {
    return log().resolve(type == KeyType.ED25519 ? "ed25519.key" : "ml-dsa-44.key");
  }

  private Path lastSignedFile() {
    return log().resolve("last-signed");
  }

  /** Whether the log's keys are here, all of them: the last was made after the others. */
  public boolean hasLogKeys() {
    return Files.exists(logKey(LOG_TYPES.getLast()));
  }

  /** Makes the log's first keys, Ed25519 and ML-DSA-44 side by side. */
  public List<SigningKey> newLogKeys(Origin origin, SecureRandom random) {
    if (hasLogKeys()) {
      throw new KeyException(
          "key.exists", logKey(KeyType.ED25519), "the log has its keys", "rotate them instead");
    }
    return makeLogKeys(origin, "", random);
  }

  /**
   * The keys that are to replace today's: made and kept beside them until {@link #finishRotation},
   * so that a rotation which broke off goes on with the same keys.
   */
  public List<SigningKey> nextLogKeys(Origin origin, SecureRandom random) {
    return Files.exists(beside(logKey(LOG_TYPES.getLast())))
        ? LOG_TYPES.stream().map(type -> read(beside(logKey(type)))).toList()
        : makeLogKeys(origin, NEXT, random);
  }

  private List<SigningKey> makeLogKeys(Origin origin, String suffix, SecureRandom random) {
    List<SigningKey> keys = new ArrayList<>();
    for (KeyType type : LOG_TYPES) {
      Path file = logKey(type).resolveSibling(logKey(type).getFileName() + suffix);
      try {
        Files.deleteIfExists(file);
        SigningKey key = SigningKey.generate(origin.text(), type, random);
        KeyFile.create(file, key, passphrase, random);
        keys.add(key);
      } catch (MalformedInput e) {
        throw new IllegalStateException("an origin can be a key's name", e);
      } catch (IOException e) {
        throw KeyFile.unwritable(file, e);
      }
    }
    return keys;
  }

  /** Puts the next keys in the place of today's, once the log has announced them. */
  public void finishRotation() {
    for (KeyType type : LOG_TYPES) {
      Path file = logKey(type);
      try {
        Files.move(
            beside(file),
            file,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        DurableFile.syncFolder(log());
      } catch (IOException e) {
        throw KeyFile.unwritable(file, e);
      }
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + NEXT);
  }

  private SigningKey read(Path file) {
    return KeyFile.read(file, passphrase);
  }

  /** The log's keys. */
  public List<SigningKey> logKeys() {
    return LOG_TYPES.stream().map(type -> read(logKey(type))).toList();
  }

  /** What the log's keys signed last, as far as this folder knows. */
  public Optional<Checkpoint> lastSigned() {
    Path file = lastSignedFile();
    try {
      return Files.exists(file)
          ? Optional.of(Checkpoint.parse(Files.readString(file, UTF_8)))
          : Optional.empty();
    } catch (IOException | MalformedInput e) {
      throw new KeyException(
          "key.damaged",
          file,
          "does not say what was signed last: " + e.getMessage(),
          "say it again from what was published: fenceline log resume --from DIR",
          e);
    }
  }

  /** Notes, durably, what is about to be signed. */
  public void advance(Checkpoint checkpoint) {
    try {
      DurableFile.writePrivate(lastSignedFile(), checkpoint.text().getBytes(UTF_8));
    } catch (IOException e) {
      throw KeyFile.unwritable(lastSignedFile(), e);
    }
  }

  /** Does something while nobody else signs with these keys. */
  public <T> T alone(Supplier<T> task) {
    try {
      return FolderLock.alone(log(), task);
    } catch (IOException e) {
      throw new KeyException(
          "key.missing",
          log(),
          "the log's keys are not here",
          "make them: fenceline log key new; or name their folder with --keys DIR",
          e);
    }
  }

  /** Takes the log's keys away for good; for a register that is made afresh, such as a demo. */
  public void discardLogKeys() {
    try {
      for (KeyType type : LOG_TYPES) {
        Files.deleteIfExists(logKey(type));
        Files.deleteIfExists(beside(logKey(type)));
      }
      Files.deleteIfExists(lastSignedFile());
    } catch (IOException e) {
      throw KeyFile.unwritable(log(), e);
    }
  }

  /** Where a person's key lies. */
  public Path personFile(PersonId person) {
    return folder.resolve("persons").resolve(person.toString().replace('/', '_').concat(".key"));
  }

  /** A person's key, if it is here. */
  public Optional<SigningKey> person(PersonId person) {
    Path file = personFile(person);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Makes a person's key. */
  public SigningKey newPerson(PersonId person, SecureRandom random) {
    try {
      SigningKey key = SigningKey.generate(person.toString(), KeyType.ED25519, random);
      keepPerson(person, key, random);
      return key;
    } catch (MalformedInput e) {
      throw new IllegalStateException("a person can be a key's name", e);
    }
  }

  /** Keeps the key of a person, which is not here yet. */
  public void keepPerson(PersonId person, SigningKey key, SecureRandom random) {
    KeyFile.create(personFile(person), key, passphrase, random);
  }
}
