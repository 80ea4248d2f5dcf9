package org.fenceline.core.entry;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.When;

/**
 * What somebody wants to record, checked: an entry without the time and the person of its
 * recording.
 *
 * @param id the entry's name
 * @param exercise whether it is invented for an exercise
 * @param on when it was true
 * @param transcribed where it was first recorded elsewhere
 * @param disclosure who may read it
 * @param citations on what evidence it rests
 * @param supersedes the entry that it corrects or voids
 * @param body what it says
 */
public record Fact(
    EntryId id,
    boolean exercise,
    When on,
    Optional<Transcribed> transcribed,
    Disclosure disclosure,
    List<Citation> citations,
    Optional<EntryRef> supersedes,
    Body body) {

  /** Most citations of one entry. */
  public static final int MOST_CITATIONS = 1_000;

  public Fact {
    citations = List.copyOf(citations);
    if (citations.size() > MOST_CITATIONS) {
      throw new IllegalArgumentException("an entry has at most " + MOST_CITATIONS + " citations");
    }
  }
}
