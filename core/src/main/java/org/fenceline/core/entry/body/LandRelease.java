package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;

/**
 * Ground is no longer held to be hazardous (IMAS 07.11). It makes nothing safer before a second
 * person endorsed it.
 *
 * @param release short name
 * @param area of which area or minefield
 * @param task the task under which the work was done
 * @param parts what was cancelled, reduced and cleared
 */
@Meaning("Ground is no longer held to be hazardous; counts once it is endorsed.")
public record LandRelease(
    @Meaning("Short name.") Name release,
    @Meaning("Of which area or minefield.") Name area,
    @Meaning("The task under which the work was done.") Optional<Name> task,
    @Meaning("What was cancelled, reduced and cleared.") List<Part> parts)
    implements Body, LandBody {

  /** Most parts of one release. */
  public static final int MOST_PARTS = 1_000;

  /** How ground is released (IMAS 07.11). */
  public enum Kind {
    /** By non-technical survey: no evidence was found. */
    CANCELLED,
    /** By technical survey: no evidence was found. */
    REDUCED,
    /** Every specified item was removed to a stated depth. */
    CLEARED
  }

  /**
   * A part that was released alike.
   *
   * @param kind how
   * @param place where; empty when only its size is known, then it makes no point safer
   * @param accuracyMetres how far off the place may be
   * @param statedAreaSquareMetres its area as whoever released it states it
   * @param depthMetres to which depth it was cleared
   * @param method how the work was done
   */
  public record Part(
      @Meaning("How it was released.") Kind kind,
      @Meaning("Where: POLYGON ((longitude latitude, ...)).") Optional<Geometry> place,
      @Meaning("How far off the place may be, in metres.") Optional<BigDecimal> accuracyMetres,
      @Meaning("Its area as whoever released it states it.")
          Optional<BigDecimal> statedAreaSquareMetres,
      @Meaning("To which depth it was cleared, in metres.") Optional<BigDecimal> depthMetres,
      @Meaning("How the work was done.") Optional<String> method) {
    public Part {
      HazardousArea.requireArea(place);
      LocatedPoint.requireNotNegative(accuracyMetres, "accuracyMetres");
      LocatedPoint.requireNotNegative(statedAreaSquareMetres, "statedAreaSquareMetres");
      LocatedPoint.requireNotNegative(depthMetres, "depthMetres");
      if (kind == Kind.CLEARED && depthMetres.isEmpty()) {
        throw new IllegalArgumentException(
            "cleared ground has the depth to which it was cleared: depthMetres");
      }
      if (place.isEmpty() && statedAreaSquareMetres.isEmpty()) {
        throw new IllegalArgumentException("a part has its place, its stated area, or both");
      }
    }
  }

  public LandRelease {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException("a release has 1 to " + MOST_PARTS + " parts");
    }
  }
}
