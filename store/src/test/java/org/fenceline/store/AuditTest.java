package org.fenceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fenceline.core.author.AuthorSignature;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.store.key.KeyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An audit passes a register that is whole, and finds one flipped bit in whatever means something.
 */
class AuditTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  /** Flips tried in every column of every table. */
  private static final int FLIPS_A_COLUMN = 4;

  private static final long SEED = 20261125;

  /** Columns whose flipped bits change nothing that anybody relies on, and why. */
  private static final List<String> MEANINGLESS =
      List.of(
          // When it was made is told, never reckoned with.
          "register.created_at",
          // Only keeps the table to one row.
          "register.only_row",
          // The signatures themselves carry their times.
          "checkpoint.signed_at",
          // Whose law is asked about: not part of any entry, and shown on no proof.
          "register.state",
          // Arrival is this register's own note; nothing outside it is held against it.
          "log.arrived_at");

  @TempDir Path folder = Path.of("");

  private final Fixture.Hands clock = new Fixture.Hands();

  @BeforeEach
  void makeARegisterWithSomethingOfEverything() throws Exception {
    SecureRandom random = new SecureRandom();
    KeyFolder keys = new KeyFolder(folder.resolve("keys"), Optional.empty());
    List<SignerKey> made =
        keys.newLogKeys(Fixture.ORIGIN, random).stream()
            .map(key -> new SignerKey(key.verifier().toString()))
            .toList();
    SigningKey clerk =
        SigningKey.generate(Fixture.person("clerk").toString(), KeyType.ED25519, random);
    try (Register register = Fixture.create(folder, clock)) {
      Fixture.only(
          register.append(
              List.of(Fixture.fact(1, DAY, new LogKeys(made, List.of(), Optional.empty()))),
              Fixture.person("clerk")));
      for (int i = 2; i < 9; i++) {
        Fact fact =
            Fixture.fact(
                i,
                DAY.plusDays(i),
                Fixture.movement("L", i, Account.of(Account.Type.FACTORY), Fixture.depot("WEST")));
        Signed signed =
            AuthorSignature.sign(
                    Fixture.person("clerk"),
                    clerk,
                    List.of(new EntryText(Kinds.ALL).contentHash(fact)))
                .getFirst();
        Fact signature =
            Fixture.fact(
                EntryId.ofSignature(signed.person(), signed.key(), signed.signature()),
                new When.Unknown(),
                signed,
                Optional.empty());
        var receipt =
            Fixture.only(register.append(List.of(fact, signature), Fixture.person("clerk")));
        if (i == 5) {
          Fixture.only(
              register.append(
                  List.of(Fixture.fact(100, DAY, new Endorsement(receipt.ref(), Optional.empty()))),
                  Fixture.person("officer")));
        }
      }
      SignedNote note = register.checkpoint(keys, Progress.SILENT);
      SigningKey witness =
          SigningKey.generate("witness.example", KeyType.ED25519_COSIGNATURE, random);
      register.cosigned(
          note.with(List.of(witness.sign(note.text(), clock.instant()))),
          List.of(witness.verifier()));
    }
    try (Connection connection = open();
        PreparedStatement insert =
            connection.prepareStatement("insert into attachment values (?, ?)")) {
      byte[] ciphertext = Base64.getDecoder().decode("c2VhbGVkIGJ5dGVzIG9mIG5vIG1lYW5pbmc=");
      insert.setBytes(1, org.fenceline.core.entry.value.Sha256.of(ciphertext).bytes());
      insert.setBytes(2, ciphertext);
      insert.executeUpdate();
    }
  }

  private Connection open() {
    return new RegisterFile(folder.resolve("test.fenceline"), Duration.ofSeconds(1)).open();
  }

  private List<Audit.Fault> faults() {
    try (Register register =
        Register.open(
            folder.resolve("test.fenceline"), clock, new SecureRandom(), Duration.ofSeconds(1))) {
      return register.audit(Progress.SILENT).faults();
    }
  }

  @Test
  void aWholeRegisterHasNoFaults() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void oneFlippedBitIsFoundInWhateverMeansSomething() throws Exception {
    int found = 0;
    List<String> missed = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] whole = wholeFile();
    for (String table : tables()) {
      for (String column : columns(table)) {
        for (int i = 0; i < FLIPS_A_COLUMN; i++) {
          Optional<String> flip = flip(table, column, random);
          if (flip.isPresent() && isFound()) {
            found++;
          } else if (flip.isPresent() && !MEANINGLESS.contains(table + "." + column)) {
            missed.add(flip.get());
          }
          putBack(whole);
        }
      }
    }
    System.out.println("audit: " + found + " flipped bits found, seed " + SEED);
    assertThat(missed).isEmpty();
    assertThat(found).isGreaterThan(80);
    assertThat(faults()).as("after every flip was undone").isEmpty();
  }

  /** A register that does not even open is found out, too. */
  private boolean isFound() {
    try {
      return !faults().isEmpty();
    } catch (StoreException | IllegalArgumentException | DateTimeException e) {
      return true;
    }
  }

  private byte[] wholeFile() throws Exception {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma wal_checkpoint(truncate)");
    }
    return Files.readAllBytes(folder.resolve("test.fenceline"));
  }

  private void putBack(byte[] whole) throws Exception {
    for (String suffix : List.of("-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve("test.fenceline" + suffix));
    }
    Files.write(folder.resolve("test.fenceline"), whole);
  }

  /** Flips a bit of a random row's cell; empty where there is none or the schema refuses it. */
  private Optional<String> flip(String table, String column, SplittableRandom random)
      throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      int rows;
      try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
        rows = count.getInt(1);
      }
      if (rows == 0) {
        return Optional.empty();
      }
      int row = random.nextInt(rows);
      Object before;
      try (ResultSet cell =
          statement.executeQuery(
              "select %s from %s order by %s limit 1 offset %d"
                  .formatted(column, table, key(table), row))) {
        cell.next();
        before = cell.getObject(1);
      }
      Object after = flipped(before, random);
      return after == null || !set(connection, table, column, row, after)
          ? Optional.empty()
          : Optional.of(table + "." + column + " row " + row + ": " + before + " to " + after);
    }
  }

  /** What names a row, the flipped column apart. */
  private static String key(String table) {
    return switch (table) {
      case "standing" -> "leaf_index, basis, clocks, known_from";
      case "posting" -> "leaf_index, line";
      case "day_block" -> "account, lot, level, number";
      case "signature" -> "content_hash, leaf_index";
      case "attachment" -> "address";
      default -> "rowid";
    };
  }

  private static @org.jspecify.annotations.Nullable Object flipped(
      @org.jspecify.annotations.Nullable Object cell, SplittableRandom random) {
    return switch (cell) {
      case byte[] bytes -> {
        byte[] other = bytes.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        yield other;
      }
      case String text -> {
        char[] other = text.toCharArray();
        other[random.nextInt(other.length)] ^= (char) (1 << random.nextInt(5));
        yield new String(other);
      }
      case Integer number -> number ^ (1 << random.nextInt(3));
      case Long number -> number ^ (1L << random.nextInt(3));
      case null, default -> null;
    };
  }

  private static boolean set(
      Connection connection, String table, String column, int row, Object value)
      throws SQLException {
    String keys = key(table);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma foreign_keys = off");
      statement.execute("pragma ignore_check_constraints = on");
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update %1$s set %2$s = ? where (%3$s) = (select %3$s from %1$s order by %3$s limit 1"
                    .formatted(table, column, keys)
                + " offset ?)")) {
      update.setObject(1, value);
      update.setInt(2, row);
      return update.executeUpdate() == 1;
    } catch (SQLException e) {
      return false; // the schema itself refuses such a value
    }
  }

  private List<String> tables() throws SQLException {
    return names("select name from sqlite_schema where type = 'table' order by name");
  }

  private List<String> columns(String table) throws SQLException {
    return names("select name from pragma_table_info('" + table + "')");
  }

  private List<String> names(String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
