package org.fenceline.core.entry.body;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * Released land is handed over to those who use it, with a certificate.
 *
 * @param area of which area or minefield
 * @param releases the releases that it rests on
 * @param certificate the certificate's number
 * @param to to whom
 * @param residualRisk what may remain, in words
 */
@Meaning("Released land is handed over, with a certificate.")
public record Handover(
    @Meaning("Of which area or minefield.") Name area,
    @Meaning("The releases that it rests on.") List<Name> releases,
    @Meaning("The certificate's number.") String certificate,
    @Meaning("To whom.") String to,
    @Meaning("What may remain, in words.") Optional<String> residualRisk)
    implements Body, LandBody {
  public Handover {
    releases = List.copyOf(releases);
    if (releases.isEmpty()) {
      throw new IllegalArgumentException("a handover names the releases that it rests on");
    }
  }
}
