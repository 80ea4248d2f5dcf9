package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.place.Places;

/** A device was found, or somebody was hurt, in ground after it was released. */
final class ReleasedAndDangerous implements Rule {

  @Override
  public String name() {
    return "released-and-dangerous";
  }

  @Override
  public String question() {
    return "Was a device found, or somebody hurt, in ground after its release?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    List<Logged> events =
        views.land().entries().stream()
            .filter(
                entry -> entry.body() instanceof DeviceFound || entry.body() instanceof Accident)
            .toList();
    for (Recorded<LandRelease> release : views.land().all(LandRelease.class)) {
      for (Logged event : events) {
        boolean isLater = !event.on().latestDay().isBefore(release.entry().on().earliestDay());
        if (isLater && isIn(event, release.body())) {
          findings.add(
              Finds.open(
                  this,
                  Weight.UNLAWFUL,
                  "%s of %s in ground that release %s of %s gave back"
                      .formatted(
                          event.body() instanceof Accident ? "an accident" : "a device",
                          event.on(),
                          release.body().release(),
                          release.entry().on()),
                  event,
                  release.entry()));
        }
      }
    }
    return findings;
  }

  private static boolean isIn(Logged event, LandRelease release) {
    Footprint where = Places.of(event.body());
    double accuracy = Places.accuracyMetres(event.body());
    return Places.areas(release).stream()
        .anyMatch(area ->
            where.places().stream().anyMatch(place -> area.distanceMetres(place) <= accuracy));
  }
}
