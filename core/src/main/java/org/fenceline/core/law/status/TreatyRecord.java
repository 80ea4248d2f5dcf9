package org.fenceline.core.law.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.fenceline.core.entry.value.When;
import org.fenceline.core.law.term.Instrument;

/** Every state's status under every instrument on every day. */
public final class TreatyRecord {
  private final TreatyFacts facts;
  private final Map<Instrument, LocalDate> inForce = new EnumMap<>(Instrument.class);
  private final Map<StateCode, Map<Instrument, List<Standing>>> standings = new HashMap<>();
  private final NavigableSet<StateCode> states = new TreeSet<>();

  /**
   * Folds what is known.
   *
   * @throws IllegalArgumentException when an instrument's own entry into force is not among the
   *     facts
   */
  public TreatyRecord(TreatyFacts facts) {
    this.facts = facts;
    for (TreatyAction action : facts.actions()) {
      Optional<Instrument> instrument = Instrument.find(action.treaty());
      if (action.action() == Action.ENTRY_INTO_FORCE_TREATY && instrument.isPresent()) {
        inForce.put(instrument.get(), action.date());
      }
      action.state().ifPresent(states::add);
    }
    for (Instrument instrument : Instrument.values()) {
      if (!inForce.containsKey(instrument)) {
        throw new IllegalArgumentException(
            "the entry into force of " + instrument.id() + " is not among the facts");
      }
    }
  }

  /** What is known, and as of when. */
  public TreatyFacts facts() {
    return facts;
  }

  /** The states that acted under any instrument. */
  public NavigableSet<StateCode> states() {
    return java.util.Collections.unmodifiableNavigableSet(states);
  }

  /** How a state stands to an instrument on a day. */
  public Standing on(StateCode state, Instrument instrument, LocalDate day) {
    return standings(state, instrument).stream()
        .filter(standing -> !day.isBefore(standing.from()))
        .filter(standing -> standing.until().filter(next -> !day.isBefore(next)).isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("statuses cover all days"));
  }

  /** All statuses of a state under an instrument, oldest first; together they cover all days. */
  public List<Standing> standings(StateCode state, Instrument instrument) {
    return standings
        .computeIfAbsent(state, _ -> new EnumMap<>(Instrument.class))
        .computeIfAbsent(instrument, asked -> fold(state, asked));
  }

  /** Whether a state is engaged in an armed conflict at the end of a day. */
  public Optional<ArmedConflict> conflict(StateCode state, LocalDate day) {
    return conflicts(state).stream().filter(conflict -> conflict.lastsOn(day)).findFirst();
  }

  /** The notice by which a state said that it suspends an instrument, received by the day. */
  public Optional<TreatyAction> suspension(StateCode state, Instrument instrument, LocalDate day) {
    return actions(state, instrument).stream()
        .filter(action -> action.action() == Action.SUSPENSION_NOTICE)
        .filter(action -> !day.isBefore(action.date()))
        .findFirst();
  }

  /** The days on which anything changes for a state, that a verdict may turn on. */
  public NavigableSet<LocalDate> changeDays(StateCode state) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (Instrument instrument : Instrument.values()) {
      for (Standing standing : standings(state, instrument)) {
        standing.until().ifPresent(days::add);
        if (instrument == Instrument.APMBC) {
          // APMBC Art. 4: stocks within four years of entry into force for the state
          standing.boundSince().ifPresent(since -> days.add(since.plusYears(4)));
        }
      }
      actions(state, instrument).stream()
          .filter(action -> action.action() == Action.SUSPENSION_NOTICE)
          .forEach(action -> days.add(action.date()));
    }
    for (ArmedConflict conflict : conflicts(state)) {
      days.add(conflict.from());
      conflict.to().ifPresent(days::add);
    }
    return days;
  }

  private List<ArmedConflict> conflicts(StateCode state) {
    return facts.conflicts().stream().filter(conflict -> conflict.state().equals(state)).toList();
  }

  private List<TreatyAction> actions(StateCode state, Instrument instrument) {
    return facts.actions().stream()
        .filter(action -> action.treaty().equals(instrument.id()))
        .filter(action -> action.state().equals(Optional.of(state)))
        .sorted(Comparator.comparing(TreatyAction::date))
        .toList();
  }

  /** One change of status, before the days until the next are known. */
  private record Step(
      LocalDate from,
      Status status,
      List<TreatyAction> restsOn,
      String article,
      Optional<LocalDate> boundSince) {}

  private List<Standing> fold(StateCode state, Instrument instrument) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(When.FIRST_DAY, Status.NON_PARTY, List.of(), "", Optional.empty()));
    Optional<TreatyAction> consent = Optional.empty();
    LocalDate bound = When.LAST_DAY;
    for (TreatyAction action : actions(state, instrument)) {
      if (action.action() == Action.SIGNATURE) {
        steps.add(new Step(action.date(), Status.SIGNATORY, List.of(action), "", Optional.empty()));
      } else if (action.action().isConsent()) {
        consent = Optional.of(action);
        bound = firstBoundDay(state, instrument, action);
        String article = EntryIntoForce.article(instrument);
        if (bound.isAfter(action.date())) {
          steps.add(
              new Step(
                  action.date(), Status.CONSENTED, List.of(action), article, Optional.empty()));
        }
        steps.add(new Step(bound, Status.BOUND, List.of(action), article, Optional.of(bound)));
      } else if (action.action() == Action.WITHDRAWAL_NOTICE && consent.isPresent()) {
        List<TreatyAction> restsOn = List.of(consent.get(), action);
        String article = Withdrawal.article(instrument);
        steps.add(
            new Step(action.date(), Status.WITHDRAWING, restsOn, article, Optional.of(bound)));
        Withdrawal.effect(instrument, action, conflicts(state))
            .ifPresent(
                day -> steps.add(new Step(day, Status.LEFT, restsOn, article, Optional.empty())));
      }
    }
    return closed(steps);
  }

  /** A protocol binds nobody before its convention does (CCW Art. 5(3), (4)). */
  private LocalDate firstBoundDay(StateCode state, Instrument instrument, TreatyAction consent) {
    LocalDate treatyInForce = inForce(instrument);
    LocalDate day = EntryIntoForce.of(instrument, consent, treatyInForce);
    if (instrument != Instrument.APII) {
      return day;
    }
    return standings(state, Instrument.CCW).stream()
        .flatMap(standing -> standing.boundSince().stream())
        .min(Comparator.naturalOrder())
        .filter(day::isBefore)
        .orElse(day);
  }

  private LocalDate inForce(Instrument instrument) {
    LocalDate day = inForce.get(instrument);
    if (day == null) {
      throw new IllegalStateException("every instrument's entry into force was checked");
    }
    return day;
  }

  private static List<Standing> closed(List<Step> steps) {
    List<Step> inOrder = new ArrayList<>(steps);
    inOrder.sort(Comparator.comparing(Step::from));
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      Step step = inOrder.get(i);
      Optional<LocalDate> until =
          i + 1 < inOrder.size() ? Optional.of(inOrder.get(i + 1).from()) : Optional.empty();
      if (until.isEmpty() || until.get().isAfter(step.from())) {
        standings.add(
            new Standing(
                step.status(),
                step.from(),
                until,
                step.restsOn(),
                step.article(),
                step.boundSince()));
      }
    }
    return List.copyOf(standings);
  }
}
