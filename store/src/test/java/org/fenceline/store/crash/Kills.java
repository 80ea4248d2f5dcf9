package org.fenceline.store.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Kills processes and counts them. */
public final class Kills {
  private int kills;

  /** How many were killed. */
  public int count() {
    return kills;
  }

  /** Kills one process after another, examines what each left, and gives all promises. */
  public List<String> history(
      Path place, Class<? extends Workload> workload, int wanted, SplittableRandom random)
      throws Exception {
    Path files = Files.createDirectory(place.resolve("files"));
    Workload examiner = workload.getDeclaredConstructor().newInstance();
    List<String> promises = new ArrayList<>();
    int session = 0;
    Victim next = Victim.start(place, workload, files, session++, random.split());
    try {
      for (int killed = 0; killed < wanted; ) {
        List<Victim> victims = new ArrayList<>(List.of(next));
        // Two may not make one register or one log's keys, but they may work with them.
        boolean isMade =
            promises.contains("made")
                && (!Signers.class.isAssignableFrom(workload) || promises.contains("keys"));
        if (isMade && random.nextInt(5) == 0) {
          victims.add(Victim.start(place, workload, files, session++, random.split()));
        }
        for (Victim victim : victims) {
          victim.release();
        }
        next = Victim.start(place, workload, files, session++, random.split());
        for (Victim victim : victims) {
          promises.addAll(victim.promises());
        }
        killed += victims.size();
        kills += victims.size();
        Path copy = place.resolve("copy");
        Campaign.copy(files, copy);
        examiner.examine(copy, promises);
        Campaign.delete(copy);
      }
    } finally {
      next.dismiss();
    }
    return promises;
  }
}
