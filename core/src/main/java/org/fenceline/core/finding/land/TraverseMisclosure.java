package org.fenceline.core.finding.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.LocatedPoint;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.SurveyedTraverse;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;
import org.fenceline.core.land.place.Traverses;
import org.fenceline.core.land.traverse.Misclosure;

/** A perimeter measured by bearings and distances fails to close by more than is allowed. */
final class TraverseMisclosure implements Rule {

  @Override
  public String name() {
    return "traverse-misclosure";
  }

  @Override
  public String question() {
    return "Does a traverse fail to close by more than the authority allows?";
  }

  @Override
  public List<Finding> judge(Views views) {
    long allowed = views.settings().traverseMisclosure().map(Count::number).orElseThrow();
    List<Finding> findings = new ArrayList<>();
    for (Recorded<MinefieldRecord> field : views.land().fields()) {
      Optional<SurveyedTraverse> traverse = field.body().traverse();
      if (traverse.isPresent()) {
        misclosed(field.body(), traverse.get(), allowed)
            .ifPresent(what ->
                findings.add(
                    Finds.open(
                        this,
                        Weight.DISCREPANCY,
                        "minefield %s: %s".formatted(field.body().field(), what),
                        field.entry())));
      }
    }
    return findings;
  }

  private static Optional<String> misclosed(
      MinefieldRecord field, SurveyedTraverse traverse, long allowed) {
    Optional<LocatedPoint> from =
        field.referencePoints().stream()
            .filter(point -> point.name().equals(traverse.from()))
            .findFirst();
    if (from.isEmpty()) {
      return Optional.of(
          "its traverse begins at " + traverse.from() + ", which is none of its reference points");
    }
    Misclosure misclosure = Traverses.misclosure(traverse, from.get());
    return misclosure.isWithin((double) allowed)
        ? Optional.empty()
        : Optional.of(
            "its traverse of %s fails to close by %s, 1:%s; 1:%d is allowed"
                .formatted(
                    Finds.metres(misclosure.lengthMetres()),
                    Finds.metres(misclosure.metres()),
                    BigDecimal.valueOf(Math.round(misclosure.ratio())),
                    allowed));
  }
}
