package org.fenceline.store.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut may leave, and what it may not, on files of a few sectors. */
class PowerCutTest {
  private static final int CUTS = 300;
  private static final int SECTOR = 512;
  private static final Path FOLDER = Path.of("/f");
  private static final Path A = Path.of("/f/a");
  private static final Path B = Path.of("/f/b");

  @TempDir(factory = MemoryFolder.class)
  Path place = Path.of("");

  private final List<Step> steps = new ArrayList<>();

  private void step(Step.Event event) {
    steps.add(new Step(steps.size(), steps.size(), event));
  }

  private void write(long sector, String letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      text.repeat(letters.charAt(i), SECTOR);
    }
    step(
        new Step.Event.Write(0, sector * SECTOR, ByteBuffer.wrap(text.toString().getBytes(UTF_8))));
  }

  /** Everything that cuts at one moment leave of a file, one letter a sector. */
  private SortedSet<String> left(Path file, int moment) throws Exception {
    SortedSet<String> left = new TreeSet<>();
    for (int seed = 0; seed < CUTS; seed++) {
      Path folder =
          Files.createDirectory(place.resolve(file.getFileName() + "-" + moment + "-" + seed));
      new PowerCut(steps, moment, PowerCut.Disk.HONEST, new SplittableRandom(seed))
          .leave(FOLDER, folder);
      Path found = folder.resolve(FOLDER.relativize(file).toString());
      left.add(Files.exists(found) ? letters(Files.readAllBytes(found)) : "none");
    }
    return left;
  }

  private static String letters(byte[] bytes) {
    assertThat(bytes.length % SECTOR).isZero();
    StringBuilder letters = new StringBuilder();
    for (int sector = 0; sector < bytes.length; sector += SECTOR) {
      for (int i = 1; i < SECTOR; i++) {
        assertThat(bytes[sector + i]).isEqualTo(bytes[sector]);
      }
      letters.append(bytes[sector] == 0 ? '.' : (char) bytes[sector]);
    }
    return letters.toString();
  }

  @Test
  void whatIsSyncedIsThereAndTheRestInEveryMixture() throws Exception {
    step(new Step.Event.Name(A, 0));
    step(new Step.Event.SyncFolder(FOLDER));
    write(0, "ab");
    step(new Step.Event.Sync(0));
    write(1, "cd");
    assertThat(left(A, steps.size())).containsExactly("ab", "ab.", "abd", "ac", "ac.", "acd");
    assertThat(left(A, 4)).containsExactly("ab");
  }

  @Test
  void ofWritesToOneSectorAnyMayBeTheOneThatLasts() throws Exception {
    step(new Step.Event.Name(A, 0));
    step(new Step.Event.SyncFolder(FOLDER));
    write(0, "a");
    write(0, "b");
    assertThat(left(A, steps.size())).containsExactly("", ".", "a", "b");
  }

  @Test
  void aNameIsThereForCertainOnceItsFolderIsSynced() throws Exception {
    step(new Step.Event.Name(A, 0));
    write(0, "a");
    step(new Step.Event.Sync(0));
    assertThat(left(A, 3)).containsExactly("a", "none");
    step(new Step.Event.SyncFolder(FOLDER));
    step(new Step.Event.Rename(A, B, 0));
    assertThat(left(A, 4)).containsExactly("a");
    assertThat(left(A, 5)).containsExactly("a", "none");
    assertThat(left(B, 5)).containsExactly("a", "none");
    step(new Step.Event.SyncFolder(FOLDER));
    assertThat(left(B, 6)).containsExactly("a");
    step(new Step.Event.Remove(B));
    assertThat(left(B, 7)).containsExactly("a", "none");
  }

  @Test
  void aSyncCoversOnlyWhatWasDoneBeforeItBegan() throws Exception {
    step(new Step.Event.Name(A, 0));
    step(new Step.Event.SyncFolder(FOLDER));
    write(0, "a");
    steps.set(2, new Step(2, 4, steps.get(2).event()));
    steps.add(new Step(3, 5, new Step.Event.Sync(0)));
    assertThat(left(A, 6)).contains("", "a");
  }

  @Test
  void aCutFileIsCutForCertainOnceItIsSynced() throws Exception {
    step(new Step.Event.Name(A, 0));
    step(new Step.Event.SyncFolder(FOLDER));
    write(0, "ab");
    step(new Step.Event.Sync(0));
    step(new Step.Event.Resize(0, SECTOR));
    assertThat(left(A, 5)).containsExactly("a", "ab");
    step(new Step.Event.Sync(0));
    assertThat(left(A, 6)).containsExactly("a");
  }

  @Test
  void aFileIsThereOnlyIfItsFolderIs() throws Exception {
    Path file = FOLDER.resolve("sub").resolve("a");
    step(new Step.Event.Folder(FOLDER.resolve("sub")));
    step(new Step.Event.Name(file, 0));
    write(0, "a");
    step(new Step.Event.Sync(0));
    step(new Step.Event.SyncFolder(FOLDER.resolve("sub")));
    assertThat(left(file, 5)).containsExactly("a", "none");
    step(new Step.Event.SyncFolder(FOLDER));
    assertThat(left(file, 6)).containsExactly("a");
  }
}
