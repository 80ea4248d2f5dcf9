package org.fenceline.cli.seal;

import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** What stands against sealing positions of a field; never with anything of the file in it. */
final class FieldPositionsProblem {
  private FieldPositionsProblem() {}

  /** Once more would be twice: what is sealed cannot be compared without a custodian's key. */
  static Problem alreadySealed(Place place) {
    return new Problem(
        "positions.sealed",
        place,
        "the record of this field carries sealed positions already",
        "seal them anew with --again; the earlier ones are kept");
  }

  /** The name is not repeated: it may be a position in the wrong column. */
  static Problem unknownField(Place place) {
    return new Problem(
        "positions.field",
        place,
        "there is no minefield record of this name",
        "record the field first, or mend the name");
  }
}
