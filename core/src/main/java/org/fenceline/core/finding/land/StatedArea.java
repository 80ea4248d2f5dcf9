package org.fenceline.core.finding.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.AreaBalance;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.place.Places;

/** An area is stated otherwise than its perimeter gives. */
final class StatedArea implements Rule {

  @Override
  public String name() {
    return "stated-area";
  }

  @Override
  public String question() {
    return "Is an area stated otherwise than its perimeter gives?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Logged entry : views.land().entries()) {
      switch (entry.body()) {
        case MinefieldRecord field ->
            judge(findings, entry, field.statedAreaSquareMetres(), Places.of(field).areas());
        case HazardousArea area ->
            judge(findings, entry, area.statedAreaSquareMetres(), Places.of(area).areas());
        case LandRelease release ->
            release
                .parts()
                .forEach(part ->
                    judge(findings, entry, part.statedAreaSquareMetres(), Places.areas(part)));
        default -> {
          // Nothing else states an area.
        }
      }
    }
    return findings;
  }

  private void judge(
      List<Finding> findings, Logged entry, Optional<BigDecimal> stated, List<Perimeter> drawn) {
    if (stated.isEmpty() || drawn.isEmpty()) {
      return;
    }
    double computed = Footprint.of(drawn).areaSquareMetres();
    double said = stated.get().doubleValue();
    if (!AreaBalance.isAbout(said, computed, computed)) {
      findings.add(
          Finds.open(
              this,
              Weight.DISCREPANCY,
              "%s states %.0f m², its perimeter gives %.0f m²"
                  .formatted(AreaNames.of(entry.body()), said, computed),
              entry));
    }
  }
}
