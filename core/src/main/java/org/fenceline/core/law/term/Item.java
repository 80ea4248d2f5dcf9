package org.fenceline.core.law.term;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the act is done with. */
public enum Item {
  /** Anti-personnel mine (APMBC Art. 2(1), APII Art. 2(3)). */
  AP_MINE,
  /** Mine designed for vehicles, also with an anti-handling device (APMBC Art. 2(1)). */
  AV_MINE,
  /** Set off by a person at a distance: outside the APMBC; for APII an other device (Art. 2(5)). */
  COMMAND_DETONATED;

  /** Whether APII calls it a mine. */
  public boolean isMine() {
    return this != COMMAND_DETONATED;
  }

  /** As users write it, such as {@code ap-mine}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a word. */
  public static Item parse(String word) {
    return Arrays.stream(values())
        .filter(item -> item.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\""
                    + word
                    + "\" is not an item; write one of "
                    + Arrays.stream(values()).map(Item::word).collect(Collectors.joining(", "))));
  }
}
