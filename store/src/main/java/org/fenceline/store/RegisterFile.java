package org.fenceline.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.fenceline.store.key.DurableFile;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * The SQLite file of a register: made, recognised and opened. What is not ours, newer than this
 * program or cut short is refused from its first 100 bytes, before SQLite may change anything.
 *
 * @param path where it lies
 * @param patience how long a connection waits for another writer
 */
record RegisterFile(Path path, Duration patience) {

  /** "FNCL": SQLite's application id of our files (bytes 68 to 71 of the file). */
  static final int APPLICATION_ID = 0x464E434C;

  /** The newest schema that this program knows (bytes 60 to 63 of the file). */
  static final int SCHEMA_VERSION = 3;

  /** What SQLite may keep beside a file, after the file itself. */
  private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

  private static final int HEADER_LENGTH = 100;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(US_ASCII);

  /** Makes the file with its empty tables; refuses one that is there. */
  void create() {
    refuseExisting();
    try (Connection connection = connect(SQLiteOpenMode.CREATE);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("begin");
      statement.executeUpdate("pragma application_id = " + APPLICATION_ID);
      for (int version = 1; version <= SCHEMA_VERSION; version++) {
        statement.executeUpdate(schema(version));
      }
      statement.executeUpdate("pragma user_version = " + SCHEMA_VERSION);
      statement.executeUpdate("commit");
    } catch (SQLException e) {
      discard();
      throw failure(e);
    }
  }

  /**
   * Where this file is made before it gets its name: a crash leaves a whole register or none, and
   * what is left here is overwritten by whoever tries again.
   */
  RegisterFile beside() {
    return new RegisterFile(sibling(".part"), patience);
  }

  /** Gives a file that is finished and closed its name, and syncs file and name. */
  void moveTo(RegisterFile target) {
    target.refuseExisting();
    try {
      try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(path, target.path, StandardCopyOption.ATOMIC_MOVE);
      DurableFile.syncFolder(target.folder());
    } catch (IOException e) {
      throw target.failure("store.folder", "cannot be written: " + e.getMessage(), "", e);
    }
  }

  /** Takes away a file that was not finished, with what SQLite keeps beside it. */
  void discard() {
    for (String suffix : SUFFIXES) {
      try {
        // A file system that is read-only refuses even to remove what is not there.
        if (Files.exists(sibling(suffix))) {
          Files.delete(sibling(suffix));
        }
      } catch (IOException e) {
        throw failure("store.unreadable", "cannot be removed: " + e.getMessage(), "", e);
      }
    }
  }

  /** Refuses a file that is there, what SQLite kept beside one, and a folder that is not there. */
  void refuseExisting() {
    if (!Files.isDirectory(folder())) {
      throw failure("store.folder", "the folder does not exist", "make it first");
    }
    if (Files.exists(path)) {
      throw failure("store.exists", "there is a file of this name already", "choose another name");
    }
    for (String suffix : SUFFIXES) {
      if (Files.exists(sibling(suffix))) {
        // SQLite would take it for this file's own and play it into it.
        throw failure(
            "store.exists",
            "the file is not there, but "
                + sibling(suffix).getFileName()
                + ", a part of one of this name, is",
            "choose another name, or move that away");
      }
    }
  }

  private Path folder() {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null ? path.toAbsolutePath() : folder;
  }

