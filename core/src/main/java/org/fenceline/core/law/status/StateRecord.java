package org.fenceline.core.law.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.body.TreatyAction.Action;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.law.term.Instrument;

/** One state's statuses under every instrument, folded once from its acts and conflicts. */
final class StateRecord {
  private static final int ARTICLE_4_YEARS = 4;

  private final List<TreatyAction> actions;
  private final List<ArmedConflict> conflicts;
  private final Map<Instrument, LocalDate> inForce;
  private final Map<Instrument, List<Standing>> standings = new EnumMap<>(Instrument.class);

  /**
   * Folds what a state did.
   *
   * @param inForce each instrument's own entry into force
   */
  StateRecord(
      List<TreatyAction> actions,
      List<ArmedConflict> conflicts,
      Map<Instrument, LocalDate> inForce) {
    this.actions = actions.stream().sorted(Comparator.comparing(TreatyAction::date)).toList();
    this.conflicts = List.copyOf(conflicts);
    this.inForce = inForce;
    // In this order: whether the protocol binds depends on whether its convention does.
    for (Instrument instrument : Instrument.values()) {
      standings.put(instrument, fold(instrument));
    }
  }

  List<Standing> standings(Instrument instrument) {
    return standings.getOrDefault(instrument, List.of());
  }

  /** The status on a day; a day before all days that a register speaks of has the first one. */
  Standing on(Instrument instrument, LocalDate day) {
    List<Standing> all = standings(instrument);
    for (int i = all.size() - 1; i > 0; i--) {
      if (!day.isBefore(all.get(i).from())) {
        return all.get(i);
      }
    }
    return all.getFirst();
  }

  Optional<ArmedConflict> conflict(LocalDate day) {
    return conflicts.stream().filter(conflict -> conflict.lastsOn(day)).findFirst();
  }

  Optional<TreatyAction> suspension(Instrument instrument, LocalDate day) {
    return on(instrument, day).status().isBound()
        ? suspensions(instrument).stream()
            .filter(action -> !day.isBefore(action.date()))
            .findFirst()
        : Optional.empty();
  }

  NavigableSet<LocalDate> changeDays() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (Instrument instrument : Instrument.values()) {
      for (Standing standing : standings(instrument)) {
        standing.until().ifPresent(days::add);
        if (instrument == Instrument.APMBC) {
          // APMBC Art. 4: stocks within four years of entry into force for the state
          standing.boundSince().ifPresent(since -> days.add(since.plusYears(ARTICLE_4_YEARS)));
        }
      }
      suspensions(instrument).forEach(action -> days.add(action.date()));
    }
    for (ArmedConflict conflict : conflicts) {
      days.add(conflict.from());
      conflict.to().ifPresent(last -> days.add(last.plusDays(1)));
    }
    return days;
  }

  private List<TreatyAction> suspensions(Instrument instrument) {
    return actions(instrument).stream()
        .filter(action -> action.action() == Action.SUSPENSION_NOTICE)
        .toList();
  }

  private List<TreatyAction> actions(Instrument instrument) {
    return actions.stream().filter(action -> action.treaty().equals(instrument.id())).toList();
  }

  /** One change of status, before the day of the next is known. */
  private record Step(
      LocalDate from,
      Status status,
      List<TreatyAction> restsOn,
      String article,
      Optional<LocalDate> boundSince) {}

  private List<Standing> fold(Instrument instrument) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(When.FIRST_DAY, Status.NON_PARTY, List.of(), "", Optional.empty()));
    Optional<TreatyAction> consent = Optional.empty();
    Optional<LocalDate> bound = Optional.empty();
    for (TreatyAction action : actions(instrument)) {
      if (action.action() == Action.SIGNATURE) {
        steps.add(new Step(action.date(), Status.SIGNATORY, List.of(action), "", Optional.empty()));
      } else if (action.action().isConsent()) {
        consent = Optional.of(action);
        bound = firstBoundDay(instrument, action);
        String article = EntryIntoForce.article(instrument);
        if (bound.filter(day -> !day.isAfter(action.date())).isEmpty()) {
          steps.add(
              new Step(
                  action.date(), Status.CONSENTED, List.of(action), article, Optional.empty()));
        }
        bound.ifPresent(day ->
            steps.add(new Step(day, Status.BOUND, List.of(action), article, Optional.of(day))));
      } else if (action.action() == Action.WITHDRAWAL_NOTICE
          && consent.isPresent()
          && bound.isPresent()) {
        steps.addAll(withdrawal(instrument, consent.get(), bound.get(), action));
      }
    }
    return closed(steps);
  }

  /** A notice given before the treaty binds the state changes nothing until it does. */
  private List<Step> withdrawal(
      Instrument instrument, TreatyAction consent, LocalDate bound, TreatyAction notice) {
    List<TreatyAction> restsOn = List.of(consent, notice);
    String article = Withdrawal.article(instrument);
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            later(notice.date(), bound), Status.WITHDRAWING, restsOn, article, Optional.of(bound)));
    Withdrawal.effect(instrument, notice, conflicts)
        .map(day -> new Step(later(day, bound), Status.LEFT, restsOn, article, Optional.empty()))
        .ifPresent(steps::add);
    return steps;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** A protocol binds nobody before its convention does, or without it (CCW Art. 5(3), (4)). */
  private Optional<LocalDate> firstBoundDay(Instrument instrument, TreatyAction consent) {
    LocalDate treatyInForce = inForce.getOrDefault(instrument, When.LAST_DAY);
    LocalDate day = EntryIntoForce.of(instrument, consent, treatyInForce);
    if (instrument != Instrument.APII) {
      return Optional.of(day);
    }
    return standings(Instrument.CCW).stream()
        .flatMap(standing -> standing.boundSince().stream())
        .min(Comparator.naturalOrder())
        .map(convention -> later(day, convention));
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
