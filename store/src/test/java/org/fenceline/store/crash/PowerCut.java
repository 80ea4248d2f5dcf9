package org.fenceline.store.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The files as a power cut at one moment of a recording may leave them.
 *
 * <p>What a completed sync covers is there: writes to a file that were done before {@code fsync} or
 * {@code fdatasync} of it began, names that were done before the sync of their folder began. Of
 * everything else begun before the cut, each write is kept, lost, or torn at the sectors of 512
 * bytes, and each change of a name kept or lost, independently. That covers every order in which a
 * disk may write them: order shows only where writes overlap, and there any of them may be the one
 * that lasts. A write that is lost may leave its length behind, filled with zeros.
 *
 * <p>SQLite's shared memory is never synced: it is left away or left as noise.
 */
final class PowerCut {
  private static final int SECTOR = 512;
  private static final int SHARED_MEMORY = 32_768;

  /** How a disk keeps its word. */
  enum Disk {
    /** What was synced is there. */
    HONEST,
    /** Syncs of files are answered and not done. */
    FORGETS_FILES,
    /** Syncs of folders are answered and not done. */
    FORGETS_NAMES
  }

  /** What a cut does to that which was not synced. */
  private enum Manner {
    ALL_LOST,
    ALL_KEPT,
    /** Kept up to some step, which is torn; the rest is lost. */
    IN_ORDER,
    BY_WRITE,
    BY_SECTOR
  }

  private final List<Step> steps;
  private final int moment;
  private final Disk disk;
  private final SplittableRandom random;
  private final Manner manner;
  private final double share;
  private final boolean lengthsStay;
  private final int lastInOrder;
  private final Map<Object, Integer> synced = new HashMap<>();
  private final Map<Integer, Contents> contents = new LinkedHashMap<>();
  private final Map<Path, Integer> names = new LinkedHashMap<>();
  private final Set<Path> folders = new HashSet<>();
  private int lost;

  /**
   * A cut.
   *
   * @param moment steps that began before this line of the recording had begun
   * @param random whence the fate of each write comes
   */
  PowerCut(List<Step> steps, int moment, Disk disk, SplittableRandom random) {
    this.steps = steps;
    this.moment = moment;
    this.disk = disk;
    this.random = random;
    this.manner = Manner.values()[random.nextInt(Manner.values().length)];
    this.share = List.of(0.1, 0.5, 0.9).get(random.nextInt(3));
    this.lengthsStay = random.nextBoolean();
    this.lastInOrder = cutOff();
    happen();
  }

