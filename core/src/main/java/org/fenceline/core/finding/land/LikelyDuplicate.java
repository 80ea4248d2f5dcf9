package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.place.NearPairs;
import org.fenceline.core.land.place.Places;

/**
 * Two records of one kind are of the same place: the same thing recorded twice, or two things. The
 * desk decides; nothing is merged.
 */
final class LikelyDuplicate implements Rule {
  /** Nearer than this, or than their errors together, two records may be of one thing. */
  private static final double NEAR_METRES = 10;

  private static final double LARGEST_ERROR_METRES = 200;

  @Override
  public String name() {
    return "likely-duplicate";
  }

  @Override
  public String question() {
    return "Do two records of one kind stand at the same place?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Set<Name> decided = views.land().decidedReports();
    List<Logged> placed =
        views.land().entries().stream()
            .filter(entry -> isOfAThing(entry.body()))
            .filter(entry -> !isDecided(decided, entry.body()))
            .toList();
    List<Finding> findings = new ArrayList<>();
    for (NearPairs.Pair<Logged> pair :
        NearPairs.of(placed, entry -> Places.of(entry.body()), LARGEST_ERROR_METRES)) {
      Body one = pair.one().body();
      Body other = pair.other().body();
      if (isSameKind(one, other) && isSamePlace(one, other)) {
        findings.add(
            Finds.open(
                this,
                Weight.NOTICE,
                "two records of kind %s stand at one place; are they of one thing?"
                    .formatted(Kinds.ALL.of(one).word()),
                pair.one(),
                pair.other()));
      }
    }
    return findings;
  }

  private static boolean isOfAThing(Body body) {
    return body instanceof HazardousArea
        || body instanceof DeviceFound
        || body instanceof Accident
        || body instanceof FindReport;
  }

  private static boolean isDecided(Set<Name> decided, Body body) {
    return body instanceof FindReport report && decided.contains(report.report());
  }

  private static boolean isSameKind(Body one, Body other) {
    return one.getClass().equals(other.getClass()) && category(one).equals(category(other));
  }

  private static Optional<Object> category(Body body) {
    return switch (body) {
      case DeviceFound device -> Optional.of(device.category());
      case Accident accident -> Optional.of(accident.category());
      case HazardousArea area -> Optional.of(area.kind());
      default -> Optional.empty();
    };
  }

  private static boolean isSamePlace(Body one, Body other) {
    Footprint here = Places.of(one);
    Footprint there = Places.of(other);
    double near =
        Math.clamp(
            Places.accuracyMetres(one) + Places.accuracyMetres(other),
            NEAR_METRES,
            LARGEST_ERROR_METRES);
    boolean isAlike = here.areas().isEmpty() == there.areas().isEmpty();
    boolean isOfOneSize =
        Math.abs(here.areaSquareMetres() - there.areaSquareMetres())
            <= 0.1 * Math.max(here.areaSquareMetres(), there.areaSquareMetres());
    return isAlike
        && isOfOneSize
        && Geodesics.distanceMetres(here.middle(), there.middle()) <= near;
  }
}
