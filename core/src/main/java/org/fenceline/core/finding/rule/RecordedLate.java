package org.fenceline.core.finding.rule;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Kind;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/**
 * Something was recorded later than the days that the authority allows after it happened. History
 * that was transcribed is held to when it was first recorded; corrections are exempt.
 */
final class RecordedLate implements Rule {

  @Override
  public String name() {
    return "recorded-late";
  }

  @Override
  public String question() {
    return "Was something recorded too long after it happened?";
  }

  @Override
  public List<Finding> judge(Views views) {
    long allowed = views.settings().recordDueDays().map(Count::number).orElseThrow();
    List<Finding> findings = new ArrayList<>();
    for (Logged entry : views.standing()) {
      if (isDated(entry)) {
        LocalDate recorded = entry.entry().firstRecordedAt().atZone(ZoneOffset.UTC).toLocalDate();
        long days = ChronoUnit.DAYS.between(entry.on().latestDay(), recorded);
        if (days > allowed) {
          findings.add(
              new Finding(
                  name(),
                  Weight.OVERDUE,
                  Optional.of(entry.on().latestDay().plusDays(allowed)),
                  "a %s of %s was recorded %d days after, %d over the %d allowed"
                      .formatted(
                          Kinds.ALL.of(entry.body()).word(),
                          entry.on(),
                          days,
                          days - allowed,
                          allowed),
                  List.of(entry),
                  false));
        }
      }
    }
    return findings;
  }

  private static boolean isDated(Logged entry) {
    return Kinds.ALL.of(entry.body()).trait() == Kind.Trait.EVENT
        && !(entry.on() instanceof When.Unknown)
        && entry.entry().fact().supersedes().isEmpty();
  }
}