  /** Where the disk stopped, if it wrote in order: some step that was not synced. */
  private int cutOff() {
    int[] unsynced = new int[steps.size()];
    int count = 0;
    findSyncs();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).begun() < moment && !isSynced(steps.get(i))) {
        unsynced[count++] = i;
      }
    }
    return count == 0 ? steps.size() : unsynced[random.nextInt(count)];
  }

  private void findSyncs() {
    for (Step step : steps) {
      if (step.done() < moment) {
        switch (step.event()) {
          case Step.Event.Sync sync when disk != Disk.FORGETS_FILES ->
              synced.merge(sync.file(), step.begun(), Math::max);
          case Step.Event.SyncFolder sync when disk != Disk.FORGETS_NAMES ->
              synced.merge(sync.folder(), step.begun(), Math::max);
          default -> {}
        }
      }
    }
  }

  private boolean isSynced(Step step) {
    Object of =
        switch (step.event()) {
          case Step.Event.Write write -> write.file();
          case Step.Event.Resize resize -> resize.file();
          case Step.Event.Name name -> folder(name.name());
          case Step.Event.Folder made -> folder(made.name());
          case Step.Event.Remove remove -> folder(remove.name());
          case Step.Event.Rename rename -> folder(rename.to());
          case Step.Event.Sync _, Step.Event.SyncFolder _, Step.Event.Promise _ -> "";
        };
    return of.equals("") || step.done() < synced.getOrDefault(of, -1);
  }

  private static Path folder(Path name) {
    Path folder = name.getParent();
    if (folder == null) {
      throw new IllegalStateException(name + " is in no folder");
    }
    return folder;
  }

  private void happen() {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.begun() < moment) {
        happen(i, step, isSynced(step));
      }
    }
  }

  private void happen(int number, Step step, boolean isSynced) {
    switch (step.event()) {
      case Step.Event.Write write -> write(number, write, isSynced);
      case Step.Event.Resize resize -> {
        if (isSynced || keeps(number)) {
          contents(resize.file()).resize(resize.size());
        }
      }
      case Step.Event.Name name -> {
        if (isSynced || keeps(number)) {
          names.put(name.name(), name.file());
        }
      }
      case Step.Event.Folder folder -> {
        if (isSynced || keeps(number)) {
          folders.add(folder.name());
        }
      }
      case Step.Event.Remove remove -> {
        if (isSynced || keeps(number)) {
          names.remove(remove.name());
        }
      }
      case Step.Event.Rename rename -> {
        if (isSynced || keeps(number)) {
          names.remove(rename.from());
          names.put(rename.to(), rename.file());
        }
      }
      case Step.Event.Sync _, Step.Event.SyncFolder _, Step.Event.Promise _ -> {}
    }
  }

  private void write(int number, Step.Event.Write write, boolean isSynced) {
    Contents file = contents(write.file());
    ByteBuffer bytes = write.bytes();
    if (isSynced) {
      file.write(write.offset(), bytes);
      return;
    }
    boolean keepsWhole = manner != Manner.BY_SECTOR && keeps(number);
    boolean isTorn = isTorn(number);
    int at = 0;
    while (at < bytes.limit()) {
      int inSector = SECTOR - (int) ((write.offset() + at) % SECTOR);
      int end = Math.min(bytes.limit(), at + inSector);
      if (isTorn ? random.nextBoolean() : keepsWhole) {
        file.write(write.offset() + at, bytes.slice(at, end - at));
      } else {
        lost++;
      }
      at = end;
    }
    if (lengthsStay) {
      file.reach(write.offset() + bytes.limit());
    }
  }

  private boolean isTorn(int number) {
    return switch (manner) {
      case ALL_LOST, ALL_KEPT -> false;
      case IN_ORDER -> number == lastInOrder;
      case BY_WRITE -> random.nextInt(4) == 0;
      case BY_SECTOR -> true;
    };
  }

  private boolean keeps(int number) {
    boolean isKept =
        switch (manner) {
          case ALL_LOST -> false;
          case ALL_KEPT -> true;
          case IN_ORDER -> number < lastInOrder;
          case BY_WRITE, BY_SECTOR -> random.nextDouble() < share;
        };
    lost += isKept ? 0 : 1;
    return isKept;
  }

  private Contents contents(int file) {
    return contents.computeIfAbsent(file, _ -> new Contents());
  }

  @Override
  public String toString() {
    return "power cut before line %d of the recording, unsynced %s".formatted(moment, manner);
  }

  /** How many sectors and names were lost. */
  int lost() {
    return lost;
  }

  /** What had been promised when the power failed. */
  List<String> promises() {
    return steps.stream()
        .filter(step -> step.begun() < moment)
        .map(Step::event)
        .filter(Step.Event.Promise.class::isInstance)
        .map(promise -> ((Step.Event.Promise) promise).text())
        .toList();
  }

  /**
   * Writes the files that are left.
   *
   * @param recorded the folder that was recorded
   * @param place an empty folder
   */
  void leave(Path recorded, Path place) throws IOException {
    for (Map.Entry<Path, Integer> name : names.entrySet()) {
      if (!isReachable(recorded, folder(name.getKey()))) {
        continue;
      }
      Path file = place.resolve(recorded.relativize(name.getKey()).toString());
      Files.createDirectories(folder(file));
      Files.write(file, contents(name.getValue()).bytes());
      if (file.toString().endsWith("-wal") && random.nextBoolean()) {
        byte[] noise = new byte[SHARED_MEMORY];
        random.nextBytes(noise);
        Files.write(Path.of(file.toString().replaceFirst("-wal$", "-shm")), noise);
      }
    }
  }

  /** Whether all folders down to one are still there. */
  private boolean isReachable(Path recorded, Path folder) {
    return folder.equals(recorded)
        || (folders.contains(folder) && isReachable(recorded, folder(folder)));
  }

  /** Bytes of a file; what was never written is zero. */
  private static final class Contents {
    private byte[] bytes = new byte[0];
    private int length;

    void write(long offset, ByteBuffer from) {
      int end = Math.toIntExact(offset + from.limit());
      reach(end);
      from.get(0, bytes, (int) offset, from.limit());
    }

    void reach(long end) {
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(end, 2L * bytes.length)));
      }
      length = Math.max(length, (int) end);
    }

    void resize(long size) {
      reach(size);
      Arrays.fill(bytes, (int) size, bytes.length, (byte) 0);
      length = (int) size;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }
  }
}
