package org.fenceline.core.law.term;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What may be known of a mine or a deal and settles a rule's condition. */
public enum Attribute {
  /** Answers a common detector as 8 g of iron do (APII TA 2). */
  DETECTABLE("detectable"),
  /** Destroys itself as APII TA 3 asks. */
  SELF_DESTRUCT("selfDestruct"),
  /** Deactivates itself as APII TA 3 asks. */
  SELF_DEACTIVATION("selfDeactivation"),
  /** Delivered from a distance (APII Art. 2(2)). */
  REMOTELY_DELIVERED("remotelyDelivered"),
  /** Inside a marked, monitored and fenced area (APII Art. 5(2)(a)). */
  PERIMETER_MARKED("perimeterMarked"),
  /** Marked with country, month, year and number (APII TA 1(d)). */
  MARKED("marked"),
  /** Turned up after the state believed that it had none left. */
  DISCOVERED("discovered"),
  /** The recipient is a state or its authorised agency (APII Art. 8(1)(b)). */
  RECIPIENT_IS_STATE("recipientIsState"),
  /** The recipient, not bound by APII, agrees to apply it (APII Art. 8(1)(c)). */
  RECIPIENT_AGREES("recipientAgrees");

  private final String word;

  Attribute(String word) {
    this.word = word;
  }

  /** As users write it, such as {@code selfDestruct}. */
  public String word() {
    return word;
  }

  /** Reads a word. */
  public static Attribute parse(String word) {
    return Arrays.stream(values())
        .filter(attribute -> attribute.word.equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\""
                    + word
                    + "\" is not an attribute; write one of "
                    + Arrays.stream(values())
                        .map(Attribute::word)
                        .collect(Collectors.joining(", "))));
  }
}
