package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;

/**
 * A point that somebody measured or described.
 *
 * @param name what it is called in the record, such as RP1
 * @param place where it is
 * @param accuracyMetres how far off it may be, as the device told; empty when nobody knows
 * @param asRead the place as it was first written, in the notation of whoever measured it
 * @param description by what it is found again
 */
@Meaning("A point that somebody measured or described.")
public record LocatedPoint(
    @Meaning("What it is called in the record, such as RP1.") Name name,
    @Meaning("Where it is: POINT (longitude latitude).") Geometry place,
    @Meaning("How far off it may be, in metres.") Optional<BigDecimal> accuracyMetres,
    @Meaning("The place as it was first written: DMS, UTM or MGRS.") Optional<String> asRead,
    @Meaning("By what it is found again.") Optional<String> description) {
  public LocatedPoint {
    requirePoint(place);
    requireNotNegative(accuracyMetres, "accuracyMetres");
  }

  /** A measured place is one point. */
  static void requirePoint(Geometry place) {
    if (!place.isPoint()) {
      throw new IllegalArgumentException(
          "a place is POINT (longitude latitude), found " + place.type());
    }
  }

  /** No distance or area is below nothing. */
  static void requireNotNegative(Optional<BigDecimal> measure, String name) {
    if (measure.filter(value -> value.signum() < 0).isPresent()) {
      throw new IllegalArgumentException(name + " is not below 0");
    }
  }
}
