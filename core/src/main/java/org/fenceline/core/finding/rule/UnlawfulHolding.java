package org.fenceline.core.finding.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;
import org.fenceline.core.law.term.Verdict;
import org.fenceline.core.stock.Balances.Holding;
import org.fenceline.core.stock.DailyBalance;
import org.fenceline.core.stock.DailyBalance.Stretch;
import org.fenceline.core.stock.Posting;

/**
 * A depot held anti-personnel mines on days on which stockpiling them was prohibited. Stock that
 * turned up late is told by its own rule.
 */
final class UnlawfulHolding implements Rule {

  @Override
  public String name() {
    return "unlawful-holding";
  }

  @Override
  public String question() {
    return "Did a depot hold mines while stockpiling them was prohibited?";
  }

  /** Days on which stockpiling is prohibited, both included. */
  private record Ban(LocalDate first, LocalDate last) {}

  @Override
  public List<Finding> judge(Views views) {
    List<Ban> bans = bans(views);
    Set<Name> lateFinds = new LinkedHashSet<>();
    for (Posting posting : views.stock().postings()) {
      if (posting.from().type() == Account.Type.DISCOVERED) {
        lateFinds.add(posting.lot());
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Holding, List<Posting>> held : views.stock().byHolding().entrySet()) {
      Holding holding = held.getKey();
      if (holding.account().type() == Account.Type.DEPOT
          && !lateFinds.contains(holding.lot())
          && LedgerAct.item(views.stock(), holding.lot()) == Item.AP_MINE) {
        DailyBalance daily = DailyBalance.of(holding.account(), held.getValue());
        for (Stretch stretch : daily.stretches(balance -> balance > 0)) {
          for (Ban ban : bans) {
            overlap(views, stretch, ban)
                .ifPresent(days -> findings.add(finding(views, holding, daily, days)));
          }
        }
      }
    }
    return findings;
  }

  private static Optional<Ban> overlap(Views views, Stretch stretch, Ban ban) {
    LocalDate last = stretch.last().orElse(views.on());
    LocalDate from = stretch.first().isAfter(ban.first()) ? stretch.first() : ban.first();
    LocalDate to = last.isBefore(ban.last()) ? last : ban.last();
    return from.isAfter(to) ? Optional.empty() : Optional.of(new Ban(from, to));
  }

  private Finding finding(Views views, Holding holding, DailyBalance daily, Ban days) {
    List<Logged> causes = new ArrayList<>();
    long most = daily.at(days.first());
    for (Map.Entry<LocalDate, DailyBalance.Day> day :
        daily.changes().headMap(days.last().plusDays(1)).entrySet()) {
      if (!day.getKey().isBefore(days.first())) {
        most = Math.max(most, daily.at(day.getKey()));
      }
      day.getValue().postings().stream()
          .filter(posting -> posting.to().equals(holding.account()))
          .map(views.stock()::entryOf)
          .forEach(causes::add);
    }
    return new Finding(
        name(),
        Weight.UNLAWFUL,
        Optional.of(days.first()),
        "%s held up to %d mines of lot %s from %s to %s, while stockpiling was PROHIBITED"
                .formatted(holding.account(), most, holding.lot(), days.first(), days.last())
            + " (APMBC 1(1)(b), 4)",
        causes.stream().distinct().toList(),
        !days.last().isBefore(views.on()));
  }

  private static List<Ban> bans(Views views) {
    List<LocalDate> days = new ArrayList<>(views.law().record().changeDays(views.state()));
    days.addFirst(When.FIRST_DAY);
    days.add(When.LAST_DAY);
    List<Ban> bans = new ArrayList<>();
    for (int i = 0; i + 1 < days.size(); i++) {
      if (isProhibited(views, days.get(i))) {
        LocalDate last = days.get(i + 1).minusDays(1);
        boolean continues =
            !bans.isEmpty() && bans.getLast().last().plusDays(1).equals(days.get(i));
        LocalDate first = continues ? bans.removeLast().first() : days.get(i);
        bans.add(new Ban(first, last));
      }
    }
    return bans;
  }

  private static boolean isProhibited(Views views, LocalDate day) {
    Opinion opinion =
        views
            .law()
            .onTheDay(
                new Question(
                    views.state(), Act.STOCKPILE, Item.AP_MINE, Optional.empty(), day, Map.of()));
    return opinion.verdict() == Verdict.PROHIBITED;
  }
}
