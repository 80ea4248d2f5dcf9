package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;

/**
 * A mine or another explosive device was found.
 *
 * @param device short name or number
 * @param area the area or minefield in which it lay, where it is known to be of one
 * @param place where
 * @param accuracyMetres how far off the place may be
 * @param category what it is
 * @param model the model, by its short name
 * @param condition in which state it was
 * @param depthMetres how deep it lay
 * @param disposal what was done with it
 * @param photographs sealed pictures of it
 */
@Meaning("A mine or another explosive device was found.")
public record DeviceFound(
    @Meaning("Short name or number.") Name device,
    @Meaning("The area or minefield in which it lay.") Optional<Name> area,
    @Meaning("Where: POINT (longitude latitude).") Optional<Geometry> place,
    @Meaning("How far off the place may be, in metres.") Optional<BigDecimal> accuracyMetres,
    @Meaning("What it is.") DeviceCategory category,
    @Meaning("The model, by its short name.") Optional<Name> model,
    @Meaning("In which state it was.") Optional<String> condition,
    @Meaning("How deep it lay, in metres.") Optional<BigDecimal> depthMetres,
    @Meaning("What was done with it.") Disposal disposal,
    @Meaning("Sealed pictures of it.") List<Attachment> photographs)
    implements Body, AttachmentCarrier {

  /** What was done with a device. */
  public enum Disposal {
    /** It still lies there. */
    LEFT_IN_PLACE,
    DESTROYED_IN_PLACE,
    REMOVED
  }

  public DeviceFound {
    photographs = List.copyOf(photographs);
    place.ifPresent(LocatedPoint::requirePoint);
    LocatedPoint.requireNotNegative(accuracyMetres, "accuracyMetres");
    LocatedPoint.requireNotNegative(depthMetres, "depthMetres");
    HazardousArea.requirePhotographs(photographs);
  }

  @Override
  public List<Attachment> attachments() {
    return photographs;
  }
}
