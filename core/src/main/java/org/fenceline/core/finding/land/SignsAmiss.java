package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.body.Marking;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;

/** Signs are smaller than APII TA 4(a) asks, or farther apart than the authority allows. */
final class SignsAmiss implements Rule {
  private static final long TRIANGLE_BASE_MILLIMETRES = 280;
  private static final long TRIANGLE_HEIGHT_MILLIMETRES = 200;
  private static final long SQUARE_SIDE_MILLIMETRES = 150;

  @Override
  public String name() {
    return "signs-amiss";
  }

  @Override
  public String question() {
    return "Are signs smaller than APII's annex asks, or farther apart than the authority allows?";
  }

  @Override
  public List<Finding> judge(Views views) {
    long widest = views.settings().signSpacingMetres().map(Count::number).orElseThrow();
    List<Finding> findings = new ArrayList<>();
    for (Recorded<MinefieldRecord> field : views.land().fields()) {
      Markings.newest(views.land(), field)
          .map(marking -> amiss(marking, widest))
          .filter(amiss -> !amiss.isEmpty())
          .ifPresent(amiss ->
              findings.add(
                  Finds.open(
                      this,
                      Weight.DISCREPANCY,
                      "minefield %s: %s".formatted(field.body().field(), String.join(", ", amiss)),
                      field.entry())));
    }
    return findings;
  }

  private static List<String> amiss(Marking marking, long widest) {
    List<String> amiss = new ArrayList<>();
    boolean isTriangle =
        marking.signShape().map(shape -> shape == Marking.SignShape.TRIANGLE).orElse(false);
    long width = isTriangle ? TRIANGLE_BASE_MILLIMETRES : SQUARE_SIDE_MILLIMETRES;
    if (marking.signWidthMillimetres().filter(size -> size.number() < width).isPresent()) {
      amiss.add("signs less than %d mm wide (APII TA 4(a))".formatted(width));
    }
    if (isTriangle
        && marking
            .signHeightMillimetres()
            .filter(size -> size.number() < TRIANGLE_HEIGHT_MILLIMETRES)
            .isPresent()) {
      amiss.add("signs less than %d mm high (APII TA 4(a))".formatted(TRIANGLE_HEIGHT_MILLIMETRES));
    }
    marking
        .widestGapMetres()
        .filter(gap -> gap.number() > widest)
        .ifPresent(gap ->
            amiss.add("signs up to %d m apart, %d m are allowed".formatted(gap.number(), widest)));
    return amiss;
  }
}
