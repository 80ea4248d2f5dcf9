package org.fenceline.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.store.key.KeyFolder;

/**
 * A register: its log and the views of it, in one SQLite file.
 *
 * <p>Appending is idempotent and durable: when it returns, leaf, tree and views are on disk
 * together, or nothing is. Several processes may append to one file; each waits its turn for at
 * most the stated patience. Safe for use by several threads.
 */
public final class Register implements AutoCloseable {

  /** How long a writer waits for another process, unless told otherwise. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RegisterFile file;
  private final Identity identity;
  private final InstantSource clock;
  private final SecureRandom random;
  private volatile @org.jspecify.annotations.Nullable GroupCommit writing;

  private Register(RegisterFile file, Identity identity, InstantSource clock, SecureRandom random) {
    this.file = file;
    this.identity = identity;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes a new register. It appears under its name whole and synced, or not at all.
   *
   * @throws StoreException when the file is there already or cannot be made
   */
  public static Register create(
      Path path, Identity identity, InstantSource clock, SecureRandom random) {
    make(path, identity, _ -> new Outcome.Written(List.of(), List.of()));
    return open(path, clock, random, PATIENCE);
  }

  /**
   * Makes a new register that begins with entries of another, which keep their stamps and salts;
   * when they are refused, nothing is made.
   *
   * @param first recorded before them, such as what this register succeeds; may be empty
   * @param by who records that
   * @throws StoreException when the file is there already or cannot be made
   */
  public static Outcome createFrom(
      Path path,
      Identity identity,
      List<Fact> first,
      PersonId by,
      List<Salted> entries,
      InstantSource clock,
      SecureRandom random) {
    return make(
        path,
        identity,
        beside -> {
          try (Register register = open(beside.path(), clock, random, PATIENCE)) {
            Outcome outcome = register.append(first, by);
            return outcome instanceof Outcome.Written
                ? register.adopt(entries, Progress.SILENT)
                : outcome;
          }
        });
  }

  /** Fills a register that has no name yet, and says whether it is to get one. */
  @FunctionalInterface
  public interface Filling {
    boolean isWhole(Register beside);
  }

  /**
   * Makes a new register that appears under its name only when it was filled and found whole;
   * otherwise, or when the filling fails, nothing is left of it.
   *
   * @return whether it was made
   */
  public static boolean createFilled(
      Path path, Identity identity, InstantSource clock, SecureRandom random, Filling filling) {
    Outcome outcome =
        make(
            path,
            identity,
            beside -> {
              try (Register register = open(beside.path(), clock, random, PATIENCE)) {
                return filling.isWhole(register)
                    ? new Outcome.Written(List.of(), List.of())
                    : new Outcome.Refused(List.of());
              }
            });
    return outcome instanceof Outcome.Written;
  }

  /** Refuses a name at which no new register can be made. */
  public static void refuseExisting(Path path) {
    new RegisterFile(path, PATIENCE).refuseExisting();
  }

  /** Makes a register beside, gives it what it begins with, and then its name. */
  private static Outcome make(
      Path path, Identity identity, Function<RegisterFile, Outcome> beginning) {
    RegisterFile file = new RegisterFile(path, PATIENCE);
    file.refuseExisting();
    RegisterFile beside = file.beside();
    beside.discard();
    try {
      beside.create();
      identify(beside, identity);
      Outcome outcome = beginning.apply(beside);
      if (outcome instanceof Outcome.Written) {
        beside.moveTo(file);
      }
      return outcome;
    } finally {
      beside.discard();
    }
  }

