package org.fenceline.store.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What strace writes is understood whole, or refused. */
class StraceTest {
  private static final Path FOLDER = Path.of("/f");
  private static final Path TOLD = Path.of("/told");

  /** Lines with every 'text' in hexadecimal, as {@code -xx} writes it. */
  private static List<Step> steps(String... lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      StringBuilder hex = new StringBuilder();
      String[] parts = line.split("'", -1);
      for (int i = 0; i < parts.length; i++) {
        hex.append(
            i % 2 == 0
                ? parts[i]
                : HexFormat.of().withPrefix("\\x").formatHex(parts[i].getBytes(UTF_8)));
      }
      text.append(hex).append('\n');
    }
    return Strace.read(new BufferedReader(new StringReader(text.toString())), FOLDER, TOLD);
  }

  private static Step.Event.Write write(int file, long offset, String text) {
    return new Step.Event.Write(file, offset, ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  @Test
  void aFilesLifeIsReadInOrder() throws Exception {
    List<Step> steps =
        steps(
            "7 openat(AT_FDCWD<'/'>, \"'/f/a'\", O_RDWR|O_CREAT, 0666) = 3<'/f/a'>",
            "7 pwrite64(3<'/f/a'>, \"'abc'\", 3, 512) = 3",
            "7 write(3<'/f/a'>, \"'de'\", 2) = 2",
            "7 write(3<'/f/a'>, \"'fgh'\", 3) = 2",
            "7 fdatasync(3<'/f/a'>)              = 0",
            "7 rename(\"'/f/a'\", \"'/f/b'\") = 0",
            "7 fsync(4<'/f'>) = 0",
            "7 ftruncate(3<'/f/b'>, 5) = 0",
            "7 write(1</told>, \"'no'\", 2) = 2".replace("/told", "'/told'"),
            "7 unlink(\"'/f/b'\") = 0",
            "7 mkdir(\"'/f/c'\", 0777) = 0");
    assertThat(steps)
        .extracting(Step::event)
        .containsExactly(
            new Step.Event.Name(Path.of("/f/a"), 0),
            write(0, 512, "abc"),
            write(0, 0, "de"),
            write(0, 2, "fg"),
            new Step.Event.Sync(0),
            new Step.Event.Rename(Path.of("/f/a"), Path.of("/f/b"), 0),
            new Step.Event.SyncFolder(FOLDER),
            new Step.Event.Resize(0, 5),
            new Step.Event.Promise("no"),
            new Step.Event.Remove(Path.of("/f/b")),
            new Step.Event.Folder(Path.of("/f/c")));
  }

  @Test
  void aCallThatAnotherThreadInterruptsHasABeginningAndAnEnd() throws Exception {
    List<Step> steps =
        steps(
            "7 openat(AT_FDCWD<'/'>, \"'/f/a'\", O_RDWR|O_CREAT, 0666) = 3<'/f/a'>",
            "7 pwrite64(3<'/f/a'>, \"'abc'\", 3, 0 <unfinished ...>",
            "8 fsync(3<'/f/a'> <unfinished ...>",
            "7 <... pwrite64 resumed>)          = 3",
            "8 <... fsync resumed>)             = 0");
    assertThat(steps.get(1)).isEqualTo(new Step(1, 3, write(0, 0, "abc")));
    assertThat(steps.get(2)).isEqualTo(new Step(2, 4, new Step.Event.Sync(0)));
  }

  @Test
  void whatFailedOrLiesElsewhereIsPassedOver() throws Exception {
    assertThat(
            steps(
                "7 openat(AT_FDCWD<'/'>, \"'/f/a'\", O_RDONLY) = -1 ENOENT (No such file or directory)",
                "7 fsync(3<'/f/a'>) = -1 EIO (Input/output error) (INJECTED)",
                "7 write(5<'/elsewhere'>, \"'abc'\", 3) = 3",
                "7 openat(AT_FDCWD<'/'>, \"'/f/a-shm'\", O_RDWR|O_CREAT, 0666) = 3<'/f/a-shm'>",
                "7 pwrite64(3<'/f/a-shm'>, \"'abc'\", 3, 0) = 3",
                "7 +++ exited with 0 +++"))
        .isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    String made = "7 openat(AT_FDCWD<'/'>, \"'/f/a'\", O_RDWR|O_CREAT, 0666) = 3<'/f/a'>";
    for (String line :
        List.of(
            "7 fallocate(3<'/f/a'>, 0, 0, 100) = 0",
            "7 pwritev(3<'/f/a'>, [{iov_base=\"'a'\", iov_len=1}], 1, 0) = 1",
            "7 linkat(AT_FDCWD<'/'>, \"'/f/a'\", AT_FDCWD<'/'>, \"'/f/b'\", 0) = 0",
            "7 unlinkat(AT_FDCWD<'/'>, \"'/f/c'\", AT_REMOVEDIR) = 0",
            "7 mmap(NULL, 32768, PROT_READ|PROT_WRITE, MAP_SHARED, 3<'/f/a'>, 0) = 0x7f",
            "7 openat(AT_FDCWD<'/'>, \"'/f/a'\", O_WRONLY|O_APPEND) = 4<'/f/a'>",
            "7 pwrite64(3<'/f/a'>, \"'abc'\"..., 9, 0) = 9")) {
      assertThatThrownBy(() -> steps(made, line))
          .as(line)
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
