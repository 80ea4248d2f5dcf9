package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.evidence.Contradictions;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** Claims that contradict each other, or the treaty record; shown side by side, never resolved. */
final class ContradictingClaims implements Rule {

  @Override
  public String name() {
    return "contradicting-claims";
  }

  @Override
  public String question() {
    return "Do claims contradict each other or the treaty record?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Logged> entries =
        views.standing().stream().filter(entry -> entry.body() instanceof Claim).toList();
    List<Claim> claims = entries.stream().map(entry -> (Claim) entry.body()).toList();
    List<Finding> findings = new ArrayList<>();
    for (Contradictions.Pair pair : Contradictions.among(claims)) {
      findings.add(
          new Finding(
              name(),
              Weight.NOTICE,
              Optional.empty(),
              "claims on %s differ: %s (%s) and %s (%s): %s"
                  .formatted(
                      pair.one().topic(),
                      pair.one().claim(),
                      pair.one().source(),
                      pair.other().claim(),
                      pair.other().source(),
                      pair.why()),
              entries.stream()
                  .filter(
                      entry -> entry.body().equals(pair.one()) || entry.body().equals(pair.other()))
                  .toList(),
              true));
    }
    for (Logged entry : entries) {
      againstTheRecord(views, entry).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> againstTheRecord(Views views, Logged entry) {
    if (!(entry.body() instanceof Claim claim) || claim.treatyAct().isEmpty()) {
      return Optional.empty();
    }
    Claim.ReportedAct reported = claim.treatyAct().get();
    Predicate<TreatyAction> ofThat =
        action ->
            action.treaty().equals(reported.treaty())
                && action.state().equals(Optional.of(reported.state()));
    List<TreatyAction> recorded =
        views.law().record().facts().actions().stream().filter(ofThat).toList();
    if (recorded.stream().anyMatch(action -> action.action() == reported.action())) {
      return Optional.empty();
    }
    String record =
        recorded.isEmpty()
            ? "no act at all"
            : recorded.stream()
                .map(action -> word(action.action()) + " of " + action.date())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    return Optional.of(
        new Finding(
            name(),
            Weight.NOTICE,
            Optional.empty(),
            "the claim %s (%s, paragraph %d) reports %s's %s under the %s; the treaty record has %s"
                .formatted(
                    claim.claim(),
                    claim.source(),
                    claim.paragraph(),
                    reported.state(),
                    word(reported.action()),
                    reported.treaty(),
                    record),
            List.of(entry),
            true));
  }

  private static String word(TreatyAction.Action action) {
    return action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