  private static void identify(RegisterFile file, Identity identity) {
    try (Connection connection = file.open();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into register (only_row, origin, state, exercise, created_at)
                values (1, ?, ?, ?, ?)
                """)) {
      insert.setString(1, identity.origin().text());
      insert.setString(2, identity.state().text());
      insert.setBoolean(3, identity.exercise());
      insert.setLong(4, Columns.millis(identity.createdAt()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  /** Takes away a register that may be replaced, with what SQLite keeps beside it. */
  public static void discard(Path path) {
    new RegisterFile(path, PATIENCE).discard();
  }

  /**
   * Opens a register.
   *
   * @param patience how long to wait for another process that writes
   * @throws StoreException when the file is not a register that this program can read
   */
  public static Register open(
      Path path, InstantSource clock, SecureRandom random, Duration patience) {
    RegisterFile file = new RegisterFile(path, patience);
    file.migrate();
    try (Connection connection = file.open();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select origin, state, exercise, created_at from register")) {
      if (!rows.next()) {
        throw file.failure(
            "store.unfinished", "the register was never finished being made", "make it again");
      }
      Identity identity =
          new Identity(
              new Origin(rows.getString(1)),
              new StateCode(rows.getString(2)),
              rows.getBoolean(3),
              Instant.ofEpochMilli(rows.getLong(4)));
      return new Register(file, identity, clock, random);
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  /** Which register this is. */
  public Identity identity() {
    return identity;
  }

  /** Where its file lies. */
  public Path path() {
    return file.path();
  }

  /** Records facts, all of them or none. */
  public Outcome append(List<Fact> facts, PersonId by) {
    return append(facts, by, Progress.SILENT);
  }

  /** Records facts, all of them or none, and tells how far it has come. */
  public Outcome append(List<Fact> facts, PersonId by, Progress progress) {
    return append(facts, by, List.of(), progress);
  }

  /**
   * Records facts together with the ciphertexts of the attachments that they carry, all of them or
   * none.
   *
   * @throws IllegalArgumentException when a ciphertext is one that no fact carries
   */
  public Outcome append(
      List<Fact> facts, PersonId by, List<Ciphertext> ciphertexts, Progress progress) {
    Set<Sha256> named =
        facts.stream()
            .flatMap(fact -> AttachmentUseView.addresses(fact.body()).stream())
            .collect(Collectors.toSet());
    for (Ciphertext ciphertext : ciphertexts) {
      if (!named.contains(ciphertext.address())) {
        throw new IllegalArgumentException("no fact carries " + ciphertext.address());
      }
    }
    return submit(
        new Request.Recording(
            List.copyOf(facts), by, List.copyOf(ciphertexts), progress, new CompletableFuture<>()));
  }

  /**
   * Takes up ciphertexts of attachments that entries here carry already, as a sync or a recovery
   * brings them. What was erased is left out without a word: it is never brought back.
   *
   * @return refused as a whole when no entry here carries one of them
   */
  public Outcome keep(List<Ciphertext> ciphertexts) {
    return submit(
        new Request.Keeping(List.copyOf(ciphertexts), Progress.SILENT, new CompletableFuture<>()));
  }

  /** Takes up entries that were recorded elsewhere, with their stamps and salts, all or none. */
  public Outcome adopt(List<Salted> entries, Progress progress) {
    return submit(new Request.Adoption(List.copyOf(entries), progress, new CompletableFuture<>()));
  }

  /**
   * Takes over entries of another register, all or none. What is here stays; what clashes stays
   * beside it; what corrects or endorses something that has not arrived waits for it.
   */
  public Outcome exchange(List<Synced> entries, Progress progress) {
    return submit(new Request.Exchange(List.copyOf(entries), progress, new CompletableFuture<>()));
  }

  /** Writes leaves of a log whose register is gone, after those that are here, all or none. */
  public Outcome restore(List<Restored> leaves, Progress progress) {
    return submit(
        new Request.Restoration(List.copyOf(leaves), progress, new CompletableFuture<>()));
  }

  /** Keeps a checkpoint that this log signed and somebody else kept; the audit looks at it. */
  public void keepCheckpoint(SignedNote note) {
    try (Connection connection = file.open()) {
      new CheckpointTable(connection).put(note, clock.instant());
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  /**
   * Takes up those of the attachments missing here that another register has. What is erased here
   * is not missing, so that it never comes back.
   *
   * @return how many came
   */
  public int keepFrom(Reading other) {
    Set<Sha256> missing;
    try (Reading here = read()) {
      missing = here.missingAttachments();
    }
    int came = 0;
    for (Sha256 address : missing) {
      Optional<Ciphertext> ciphertext = other.ciphertext(address);
      if (ciphertext.isPresent() && keep(List.of(ciphertext.get())) instanceof Outcome.Written) {
        came++;
      }
    }
    return came;
  }

  private Outcome submit(Request request) {
    writer().submit(request);
    try {
      return request.answer().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw failure;
      }
      throw new IllegalStateException("the writer failed", e.getCause());
    }
  }

  private synchronized GroupCommit writer() {
    GroupCommit present = writing;
    if (present == null) {
      present = new GroupCommit(() -> new Writer(file, identity, clock, random));
      writing = present;
    }
    return present;
  }

  /** Opens a consistent view of what is on disk now; close it after use. */
  public Reading read() {
    return new Reading(file, identity);
  }

  /**
   * Writes a consistent copy of the register to a new file and checks it.
   *
   * @throws StoreException when the file is there, cannot be written, or the copy is not whole
   */
  public void backup(Path target) {
    Backup.write(file, target);
  }

  /**
   * Signs the log as it is now, after computing its root by a second path.
   *
   * @throws StoreException when the two paths differ, or the log does not extend what its keys
   *     signed last; nothing is signed then
   * @throws org.fenceline.store.key.KeyException when the keys cannot be used
   */
  public SignedNote checkpoint(KeyFolder keys, Progress progress) {
    return new LogSigner(file, identity, clock).sign(keys, progress);
  }

  /**
   * Adds what witnesses wrote below a checkpoint of this log to the one that is kept.
   *
   * @param witnesses keys of witnesses; signatures by others are left out
   * @return the checkpoint with all signatures that are kept
   * @throws MalformedInput when a witness's signature does not hold
   * @throws StoreException when the log keeps no checkpoint of these words
   */
  public SignedNote cosigned(SignedNote note, List<VerifierKey> witnesses) throws MalformedInput {
    return new LogSigner(file, identity, clock).cosigned(note, witnesses);
  }

  /** Holds everything in the register against everything else. */
  public Audit audit(Progress progress) {
    return Audit.of(file, identity, progress);
  }

  /** Replays the log into fresh views and compares them with the live ones. */
  public Rebuild rebuild(Progress progress) {
    return Rebuild.compare(file, progress);
  }

  @Override
  public synchronized void close() {
    GroupCommit present = writing;
    if (present != null) {
      present.close();
      writing = null;
    }
  }
}
