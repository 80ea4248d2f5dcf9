package org.fenceline.core.law.term;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.value.StateCode;

/**
 * May this state do this with this on that day?
 *
 * @param state who acts
 * @param act what it does
 * @param item with what
 * @param to to whom, or whom it helps
 * @param on the UTC day
 * @param attributes what is known of the mine and the deal
 */
public record Question(
    StateCode state,
    Act act,
    Item item,
    Optional<StateCode> to,
    LocalDate on,
    Map<Attribute, Boolean> attributes) {
  public Question {
    attributes = Map.copyOf(attributes);
  }

  /** What is known of an attribute. */
  public Optional<Boolean> known(Attribute attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** The same question of another day. */
  public Question on(LocalDate day) {
    return new Question(state, act, item, to, day, attributes);
  }
}
