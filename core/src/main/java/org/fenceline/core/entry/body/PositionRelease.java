package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;

/**
 * Sealed positions are to be given to somebody. It counts once a second person endorsed it.
 *
 * @param address the attachment; empty when all of an area's are meant
 * @param area the area or field; empty when the attachment says it
 * @param to to whom
 * @param ground on which ground
 */
@Meaning("Sealed positions are to be given to somebody.")
public record PositionRelease(
    @Meaning("SHA-256 of the encrypted file; left out when all of the area's are meant.")
        Optional<Sha256> address,
    @Meaning("The area or field; left out when the attachment says it.") Optional<Name> area,
    @Meaning("To whom.") String to,
    @Meaning("On which ground.") Ground ground)
    implements Body {

  /** Grounds on which positions are given away. */
  public enum Ground {
    /**
     * Without delay after the end of active hostilities, to the other party and the UN (APII Art.
     * 9(2)).
     */
    END_OF_ACTIVE_HOSTILITIES,
    /** To whoever clears the area (APII Art. 9(2), 10 and 11). */
    CLEARING_THE_AREA,
    /** To whoever answers for civilians in the area (APII Art. 9(2)). */
    PROTECTING_CIVILIANS
  }

  public PositionRelease {
    if (address.isEmpty() && area.isEmpty()) {
      throw new IllegalArgumentException("a release names an attachment or an area");
    }
    if (to.isBlank()) {
      throw new IllegalArgumentException("a release names to whom");
    }
  }
}