  private Path sibling(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /** A connection to a file that is ours and of a schema that this program knows. */
  Connection open() {
    recognise();
    try {
      return connect();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private Connection connect(SQLiteOpenMode... more) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    for (SQLiteOpenMode mode : more) {
      config.setOpenMode(mode);
    }
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    // Nobody asks for generated keys; the driver would run a query for them after every insert.
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout((int) patience.toMillis());
    return config.createConnection("jdbc:sqlite:" + path);
  }

  /** The header of a file that is ours, of a schema that this program knows, and not cut short. */
  private ByteBuffer recognise() {
    if (!Files.isRegularFile(path)) {
      throw failure(
          "store.missing", "there is no such register", "make one with: fenceline init NAME");
    }
    byte[] header = header();
    if (header.length < HEADER_LENGTH || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, 16)) {
      throw failure(
          "store.foreign", "this is not a register of Fenceline", "name a file made by init");
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    if (fields.getInt(68) != APPLICATION_ID) {
      throw failure(
          "store.foreign",
          "this is a database of another program (its application id is 0x%08x)"
              .formatted(fields.getInt(68)),
          "name a file made by init");
    }
    if (fields.getInt(60) > SCHEMA_VERSION) {
      throw failure(
          "store.newer",
          "its schema " + fields.getInt(60) + " is newer than this program's " + SCHEMA_VERSION,
          "open it with a newer Fenceline");
    }
    refuseTruncated(fields);
    return fields;
  }

  private void refuseTruncated(ByteBuffer fields) {
    int pageSize = Math.max(1, fields.getShort(16) == 1 ? 65_536 : fields.getShort(16));
    boolean countIsValid = fields.getInt(24) == fields.getInt(92);
    long expected = (long) pageSize * Integer.toUnsignedLong(fields.getInt(28));
    try {
      if (countIsValid && Files.size(path) < expected && !Files.exists(wal())) {
        throw failure(
            "store.truncated",
            "the file is cut short: " + Files.size(path) + " of " + expected + " bytes are there",
            "restore it from a backup");
      }
    } catch (IOException e) {
      throw failure("store.unreadable", "cannot be read: " + e.getMessage(), "", e);
    }
  }

  /**
   * Syncs what SQLite took over from the write-ahead log of a process that died, or of a commit
   * whose sync failed: it counts as committed although it may never have reached the disk.
   */
  void syncTakenOver() {
    try {
      if (Files.exists(wal()) && Files.size(wal()) > 0) {
        try (FileChannel log = FileChannel.open(wal(), StandardOpenOption.WRITE)) {
          log.force(true);
        }
      }
    } catch (IOException e) {
      throw failure("store.unreadable", "cannot be synced: " + e.getMessage(), "", e);
    }
  }

  /** SQLite's write-ahead log beside the file. */
  Path wal() {
    return sibling("-wal");
  }

  private byte[] header() {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEADER_LENGTH);
    } catch (IOException e) {
      throw failure("store.unreadable", "cannot be read: " + e.getMessage(), "", e);
    }
  }

  /**
   * Brings a file of an older schema up to today's, in one transaction; what was recorded keeps its
   * bytes.
   */
  void migrate() {
    int found = recognise().getInt(60);
    if (found == SCHEMA_VERSION) {
      return;
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      int present;
      try (ResultSet rows = statement.executeQuery("pragma user_version")) {
        present = rows.getInt(1);
      }
      for (int version = present + 1; version <= SCHEMA_VERSION; version++) {
        statement.executeUpdate(schema(version));
      }
      statement.executeUpdate("pragma user_version = " + SCHEMA_VERSION);
      statement.execute("commit");
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static String schema(int version) {
    String name = "schema-" + version + ".sql";
    try (InputStream in = RegisterFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  StoreException failure(String code, String message, String mend) {
    return new StoreException(code, path.toString(), message, mend);
  }

  private StoreException failure(String code, String message, String mend, Throwable cause) {
    return new StoreException(code, path.toString(), message, mend, cause);
  }

  /** What a database error means for the user. */
  StoreException failure(SQLException error) {
    SQLiteErrorCode code =
        error instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
          failure(
              "store.busy",
              "another program has been writing for " + patience.toSeconds() + " s",
              "try again",
              error);
      case SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE ->
          failure("store.full", "the disk is full; nothing was written", "make room", error);
      case SQLITE_READONLY, SQLITE_READONLY_DIRECTORY, SQLITE_READONLY_DBMOVED, SQLITE_CANTOPEN ->
          failure("store.read-only", "the file or its folder cannot be written", "allow it", error);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          failure("store.damaged", "the file is damaged", "restore it from a backup", error);
      default -> failure("store.database", "the database says: " + error.getMessage(), "", error);
    };
  }
}
