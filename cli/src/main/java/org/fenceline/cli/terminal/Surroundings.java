package org.fenceline.cli.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What a command finds around it, handed in so that tests can hand in their own.
 *
 * @param folder the folder in which relative file names are read
 * @param variables environment variables
 * @param clock tells the time at which things are recorded
 * @param random draws salts and identifiers
 * @param in standard input
 * @param out where answers go
 * @param err where errors and progress go
 * @param colour whether answers go to a terminal that shows colour
 */
public record Surroundings(
    Path folder,
    Map<String, String> variables,
    InstantSource clock,
    SecureRandom random,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean colour) {

  /** The root command gives its surroundings to those below it. */
  public interface Holder {
    Surroundings surroundings();
  }

  /** The UTC day on which things are recorded now. */
  public LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** A file named on the command line. */
  public Path file(String name) {
    return folder.resolve(name);
  }
}
