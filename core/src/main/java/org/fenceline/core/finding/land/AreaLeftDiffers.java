package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.AreaBalance;

/** What remains of an area differs between stated sizes and geometry, or is less than nothing. */
final class AreaLeftDiffers implements Rule {

  @Override
  public String name() {
    return "area-left-differs";
  }

  @Override
  public String question() {
    return "Does what remains of an area differ between stated sizes and geometry?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Name area : views.land().areas()) {
      AreaBalance balance = views.land().balanceOf(area);
      Logged described = views.land().described(area).orElseThrow();
      if (!balance.agrees()) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "of %s %.0f m² remain as stated, %.0f m² by geometry"
                    .formatted(
                        area,
                        balance.stated().orElseThrow().remaining(),
                        balance.drawn().orElseThrow().remaining()),
                described));
      } else if (balance.stated().filter(figures -> figures.remaining() < 0).isPresent()) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "of %s more was released than there was: %.0f m² too much"
                    .formatted(area, -balance.stated().get().remaining()),
                described));
      }
    }
    return findings;
  }
}
