package org.fenceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fenceline.store.Fixture.depot;
import static org.fenceline.store.Fixture.fact;
import static org.fenceline.store.Fixture.movement;
import static org.fenceline.store.Fixture.person;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.value.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not ours, other processes, and copies. */
class RegisterFileTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int PROCESSES = 2;
  private static final int EACH = 40;

  @TempDir Path folder = Path.of("");

  private static Register open(Path file) {
    return Register.open(file, InstantSource.system(), new SecureRandom(), SHORT);
  }

  private Path made() {
    try (Register register = Fixture.create(folder, InstantSource.system())) {
      register.append(
          List.of(
              fact(
                  1,
                  LocalDate.of(2026, 3, 5),
                  movement("L", 5, Account.of(Account.Type.FACTORY), depot("A")))),
          person("a"));
      return register.path();
    }
  }

  private static void append(Register register, long number) {
    Fixture.only(
        register.append(
            List.of(
                fact(
                    number,
                    LocalDate.of(2026, 3, 6),
                    movement("L", 5, Account.of(Account.Type.FACTORY), depot("A")))),
            person("a")));
  }

  private static void assertRefused(Path file, String code) {
    assertThatThrownBy(() -> open(file).close())
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void aFileThatIsNotOursIsRefusedAndNotTouched() throws Exception {
    Path text = Files.writeString(folder.resolve("text.fenceline"), "not a database");
    assertRefused(text, "store.foreign");
    assertThat(text).hasContent("not a database");

    Path other = folder.resolve("other.fenceline");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (x)");
    }
    byte[] before = Files.readAllBytes(other);
    assertRefused(other, "store.foreign");
    assertThat(Files.readAllBytes(other)).isEqualTo(before);
    assertRefused(folder.resolve("nowhere.fenceline"), "store.missing");
  }

  @Test
  void aNewerSchemaIsRefused() throws Exception {
    Path file = made();
    patch(file, 60, RegisterFile.SCHEMA_VERSION + 1);
    assertRefused(file, "store.newer");
  }

  @Test
  void aFileOfTheFirstSchemaIsBroughtUpToDateWithAllItHolds() throws Exception {
    Path file = made();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "signature",
              "home_proof",
              "checkpoint",
              "attachment",
              "attachment_use",
              "witness_key")) {
        statement.execute("drop table " + table);
      }
      statement.execute("pragma user_version = 1");
      statement.execute("pragma wal_checkpoint(truncate)");
    }
    try (Register register =
            Register.open(file, InstantSource.system(), new java.security.SecureRandom(), SHORT);
        Reading reading = register.read()) {
      assertThat(reading.size()).isEqualTo(1);
      assertThat(register.audit(Progress.SILENT).faults()).isEmpty();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("pragma user_version").getInt(1))
          .isEqualTo(RegisterFile.SCHEMA_VERSION);
    }
  }

  @Test
  void aTruncatedFileIsRefused() throws Exception {
    Path file = made();
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.setLength(raw.length() - 4096);
    }
    assertRefused(file, "store.truncated");
    Files.write(file, new byte[50]);
    assertRefused(file, "store.foreign");
  }

  private static void patch(Path file, long offset, int value) throws IOException {
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(offset);
      raw.writeInt(value);
    }
  }

  @Test
  void anExistingFileIsNeverOverwritten() {
    made();
    assertThatThrownBy(() -> Fixture.create(folder, InstantSource.system()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("already");
  }

  @Test
  void whatACrashLeftOfAnUnfinishedRegisterDoesNotHinderTheNext() throws Exception {
    Files.writeString(folder.resolve("test.fenceline.part"), "by half");
    Files.writeString(folder.resolve("test.fenceline.part-wal"), "by half");
    Path file = made();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void theWriteAheadLogOfALostFileIsNotPlayedIntoANewOne() throws Exception {
    Path file = made();
    Path lost = folder.resolve("lost.fenceline-wal");
    try (Register register = open(file)) {
      append(register, 2);
      Files.copy(folder.resolve("test.fenceline-wal"), lost);
      Path again = folder.resolve("lost.fenceline");
      assertThatThrownBy(() -> register.backup(again))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.problem().code()).isEqualTo("store.exists"))
          .hasMessageContaining("lost.fenceline-wal");
      assertThatThrownBy(() ->
              Register.create(again, Fixture.REAL, InstantSource.system(), new SecureRandom()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("lost.fenceline-wal");
      assertThat(again).doesNotExist();
    }
  }

  @Test
  void aRegisterThatMetAFailureWritesOnOnceItIsOver() throws Exception {
    Path file = made();
    List<Fact> facts =
        List.of(
            fact(
                2,
                LocalDate.of(2026, 3, 6),
                movement("L", 5, Account.of(Account.Type.FACTORY), depot("A"))));
    try (Register register = open(file);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      // An error after which the driver gives up the statement, as it does when the disk is full.
      statement.execute(
          "create trigger no before insert on log begin"
              + " select abs(-9223372036854775807 - 1); end");
      assertThatThrownBy(() -> register.append(facts, person("a")))
          .isInstanceOfSatisfying(
              StoreException.class,
              e -> assertThat(e.problem().code()).isEqualTo("store.database"));
      statement.execute("drop trigger no");
      assertThat(Fixture.only(register.append(facts, person("a"))).leafIndex()).isEqualTo(1);
      assertThat(register.rebuild(Progress.SILENT).differences()).isEmpty();
    }
  }

  @Test
  void aWriterThatWaitsTooLongIsToldThatTheRegisterIsBusy() throws Exception {
    Path file = made();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement();
        Register register = open(file)) {
      statement.execute("begin immediate");
      assertThatThrownBy(() ->
              register.append(
                  List.of(
                      fact(
                          2,
                          LocalDate.of(2026, 3, 6),
                          movement("L", 5, Account.of(Account.Type.FACTORY), depot("A")))),
                  person("a")))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.problem().code()).isEqualTo("store.busy"));
      statement.execute("rollback");
    }
  }

  /** Appends to a register as a process of its own. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      long first = Long.parseLong(arguments[1]);
      try (Register register =
          Register.open(file, InstantSource.system(), new SecureRandom(), Duration.ofSeconds(60))) {
        for (long i = 0; i < EACH; i++) {
          Outcome outcome =
              register.append(
                  List.of(
                      fact(
                          first + i,
                          LocalDate.of(2026, 3, 6),
                          movement("L", 1, Account.of(Account.Type.FACTORY), depot("A")))),
                  person("a"));
          Fixture.only(outcome);
        }
      }
    }
  }

  @Test
  void twoProcessesWriteOneSequence() throws Exception {
    Path file = made();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.fenceline.store.RegisterFileTest$Appender",
                  file.toString(),
                  Long.toString(1_000L * (i + 1)))
              .inheritIO()
              .start());
    }
    for (Process process : processes) {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    try (Register register = open(file);
        Reading reading = register.read()) {
      assertThat(reading.size()).isEqualTo(1 + PROCESSES * EACH);
      assertThat(register.rebuild(Progress.SILENT).differences()).isEmpty();
    }
  }

  /** Opens a register and closes it, as a process of its own. */
  static final class Visitor {
    private Visitor() {}

    public static void main(String[] arguments) {
      try (Register register = open(Path.of(arguments[0]));
          Reading reading = register.read()) {
        System.exit(reading.size() == 1 ? 0 : 1);
      }
    }
  }

  /**
   * A process that looks at the file's first bytes drops its own POSIX locks on it; whoever closes
   * the file then could think to be the last and remove the log that is being written to. SQLite
   * guards against it since 3.51.
   */
  @Test
  void aVisitorDoesNotTakeTheWriteAheadLogFromUnderTheWriter() throws Exception {
    Path file = made();
    try (Register register = open(file)) {
      register.append(List.of(), person("a"));
      register.read().close();
      Process visitor =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Visitor.class.getName(),
                  file.toString())
              .inheritIO()
              .start();
      assertThat(visitor.waitFor()).isZero();
      append(register, 2);
      Path copy = Files.createDirectory(folder.resolve("copy"));
      for (String name : List.of("test.fenceline", "test.fenceline-wal")) {
        Files.copy(folder.resolve(name), copy.resolve(name));
      }
      try (Register copied = open(copy.resolve("test.fenceline"));
          Reading reading = copied.read()) {
        assertThat(reading.size()).as("entries that another process finds").isEqualTo(2);
      }
    }
  }

  @Test
  void aBackupIsWholeAndCheckedWhileTheWriteAheadLogHoldsPart() {
    try (Register register = Fixture.create(folder, InstantSource.system())) {
      for (int i = 1; i <= 10; i++) {
        register.append(
            List.of(
                fact(
                    i,
                    LocalDate.of(2026, 3, 5),
                    movement("L", i, Account.of(Account.Type.FACTORY), depot("A")))),
            person("a"));
      }
      Path copy = folder.resolve("copy.fenceline");
      register.backup(copy);
      assertThat(folder.resolve("copy.fenceline-wal")).doesNotExist();
      try (Register restored = open(copy);
          Reading theirs = restored.read();
          Reading ours = register.read()) {
        assertThat(theirs.size()).isEqualTo(10);
        assertThat(theirs.root(10)).isEqualTo(ours.root(10));
        assertThat(restored.rebuild(Progress.SILENT).differences()).isEmpty();
      }
      assertThatThrownBy(() -> register.backup(copy)).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void rebuildNamesTheRowsOfAViewThatWasChanged() throws Exception {
    Path file = made();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update posting set mines = 4");
    }
    try (Register register = open(file)) {
      assertThat(register.rebuild(Progress.SILENT).differences())
          .extracting(Rebuild.Difference::table)
          .containsExactly("posting", "posting");
    }
  }

  @Test
  void aRegisterThatIsNotFilledToTheEndIsNotThere() {
    Path file = folder.resolve("filled.fenceline");
    SecureRandom random = new SecureRandom();
    assertThat(
            Register.createFilled(
                file,
                Fixture.REAL,
                InstantSource.system(),
                random,
                beside -> {
                  assertThat(file).doesNotExist();
                  assertThat(beside.path()).exists();
                  return false;
                }))
        .isFalse();
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() ->
            Register.createFilled(
                file,
                Fixture.REAL,
                InstantSource.system(),
                random,
                _ -> {
                  throw new IllegalStateException("the disk caught fire");
                }))
        .hasMessageContaining("fire");
    assertThat(folder).isEmptyDirectory();
    assertThat(Register.createFilled(file, Fixture.REAL, InstantSource.system(), random, _ -> true))
        .isTrue();
    assertThat(folder).isDirectoryContaining("glob:**.fenceline");
  }
}
