package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.AreaBalance;
import org.fenceline.core.land.book.Recorded;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Overlay;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.place.Places;

/** A release covers ground outside the area that it releases, or an area nobody recorded. */
final class ReleaseOutside implements Rule {

  @Override
  public String name() {
    return "release-outside";
  }

  @Override
  public String question() {
    return "Does a release reach outside the hazard that it releases?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Recorded<LandRelease> release : views.land().all(LandRelease.class)) {
      Optional<Logged> area = views.land().described(release.body().area());
      List<Perimeter> released = Places.areas(release.body());
      if (area.isEmpty()) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "release %s is of %s, of which there is no record"
                    .formatted(release.body().release(), release.body().area()),
                release.entry()));
      } else {
        List<Perimeter> hazard = Places.of(area.get().body()).areas();
        double outside =
            hazard.isEmpty()
                ? 0
                : Footprint.of(Overlay.difference(released, hazard)).areaSquareMetres();
        if (!AreaBalance.isAbout(outside, 0, Footprint.of(released).areaSquareMetres())) {
          findings.add(
              Finds.open(
                  this,
                  Weight.DISCREPANCY,
                  "%.0f m² of release %s lie outside %s"
                      .formatted(outside, release.body().release(), release.body().area()),
                  release.entry(),
                  area.get()));
        }
      }
    }
    return findings;
  }
}
