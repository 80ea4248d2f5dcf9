package org.fenceline.exchange.position;

import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** What can be wrong with the text of a position. */
final class PositionProblem {
  private PositionProblem() {}

  /** It is in no notation that is known. */
  static MalformedInput notation(String found, String why) {
    return problem(
        "position.notation",
        "\"" + found + "\" is not a position: " + why,
        "write it such as 52.2297 N 21.0122 E, 52°13'46.9\"N 21°00'43.9\"E,"
            + " UTM 34 north 500833 5786587 or 34U EC 00833 86586");
  }

  /** A number in it is beyond what exists. */
  static MalformedInput range(String message, String mend) {
    return problem("position.range", message, mend);
  }

  /** Latitude and longitude stand in each other's place. */
  static MalformedInput swapped(String message, String mend) {
    return problem("position.swapped", message, mend);
  }

  /** It can be meant in more than one way. */
  static MalformedInput ambiguous(String message, String mend) {
    return problem("position.ambiguous", message, mend);
  }

  /** A grid zone, band or square that does not exist, or does not fit the others. */
  static MalformedInput zone(String message, String mend) {
    return problem("position.zone", message, mend);
  }

  private static MalformedInput problem(String code, String message, String mend) {
    return new MalformedInput(new Problem(code, Place.UNKNOWN, message, mend));
  }
}
