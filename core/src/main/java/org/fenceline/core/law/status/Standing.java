package org.fenceline.core.law.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.TreatyAction;

/**
 * A stretch of days with one status.
 *
 * @param status the status
 * @param from its first day
 * @param until the day on which the next begins; empty for none known
 * @param restsOn the acts that it rests on
 * @param article the article that decides it, such as {@code APMBC 17(2)}; empty for none
 * @param boundSince first day bound, while bound
 */
public record Standing(
    Status status,
    LocalDate from,
    Optional<LocalDate> until,
    List<TreatyAction> restsOn,
    String article,
    Optional<LocalDate> boundSince) {
  public Standing {
    restsOn = List.copyOf(restsOn);
  }

  /** The acts that are known less than well. */
  public List<TreatyAction> uncertain() {
    return restsOn.stream()
        .filter(action -> action.confidence() != TreatyAction.Confidence.VERIFIED)
        .toList();
  }
}
