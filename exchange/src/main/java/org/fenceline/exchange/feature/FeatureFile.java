package org.fenceline.exchange.feature;

import java.nio.file.Path;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;

/** A file that can be read as features, from its beginning as often as wanted. */
public interface FeatureFile {

  /**
   * Hands over every feature in the file's order.
   *
   * @throws MalformedInput when the file cannot be read on; what was handed over before is not to
   *     be used then
   */
  void read(FeatureTaker taker) throws MalformedInput;

  /** What was guessed of the file, for a person to see; complete once the file was read. */
  List<String> guesses();

  /** The files that belong to it, itself first. */
  List<Path> parts();

  /** Takes one feature after the other. */
  @FunctionalInterface
  interface FeatureTaker {
    void take(Feature feature) throws MalformedInput;
  }
}
