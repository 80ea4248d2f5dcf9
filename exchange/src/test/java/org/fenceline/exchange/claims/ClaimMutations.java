package org.fenceline.exchange.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.Claim.Comparison;
import org.fenceline.core.entry.body.Claim.Modality;
import org.fenceline.core.entry.value.When;

/** Every way in which one field of a claim can be wrong. */
final class ClaimMutations {

  /**
   * A claim that was changed.
   *
   * @param field the field that was changed
   * @param claim the claim after the change
   */
  record Mutation(String field, Claim claim) {}

  private ClaimMutations() {}

  static List<Mutation> of(Claim claim) {
    List<Mutation> mutations = new ArrayList<>();
    claim
        .value()
        .ifPresent(value -> {
          BigDecimal more = value.low().add(BigDecimal.ONE);
          BigDecimal tenfold = value.low().multiply(BigDecimal.TEN);
          for (BigDecimal wrong : List.of(more, tenfold)) {
            BigDecimal high = value.upper().max(wrong);
            mutations.add(
                new Mutation(
                    "value", with(claim, new Claim.Value(wrong, Optional.of(high), value.unit()))));
          }
          mutations.add(
              new Mutation(
                  "value",
                  with(
                      claim,
                      new Claim.Value(
                          value.low(),
                          Optional.of(value.upper().add(BigDecimal.ONE)),
                          value.unit()))));
          mutations.add(
              new Mutation(
                  "unit", with(claim, new Claim.Value(value.low(), value.high(), "parsecs"))));
        });
    claim
        .when()
        .ifPresent(when -> {
          mutations.add(new Mutation("when", with(claim, shifted(when))));
          mutations.add(new Mutation("when", with(claim, When.parse("1901-02-03"))));
        });
    for (int i = 0; i < claim.names().size(); i++) {
      for (String wrong : List.of("Sweden", claim.names().get(i) + "x")) {
        List<String> names = new ArrayList<>(claim.names());
        names.set(i, wrong);
        mutations.add(new Mutation("names", withNames(claim, names)));
      }
    }
    for (String wrong : List.of("Pawel Zalewski", "Jaroslaw Zakrzewski", "Nobody Atall")) {
      claim
          .speaker()
          .filter(speaker -> !wrong.endsWith(speaker))
          .ifPresent(_ -> mutations.add(new Mutation("speaker", withSpeaker(claim, wrong))));
    }
    for (Modality modality : Modality.values()) {
      if (modality != claim.modality()) {
        mutations.add(new Mutation("modality", with(claim, modality)));
      }
    }
    if (claim.value().isPresent()) {
      for (Comparison comparison : Comparison.values()) {
        List<Comparison> toggled = new ArrayList<>(claim.comparison());
        if (!toggled.remove(comparison)) {
          toggled.add(comparison);
        }
        mutations.add(new Mutation("comparison", withComparison(claim, toggled)));
      }
    }
    mutations.add(new Mutation("negated", withNegation(claim, !claim.negated().orElse(false))));
    return mutations;
  }

  private static When shifted(When when) {
    return switch (when) {
      case When.Day day -> When.day(day.day().plusDays(1));
      case When.Month month -> new When.Month(month.month().plusMonths(1));
      case When.WholeYear year -> new When.WholeYear(year.year().plusYears(1));
      case When.Moment _, When.Period _, When.Unknown _ -> new When.Unknown();
    };
  }

  static Claim withParagraph(Claim c, int paragraph) {
    return new Claim(
        c.claim(),
        c.topic(),
        c.statement(),
        c.source(),
        paragraph,
        c.speaker(),
        c.value(),
        c.when(),
        c.names(),
        c.modality(),
        c.comparison(),
        c.negated(),
        c.treatyAct());
  }

  private static Claim with(Claim c, Claim.Value value) {
    return new Claim(
        c.claim(),
        c.topic(),
        c.statement(),
        c.source(),
        c.paragraph(),
        c.speaker(),
        Optional.of(value),
        c.when(),
        c.names(),
        c.modality(),
        c.comparison(),
        c.negated(),
        c.treatyAct());
  }

  private static Claim with(Claim c, When when) {
    return new Claim(
        c.claim(),
        c.topic(),
        c.statement(),
        c.source(),
        c.paragraph(),
        c.speaker(),
        c.value(),
        Optional.of(when),
        c.names(),
        c.modality(),
        c.comparison(),
        c.negated(),
        c.treatyAct());
  }

  private static Claim with(Claim c, Modality modality) {
    return new Claim(
        c.claim(),
        c.topic(),
        c.statement(),
        c.source(),
        c.paragraph(),
        c.speaker(),
        c.value(),
        c.when(),
        c.names(),
        modality,
        c.comparison(),
        c.negated(),
        c.treatyAct());
  }

  private static Claim withNames(Claim c, List<String> names) {
    return new Claim(
        c.claim(),
        c.topic(),
        c.statement(),
        c.source(),
        c.paragraph(),
        c.speaker(),
        c.value(),
        c.when(),
        names,
        c.modality(),
        c.comparison(),
        c.negated(),
        c.treatyAct());
  }

  private static Claim withSpeaker(Claim c, String speaker) {
    return new Claim(
        c.claim(),
        c.topic(),
        c.statement(),
        c.source(),
        c.paragraph(),
        Optional.of(speaker),
        c.value(),
        c.when(),
        c.names(),
        c.modality(),
        c.comparison(),
        c.negated(),
        c.treatyAct());
  }

  private static Claim withComparison(Claim c, List<Comparison> comparison) {
    return new Claim(
        c.claim(),
        c.topic(),
        c.statement(),
        c.source(),
        c.paragraph(),
        c.speaker(),
        c.value(),
        c.when(),
        c.names(),
        c.modality(),
        comparison,
        c.negated(),
        c.treatyAct());
  }

  private static Claim withNegation(Claim c, boolean negated) {
    return new Claim(
        c.claim(),
        c.topic(),
        c.statement(),
        c.source(),
        c.paragraph(),
        c.speaker(),
        c.value(),
        c.when(),
        c.names(),
        c.modality(),
        c.comparison(),
        Optional.of(negated),
        c.treatyAct());
  }
}
