package org.fenceline.exchange.publication;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenceline.store.crash.Campaign;
import org.fenceline.store.crash.Kills;
import org.fenceline.store.crash.MemoryFolder;
import org.fenceline.store.crash.PowerCuts;
import org.fenceline.store.crash.Recording;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published outlives kills and power cuts, and nothing of it is there by half. */
class PublishingCrashTest {
  private static final int KILLS_PER_HISTORY = 20;

  private static final List<PowerCuts.Kind> KINDS =
      List.of(
          new PowerCuts.Kind(
              Publishers.class,
              List.of(),
              List.of(new Recording.Part(60, true), new Recording.Part(20, false))));

  @Test
  void everyPublicationOutlivesAKill(@TempDir Path folder) {
    Kills kills = new Kills();
    Property.campaign(
        "every publication outlives a kill",
        Math.ceilDiv(Campaign.runs(), KILLS_PER_HISTORY),
        random -> {
          Path place = Files.createTempDirectory(folder, "history");
          kills.history(place, Publishers.class, KILLS_PER_HISTORY, random);
          Campaign.delete(place);
        });
    System.out.println("kills while publishing: " + kills.count());
  }

  @Test
  void everyPublicationOutlivesAPowerCut(@TempDir(factory = MemoryFolder.class) Path memory)
      throws Exception {
    PowerCuts.of(KINDS, memory).campaign("every publication outlives a power cut");
  }
}
