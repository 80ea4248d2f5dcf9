package org.fenceline.core.entry.body;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Name;

/**
 * Somebody looked at the marking of an area (APII Art. 5(2); IMAS 08.40).
 *
 * @param area whose marking
 * @param found the marking as it was found
 * @param signsMissing how many signs were missing or could not be read
 * @param fenceBroken whether the fence had a gap
 * @param mended whether what was amiss was mended at once
 * @param note what else was seen
 * @param photographs sealed pictures of it
 */
@Meaning("Somebody looked at the marking of an area.")
public record MarkingInspection(
    @Meaning("Whose marking.") Name area,
    @Meaning("The marking as it was found.") Marking found,
    @Meaning("How many signs were missing or could not be read.") Count signsMissing,
    @Meaning("Whether the fence had a gap.") boolean fenceBroken,
    @Meaning("Whether what was amiss was mended at once.") boolean mended,
    @Meaning("What else was seen.") Optional<String> note,
    @Meaning("Sealed pictures of it.") List<Attachment> photographs)
    implements Body, AttachmentCarrier, LandBody {
  public MarkingInspection {
    photographs = List.copyOf(photographs);
    HazardousArea.requirePhotographs(photographs);
  }

  @Override
  public List<Attachment> attachments() {
    return photographs;
  }
}
