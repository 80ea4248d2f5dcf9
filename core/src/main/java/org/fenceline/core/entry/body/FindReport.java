package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;

/**
 * Somebody saw something that may be dangerous and says so; the number is theirs to follow it by.
 *
 * @param report the number
 * @param place where
 * @param accuracyMetres how far off the place may be
 * @param placeName the place in words
 * @param text what was seen
 * @param photographs sealed pictures of it
 */
@Meaning("Somebody saw something that may be dangerous.")
public record FindReport(
    @Meaning("The number to follow it by.") Name report,
    @Meaning("Where: POINT (longitude latitude).") Optional<Geometry> place,
    @Meaning("How far off the place may be, in metres.") Optional<BigDecimal> accuracyMetres,
    @Meaning("The place in words.") Optional<String> placeName,
    @Meaning("What was seen.") String text,
    @Meaning("Sealed pictures of it.") List<Attachment> photographs)
    implements Body, AttachmentCarrier {
  public FindReport {
    photographs = List.copyOf(photographs);
    place.ifPresent(LocatedPoint::requirePoint);
    LocatedPoint.requireNotNegative(accuracyMetres, "accuracyMetres");
    HazardousArea.requirePhotographs(photographs);
    if (place.isEmpty() && placeName.isEmpty()) {
      throw new IllegalArgumentException("a report says where: by a point, or in words");
    }
  }

  @Override
  public List<Attachment> attachments() {
    return photographs;
  }
}
