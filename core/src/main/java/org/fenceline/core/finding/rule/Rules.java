package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.finding.land.LandRules;

/** All rules, in the order in which their findings are shown. */
public final class Rules {
  private final List<Rule> rules;

  /** The rules. */
  public Rules() {
    List<Rule> all = new ArrayList<>();
    all.addAll(
        List.of(
            new UnlawfulAct(),
            new UnlawfulHolding(),
            new StocktakeDiffers(),
            new MissingMines(),
            new ConsignmentRule(),
            new NegativeBalance(),
            new UnknownLot(),
            new UnmarkedLot(),
            new PastUseBy(),
            new RecordedLate(),
            new LateFind(),
            new ForkedCorrection(),
            new ClashingEntries(),
            new WaitingEntry(),
            new AntedatedEntry(),
            new UnendorsedBreakGlass(),
            new UnendorsedRelease(),
            new MissingAttachment(),
            new ContradictingClaims()));
    all.addAll(LandRules.ALL);
    this.rules = List.copyOf(all);
  }

  public List<Rule> list() {
    return rules;
  }

  /** The rule of a name. */
  public Optional<Rule> find(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** All findings, gravest first. */
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      findings.addAll(rule.judge(views));
    }
    findings.sort(Comparator.comparing(Finding::weight));
    return findings;
  }
}
