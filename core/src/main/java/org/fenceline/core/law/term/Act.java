package org.fenceline.core.law.term;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a state does with a mine, as the treaties tell acts apart. */
public enum Act {
  /** Laying it. */
  USE,
  DEVELOP,
  PRODUCE,
  /** Acquiring it, from whomever. */
  ACQUIRE,
  STOCKPILE,
  /** Keeping it for training in detection, clearance and destruction. */
  RETAIN,
  /** Moving it into or out of territory and handing over title and control (APMBC Art. 2(4)). */
  TRANSFER,
  TRANSFER_FOR_TRAINING,
  TRANSFER_FOR_DESTRUCTION,
  /** Letting others' mines pass through one's territory. */
  TRANSIT,
  DESTROY,
  /** Helping anyone in an act that a party may not do (APMBC Art. 1(1)(c)). */
  ASSIST,
  CLEAR;

  /** Whether mines go to another state by it. */
  public boolean isTransfer() {
    return this == TRANSFER || this == TRANSFER_FOR_TRAINING || this == TRANSFER_FOR_DESTRUCTION;
  }

  /** As users write it, such as {@code transfer-for-training}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a word. */
  public static Act parse(String word) {
    return Arrays.stream(values())
        .filter(act -> act.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\""
                    + word
                    + "\" is not an act; write one of "
                    + Arrays.stream(values()).map(Act::word).collect(Collectors.joining(", "))));
  }
}
