package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * A perimeter as it was measured: bearings and distances from a reference point, as read in the
 * field.
 *
 * @param from the reference point at which it begins and, when closed, ends
 * @param unit of the bearings
 * @param north from which north they are measured
 * @param declinationDegrees east of true north, for magnetic north
 * @param legs one after another
 */
@Meaning("A perimeter as bearings and distances from a reference point.")
public record SurveyedTraverse(
    @Meaning("The reference point at which it begins.") Name from,
    @Meaning("Unit of the bearings.") AngleUnit unit,
    @Meaning("From which north the bearings are measured.") North north,
    @Meaning("Magnetic declination in degrees, east of true north.")
        Optional<BigDecimal> declinationDegrees,
    @Meaning("The legs, one after another.") List<Leg> legs) {

  /** Units of bearings. */
  public enum AngleUnit {
    DEGREES,
    /** 6,400 to the full circle. */
    MILS
  }

  /** Norths. */
  public enum North {
    TRUE,
    MAGNETIC,
    /** Of the UTM zone of the point. */
    GRID
  }

  /**
   * One leg.
   *
   * @param bearing clockwise from north
   * @param distanceMetres how far
   */
  public record Leg(
      @Meaning("Clockwise from north.") BigDecimal bearing,
      @Meaning("How far, in metres.") BigDecimal distanceMetres) {}

  public SurveyedTraverse {
    legs = List.copyOf(legs);
    if (legs.isEmpty() || legs.size() > MinefieldRecord.MOST) {
      throw new IllegalArgumentException("a traverse has 1 to " + MinefieldRecord.MOST + " legs");
    }
    if ((north == North.MAGNETIC) != declinationDegrees.isPresent()) {
      throw new IllegalArgumentException(
          "bearings from magnetic north, and only those, need declinationDegrees");
    }
  }
}
