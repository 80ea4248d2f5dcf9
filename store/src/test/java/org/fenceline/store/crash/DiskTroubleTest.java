package org.fenceline.store.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.store.crash.SmallDisk.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full and files that cannot be written are told with a code of their own; nothing
 * is there by half, and work goes on once there is room. Permission bits say nothing to root: each
 * test mounts a small disk that only its own process sees.
 */
class DiskTroubleTest {
  private static final String SMALL = "mount -t tmpfs -o size=24m tmpfs \"$folder\"\n";

  @TempDir Path folder = Path.of("");

  @TempDir Path tools = Path.of("");

  @BeforeEach
  void mountsAreAllowed() {
    Needs.mounts();
  }

  @Test
  void anImportThatDoesNotFitLeavesNothingAndTheRegisterGoesOn() throws Exception {
    run(SMALL + java(Scenario.MAKE) + java(Scenario.IMPORT_ON_A_FULL_DISK));
  }

  @Test
  void aRegisterThatCannotBeOpenedForWantOfRoomSaysSo() throws Exception {
    run(SMALL + java(Scenario.MAKE) + java(Scenario.OPEN_ON_A_FULL_DISK));
  }

  @Test
  void aNewRegisterOrBackupThatDoesNotFitLeavesNothing() throws Exception {
    run(SMALL + java(Scenario.MAKE) + java(Scenario.MAKE_AND_COPY_ON_A_FULL_DISK));
  }

  @Test
  void aReadOnlyDiskIsToldAndNothingChanges() throws Exception {
    run(
        SMALL
            + java(Scenario.MAKE)
            + "mount -o remount,ro \"$folder\"\n"
            + java(Scenario.READ_ONLY_DISK));
  }

  @Test
  void aReadOnlyFileIsToldAndNothingChanges() throws Exception {
    run(
        SMALL
            + java(Scenario.MAKE)
            + "mount --bind \"$folder/pol.fenceline\" \"$folder/pol.fenceline\"\n"
            + "mount -o remount,bind,ro \"$folder/pol.fenceline\"\n"
            + java(Scenario.READ_ONLY_FILE));
  }

  private String java(Scenario scenario) {
    List<String> words = new ArrayList<>();
    List<String> command = new ArrayList<>(Child.java(tools));
    command.addAll(List.of(SmallDisk.class.getName(), scenario.name(), folder.toString()));
    for (String word : command) {
      words.add("'" + word.replace("'", "'\\''") + "'");
    }
    return String.join(" ", words) + "\n";
  }

  private void run(String script) throws Exception {
    Process process =
        new ProcessBuilder(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "set -eu\nfolder=$1\n" + script,
                "sh",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s", told).isZero();
  }
}
