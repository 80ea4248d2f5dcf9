package org.fenceline.cli.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.store.key.KeyFolder;

/** Finds the folder of private keys and the passphrase that opens it. */
public final class Keys {
  private static final String PASSPHRASE = "FENCELINE_PASSPHRASE_FILE";

  private Keys() {}

  /** The folder that was named, or the one beside a register. */
  public static KeyFolder folder(Surroundings surroundings, Optional<String> named, Path register) {
    String variable = surroundings.variables().getOrDefault("FENCELINE_KEYS", "");
    Path folder =
        named
            .or(() -> Optional.of(variable).filter(text -> !text.isEmpty()))
            .map(surroundings::file)
            .orElseGet(() ->
                register.resolveSibling(
                    register.getFileName().toString().replaceFirst("\\.fenceline$", "") + ".keys"));
    return new KeyFolder(folder, passphrase(surroundings));
  }

  /** The passphrase in the file that FENCELINE_PASSPHRASE_FILE names, without its line's end. */
  public static Optional<char[]> passphrase(Surroundings surroundings) {
    String file = surroundings.variables().getOrDefault(PASSPHRASE, "");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Files.readString(surroundings.file(file), UTF_8).stripTrailing().toCharArray());
    } catch (IOException e) {
      RefusedRequest refused =
          new RefusedRequest(
              new Problem(
                  "key.passphrase",
                  Place.ofField(PASSPHRASE),
                  "cannot be read: " + e.getMessage(),
                  "name a file that holds the passphrase alone"));
      refused.initCause(e);
      throw refused;
    }
  }
}
