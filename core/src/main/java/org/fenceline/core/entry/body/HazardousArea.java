package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;

/**
 * Ground that is suspected or confirmed to be hazardous (IMAS 07.11).
 *
 * @param area short name
 * @param title what people call it
 * @param kind suspected or confirmed
 * @param status what became of it
 * @param place where it is; empty when its location is still needed
 * @param accuracyMetres how far off the place may be
 * @param categories what may lie there
 * @param evidence on what kind of evidence
 * @param evidenceText what the evidence is
 * @param beneficiariesDirect people who use the ground
 * @param beneficiariesIndirect people who gain by its release otherwise
 * @param statedAreaSquareMetres its area as whoever recorded it states it
 * @param marking how it is marked and closed off
 * @param photographs sealed pictures of it
 */
@Meaning("Ground that is suspected or confirmed to be hazardous.")
public record HazardousArea(
    @Meaning("Short name.") Name area,
    @Meaning("What people call it.") Optional<String> title,
    @Meaning("Suspected (sha) or confirmed (cha).") Kind kind,
    @Meaning("What became of it.") Status status,
    @Meaning("Where it is, as a geometry; left out when its location is still needed.")
        Optional<Geometry> place,
    @Meaning("How far off the place may be, in metres.") Optional<BigDecimal> accuracyMetres,
    @Meaning("What may lie there.") List<DeviceCategory> categories,
    @Meaning("On what kind of evidence.") Optional<Evidence> evidence,
    @Meaning("What the evidence is.") Optional<String> evidenceText,
    @Meaning("People who use the ground.") Optional<Count> beneficiariesDirect,
    @Meaning("People who gain by its release otherwise.") Optional<Count> beneficiariesIndirect,
    @Meaning("Its area as whoever recorded it states it.")
        Optional<BigDecimal> statedAreaSquareMetres,
    @Meaning("How it is marked and closed off.") Optional<Marking> marking,
    @Meaning("Sealed pictures of it.") List<Attachment> photographs)
    implements Body, AttachmentCarrier, LandBody {

  /** How sure it is. */
  public enum Kind {
    /** Suspected, on indirect evidence. */
    SHA,
    /** Confirmed, on direct evidence. */
    CHA
  }

  /**
   * What became of an area. All but {@code OPEN} and {@code SUSPENDED} need an endorsed release.
   */
  public enum Status {
    OPEN,
    /** Work on it rests. */
    SUSPENDED,
    CLOSED,
    RELEASED,
    HANDED_OVER
  }

  /** Kinds of evidence. */
  public enum Evidence {
    DIRECT,
    INDIRECT
  }

  public HazardousArea {
    categories = List.copyOf(categories);
    photographs = List.copyOf(photographs);
    LocatedPoint.requireNotNegative(accuracyMetres, "accuracyMetres");
    LocatedPoint.requireNotNegative(statedAreaSquareMetres, "statedAreaSquareMetres");
    requirePhotographs(photographs);
  }

  /** A perimeter covers ground. */
  static void requireArea(Optional<Geometry> perimeter) {
    if (perimeter.filter(shape -> !shape.isArea()).isPresent()) {
      throw new IllegalArgumentException(
          "a perimeter is a POLYGON or MULTIPOLYGON, found " + perimeter.get().type());
    }
  }

  static void requirePhotographs(List<Attachment> photographs) {
    if (photographs.stream().anyMatch(held -> held.kind() != Attachment.Kind.PHOTOGRAPH)) {
      throw new IllegalArgumentException("photographs are attachments of kind photograph");
    }
  }

  @Override
  public List<Attachment> attachments() {
    return photographs;
  }
}
