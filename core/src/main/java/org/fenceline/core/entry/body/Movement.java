package org.fenceline.core.entry.body;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;

/**
 * Mines going from one account to another. Each line takes from one and gives the same to another,
 * so every movement balances by its shape.
 *
 * @param lines what went where
 * @param purpose why, where a report or a treaty tells purposes apart
 * @param reason why, in words
 */
@Meaning("Mines going from one account to another.")
public record Movement(
    @Meaning("What went where; each line takes and gives the same quantity.") List<Line> lines,
    @Meaning("Why, where a report or a treaty tells purposes apart.") Optional<Purpose> purpose,
    @Meaning("Why, in words.") Optional<String> reason)
    implements Body {

  /** Most lines of one movement. */
  public static final int MOST_LINES = 10_000;

  /**
   * One lot's part.
   *
   * @param lot the lot
   * @param quantity how many mines
   * @param from where they were
   * @param to where they are then
   */
  public record Line(
      @Meaning("The lot.") Name lot,
      @Meaning("How many mines, a whole number from 1.") Quantity quantity,
      @Meaning("Where they were, such as factory or depot:WEST.") Account from,
      @Meaning("Where they are then, such as depot:WEST or transfer:UKR.") Account to) {
    public Line {
      if (from.equals(to)) {
        throw new IllegalArgumentException(
            "mines go from " + from + " to itself; name another account");
      }
      if (to.type().onlyGives()) {
        throw new IllegalArgumentException(
            "the account " + to + " only gives; a correction or a void takes a movement back");
      }
    }
  }

  /** Purposes that the treaties and their reports tell apart. */
  public enum Purpose {
    /** Used up in training that APMBC Art. 3(1) permits. */
    ART3_USE,
    /** Transferred for training that APMBC Art. 3(1) permits. */
    ART3,
    /** Transferred for destruction (APMBC Art. 3(2)). */
    DESTRUCTION,
    /** Destroyed from stock (APMBC Art. 4). */
    STOCK,
    /** Destroyed after it was found late. */
    LATE_FIND,
    /** Destroyed in clearance (APMBC Art. 5). */
    ART5
  }

  public Movement {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("a movement has 1 to " + MOST_LINES + " lines");
    }
  }
}
