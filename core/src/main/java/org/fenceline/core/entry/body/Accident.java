package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Tally;

/**
 * Somebody was hurt, or something was set off. People stand here as tallies only; each person is a
 * sealed attachment.
 *
 * @param accident short name
 * @param area the area or minefield in which it happened, where it is known
 * @param place where
 * @param accuracyMetres how far off the place may be
 * @param category by what kind of device
 * @param demining whether it happened in clearance or survey
 * @param killed how many people died; empty when nobody knows, which is not nobody
 * @param injured how many people were hurt; empty when nobody knows
 * @param activity what those hurt were doing
 * @param persons sealed records of the persons, one each
 */
@Meaning("Somebody was hurt, or something was set off.")
public record Accident(
    @Meaning("Short name.") Name accident,
    @Meaning("The area or minefield in which it happened.") Optional<Name> area,
    @Meaning("Where: POINT (longitude latitude).") Optional<Geometry> place,
    @Meaning("How far off the place may be, in metres.") Optional<BigDecimal> accuracyMetres,
    @Meaning("By what kind of device.") DeviceCategory category,
    @Meaning("Whether it happened in clearance or survey.") boolean demining,
    @Meaning("How many people died; left away when nobody knows.") Optional<Tally> killed,
    @Meaning("How many people were hurt; left away when nobody knows.") Optional<Tally> injured,
    @Meaning("What those hurt were doing.") Optional<String> activity,
    @Meaning("Sealed records of the persons, one each.") List<Attachment> persons)
    implements Body, AttachmentCarrier {
  public Accident {
    persons = List.copyOf(persons);
    place.ifPresent(LocatedPoint::requirePoint);
    LocatedPoint.requireNotNegative(accuracyMetres, "accuracyMetres");
    if (persons.stream().anyMatch(held -> held.kind() != Attachment.Kind.PERSONAL)) {
      throw new IllegalArgumentException("persons are attachments of kind personal");
    }
  }

  @Override
  public List<Attachment> attachments() {
    return persons;
  }
}
