package org.fenceline.core.law.status;

import static java.util.Collections.unmodifiableNavigableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.body.TreatyAction.Action;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.term.Instrument;

/**
 * Every state's status under every instrument on every day. Folded once when made, never changed
 * after: a question costs a look at a handful of statuses, and any number of threads may ask.
 */
public final class TreatyRecord {
  private final TreatyFacts facts;
  private final Map<StateCode, StateRecord> records = new HashMap<>();
  private final NavigableSet<StateCode> states = new TreeSet<>();
  private final StateRecord nothingKnown;

  /**
   * Folds what is known.
   *
   * @throws IllegalArgumentException when an instrument's own entry into force is not among the
   *     facts
   */
  public TreatyRecord(TreatyFacts facts) {
    this.facts = facts;
    Map<Instrument, LocalDate> inForce = inForce(facts);
    Map<StateCode, List<TreatyAction>> actions = new HashMap<>();
    for (TreatyAction action : facts.actions()) {
      action
          .state()
          .ifPresent(state -> actions.computeIfAbsent(state, _ -> new ArrayList<>()).add(action));
    }
    states.addAll(actions.keySet());
    Map<StateCode, List<ArmedConflict>> conflicts = new HashMap<>();
    for (ArmedConflict conflict : facts.conflicts()) {
      conflicts.computeIfAbsent(conflict.state(), _ -> new ArrayList<>()).add(conflict);
    }
    NavigableSet<StateCode> all = new TreeSet<>(states);
    all.addAll(conflicts.keySet());
    for (StateCode state : all) {
      records.put(
          state,
          new StateRecord(
              actions.getOrDefault(state, List.of()),
              conflicts.getOrDefault(state, List.of()),
              inForce));
    }
    nothingKnown = new StateRecord(List.of(), List.of(), inForce);
  }

  private static Map<Instrument, LocalDate> inForce(TreatyFacts facts) {
    Map<Instrument, LocalDate> inForce = new EnumMap<>(Instrument.class);
    for (TreatyAction action : facts.actions()) {
      Optional<Instrument> instrument = Instrument.find(action.treaty());
      if (action.action() == Action.ENTRY_INTO_FORCE_TREATY && instrument.isPresent()) {
        inForce.put(instrument.get(), action.date());
      }
    }
    for (Instrument instrument : Instrument.values()) {
      if (!inForce.containsKey(instrument)) {
        throw new IllegalArgumentException(
            "the entry into force of "
                + instrument.id()
                + " is not among the facts; add its entry-into-force-treaty row");
      }
    }
    return inForce;
  }

  /** What is known, and as of when. */
  public TreatyFacts facts() {
    return facts;
  }

  /** The states that acted under any instrument. */
  public NavigableSet<StateCode> states() {
    return unmodifiableNavigableSet(states);
  }

  /** How a state stands to an instrument on a day. */
  public Standing on(StateCode state, Instrument instrument, LocalDate day) {
    return of(state).on(instrument, day);
  }

  /** All statuses of a state under an instrument, oldest first; together they cover all days. */
  public List<Standing> standings(StateCode state, Instrument instrument) {
    return of(state).standings(instrument);
  }

  /** An armed conflict in which a state is engaged on a day. */
  public Optional<ArmedConflict> conflict(StateCode state, LocalDate day) {
    return of(state).conflict(day);
  }

  /**
   * The notice by which a state that an instrument binds said that it suspends it, received by the
   * day. The state stays bound: what the notice does is disputed.
   */
  public Optional<TreatyAction> suspension(StateCode state, Instrument instrument, LocalDate day) {
    return of(state).suspension(instrument, day);
  }

  /** The days on which anything changes for a state, that a verdict may turn on. */
  public NavigableSet<LocalDate> changeDays(StateCode state) {
    return of(state).changeDays();
  }

  private StateRecord of(StateCode state) {
    return records.getOrDefault(state, nothingKnown);
  }
}
