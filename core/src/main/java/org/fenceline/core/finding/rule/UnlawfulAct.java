package org.fenceline.core.finding.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.rule.Applied;
import org.fenceline.core.law.rule.Applied.Condition;
import org.fenceline.core.law.term.Question;
import org.fenceline.core.law.term.Verdict;

/**
 * An act that the law of its day prohibits, on either side of a transfer, or restricts by a
 * condition that the ledger shows to be unmet. What readings differ on is told as such.
 */
final class UnlawfulAct implements Rule {

  @Override
  public String name() {
    return "unlawful-act";
  }

  @Override
  public String question() {
    return "Did an act break the law of its day, by any reading?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Map<Question, Opinion> opinions = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Logged entry : views.standing()) {
      if (!entry.on().earliestDay().isAfter(views.on())) {
        for (LedgerAct act : LedgerAct.of(entry)) {
          finding(views, opinions, entry, act).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private Optional<Finding> finding(
      Views views, Map<Question, Opinion> known, Logged entry, LedgerAct act) {
    LocalDate earliest = entry.on().earliestDay();
    List<Opinion> opinions =
        possibleDays(views, entry, act).stream()
            .map(day -> opinion(views, known, act, day))
            .toList();
    Opinion first = opinions.getFirst();
    List<Opinion> others =
        opinions.stream().filter(opinion -> opinion.verdict() != first.verdict()).toList();
    if (others.isEmpty()) {
      return judged(entry, act, first, earliest);
    }
    String verdicts =
        Stream.concat(Stream.of(first), others.stream())
            .map(opinion -> opinion.verdict() + " on " + opinion.question().on())
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Finding(
            name(),
            Weight.NOTICE,
            Optional.of(earliest),
            "%s: %s; the date is not known well enough, so it cannot be decided"
                .formatted(what(act, first), verdicts),
            List.of(entry),
            false));
  }

  /** The days on which it may have been, one for each stretch between changes of the law. */
  private static List<LocalDate> possibleDays(Views views, Logged entry, LedgerAct act) {
    LocalDate earliest = entry.on().earliestDay();
    LocalDate latest = entry.on().latestDay();
    NavigableSet<LocalDate> days = new TreeSet<>();
    days.addAll(views.law().record().changeDays(views.state()));
    act.to().ifPresent(to -> days.addAll(views.law().record().changeDays(to)));
    List<LocalDate> possible = new ArrayList<>(List.of(earliest));
    possible.addAll(days.subSet(earliest, false, latest, true));
    return possible;
  }

  private Optional<Finding> judged(Logged entry, LedgerAct act, Opinion opinion, LocalDate day) {
    boolean ownSide = isBroken(opinion) || opinion.isContestedHere();
    Optional<Opinion> side = ownSide ? Optional.of(opinion) : opinion.recipient();
    if (side.isEmpty() || !(isBroken(side.get()) || side.get().isContestedHere())) {
      return Optional.empty();
    }
    Opinion broken = side.get();
    boolean contested = broken.isContestedHere();
    String by =
        broken.rules().stream()
            .filter(rule -> !rule.isDuty())
            .filter(
                rule -> rule.result() == Verdict.PROHIBITED || rule.condition() == Condition.UNMET)
            .map(Applied::article)
            .collect(Collectors.joining(", "));
    String readings =
        contested
            ? "; contested: "
                + broken.readings().stream()
                    .map(reading -> reading.name() + ": " + reading.verdict())
                    .collect(Collectors.joining(" / "))
            : "";
    return Optional.of(
        new Finding(
            name(),
            contested ? Weight.NOTICE : Weight.UNLAWFUL,
            Optional.of(day),
            "%s on %s: %s%s%s%s"
                .formatted(
                    what(act, opinion),
                    day,
                    broken.verdict(),
                    ownSide ? "" : " for the recipient " + broken.question().state(),
                    by.isEmpty() ? "" : " (" + by + ")",
                    readings),
            List.of(entry),
            false));
  }

  private static boolean isBroken(Opinion opinion) {
    return opinion.verdict() == Verdict.PROHIBITED
        || opinion.rules().stream().anyMatch(rule -> rule.condition() == Condition.UNMET);
  }

  private static String what(LedgerAct act, Opinion opinion) {
    return "%s %s %d mines of lot %s%s"
        .formatted(
            opinion.question().state(),
            act.act().word(),
            act.mines(),
            act.lot(),
            act.to().map(state -> " to " + state).orElse(""));
  }

  private static Opinion opinion(
      Views views, Map<Question, Opinion> opinions, LedgerAct act, LocalDate day) {
    Question question =
        new Question(
            views.state(),
            act.act(),
            LedgerAct.item(views.stock(), act.lot()),
            act.to(),
            day,
            LedgerAct.attributes(views.stock(), act.lot()));
    return opinions.computeIfAbsent(question, views.law()::onTheDay);
  }
}
