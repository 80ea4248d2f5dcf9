package org.fenceline.store.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Register;
import org.fenceline.store.StoreException;

/**
 * What happens on disks that are full or read-only, in a process that has them to itself. A
 * scenario returns when all is as it should be, and throws otherwise.
 */
final class SmallDisk {
  private static final Origin ORIGIN = new Origin("fenceline.example/disk");
  private static final Identity IDENTITY =
      new Identity(ORIGIN, new StateCode("POL"), false, Instant.parse("2026-01-01T00:00:00Z"));
  private static final PersonId CLERK = new PersonId(ORIGIN, new Name("clerk"));
  private static final int IMPORT = 5_000;
  private static final int BLOCK = 4_096;

  /** Bytes that are free when an import begins: none, for its beginning, for a part of it. */
  private static final List<Integer> ROOM = List.of(0, 2 * BLOCK, 100 * BLOCK, 500 * BLOCK);

  private final Path folder;
  private final Path file;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("pol.fenceline");
  }

  /** What may be asked of this process. */
  enum Scenario {
    /** Makes a register with one entry, for the others. */
    MAKE,
    IMPORT_ON_A_FULL_DISK,
    OPEN_ON_A_FULL_DISK,
    MAKE_AND_COPY_ON_A_FULL_DISK,
    READ_ONLY_FILE,
    READ_ONLY_DISK
  }

  public static void main(String[] arguments) throws Exception {
    SmallDisk disk = new SmallDisk(Path.of(arguments[1]));
    switch (Scenario.valueOf(arguments[0])) {
      case MAKE -> disk.make();
      case IMPORT_ON_A_FULL_DISK -> disk.importOnAFullDisk();
      case OPEN_ON_A_FULL_DISK -> disk.openOnAFullDisk();
      case MAKE_AND_COPY_ON_A_FULL_DISK -> disk.makeAndCopyOnAFullDisk();
      case READ_ONLY_FILE -> disk.readOnlyFile();
      case READ_ONLY_DISK -> disk.readOnlyDisk();
    }
  }

  private void make() {
    try (Register register = create(file)) {
      append(register, 0, 1);
    }
  }

  private void importOnAFullDisk() throws Exception {
    List<Outsider.Leaf> before = Outsider.examine(file);
    try (Register register = Outsider.open(file)) {
      for (int room : ROOM) {
        Path filler = fill(room);
        assertTold("store.full", () -> append(register, 1, IMPORT));
        Files.delete(filler);
        assertThat(Outsider.examine(file)).as("the log after a full disk").isEqualTo(before);
      }
      // The same register, which met the full disk, goes on.
      append(register, 1, IMPORT);
      assertThat(Outsider.examine(file))
          .hasSize(1 + IMPORT)
          .startsWith(before.toArray(Outsider.Leaf[]::new));
    }
  }

  private void openOnAFullDisk() throws Exception {
    List<Outsider.Leaf> before = Outsider.examine(file);
    Path filler = fill(0);
    assertTold("store.full", () -> Outsider.open(file).close());
    Files.delete(filler);
    assertThat(Outsider.examine(file)).isEqualTo(before);
  }

  private void makeAndCopyOnAFullDisk() throws Exception {
    Path other = folder.resolve("other.fenceline");
    try (Register register = Outsider.open(file)) {
      append(register, 1, 1);
      for (int room : ROOM.subList(0, 2)) {
        Path filler = fill(room);
        List<Path> before = files();
        assertTold("store.full", () -> create(other).close());
        assertTold("store.full", () -> register.backup(other));
        assertThat(files()).as("files after a full disk").isEqualTo(before);
        Files.delete(filler);
      }
      register.backup(other);
      assertThat(Outsider.examine(other)).isEqualTo(Outsider.examine(file));
    }
  }

  private void readOnlyFile() throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertTold(
        "store.read-only",
        () -> {
          try (Register register = Outsider.open(file)) {
            append(register, 1, 1);
          }
        });
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private void readOnlyDisk() throws Exception {
    readOnlyFile();
    List<Path> before = files();
    assertTold("store.read-only", () -> create(folder.resolve("other.fenceline")).close());
    assertThat(files()).isEqualTo(before);
  }

  private static void assertTold(String code, ThrowingCallable work) {
    StoreException told = catchThrowableOfType(StoreException.class, work);
    assertThat(told).as("nothing was told, expected %s", code).isNotNull();
    if (!told.problem().code().equals(code)) {
      throw new AssertionError("told " + told.problem() + ", expected " + code, told);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Takes all room of a disk but so many bytes. */
  private Path fill(int room) throws IOException {
    Path filler = folder.resolve("filler");
    try (FileChannel channel =
        FileChannel.open(filler, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = 0;
      try {
        while (true) {
          size += channel.write(ByteBuffer.allocate(BLOCK));
        }
      } catch (IOException e) {
        // It is full, as it should be.
        channel.truncate(size - room);
      }
    }
    return filler;
  }

  private static Register create(Path file) {
    return Register.create(file, IDENTITY, InstantSource.system(), new SecureRandom());
  }

  private static void append(Register register, long request, int count) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Movement.Line line =
          new Movement.Line(
              new Name("L" + i % 7),
              new Quantity(1 + i),
              Account.of(Account.Type.FACTORY),
              Account.of(Account.Type.DEPOT, new Name("A")));
      facts.add(
          new Fact(
              new EntryId(new UUID(request, i)),
              false,
              When.day(LocalDate.of(2026, 3, 5)),
              Optional.empty(),
              Disclosure.RESTRICTED,
              List.of(),
              Optional.empty(),
              new Movement(List.of(line), Optional.empty(), Optional.empty())));
    }
    assertThat(register.append(facts, CLERK)).isInstanceOf(Outcome.Written.class);
  }
}
