package org.fenceline.exchange.age;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** The text file in which age-keygen keeps private keys: one a line, comments after {@code #}. */
public final class IdentityFile {

  /** Most keys of one file. */
  public static final int MOST_KEYS = 100;

  private IdentityFile() {}

  /** The file of a new key. */
  public static String text(AgeIdentity identity, Instant created) {
    return "# created: %s\n# public key: %s\n%s\n"
        .formatted(created.truncatedTo(ChronoUnit.SECONDS), identity.recipient(), identity.text());
  }

  /**
   * Reads the keys of a file.
   *
   * @throws MalformedInput when it holds none, or a line that is none; no key is repeated
   */
  public static List<AgeIdentity> read(String text) throws MalformedInput {
    if (text.startsWith("age-encryption.org/") || text.startsWith("-----BEGIN AGE")) {
      throw new MalformedInput(
          new Problem(
              "seal.identity",
              Place.UNKNOWN,
              "the key file is itself encrypted",
              "open it first: age --decrypt, into a folder that is not kept"));
    }
    List<AgeIdentity> identities = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        identities.add(identity(line, i + 1));
      }
    }
    if (identities.isEmpty() || identities.size() > MOST_KEYS) {
      throw new MalformedInput(
          new Problem(
              "seal.identity",
              Place.UNKNOWN,
              identities.isEmpty() ? "holds no key" : "holds more than " + MOST_KEYS + " keys",
              "name a file made by fenceline seal key new, or by age-keygen"));
    }
    return identities;
  }

  private static AgeIdentity identity(String line, int number) throws MalformedInput {
    try {
      return AgeIdentity.parse(line);
    } catch (IllegalArgumentException e) {
      throw new MalformedInput(
          new Problem(
              "seal.identity",
              Place.ofLine(number),
              "is not an age key: " + e.getMessage(),
              "name a file made by fenceline seal key new, or by age-keygen"));
    }
  }
}
