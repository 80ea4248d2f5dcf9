package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.place.Places;

/**
 * A place lies far from all others, and one slip of the pen explains it: latitude and longitude
 * swapped, a sign lost, or another UTM zone.
 */
final class PlaceImplausible implements Rule {
  /** Fewer records have no middle that a slip could be told by. */
  private static final int FEWEST = 5;

  private static final double FAR_METRES = 300_000;
  // Records along a border lie far from their middle; the half of them that is nearer says how far
  // is far.
  private static final double FAR_TIMES = 4;
  private static final double AMID_METRES = 200_000;
  private static final double ZONE_DEGREES = 6;

  @Override
  public String name() {
    return "place-implausible";
  }

  @Override
  public String question() {
    return "Does a record lie far from all others, as after a slip of the pen?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Placed> placed =
        views.land().entries().stream()
            .map(entry -> new Placed(entry, Places.of(entry.body())))
            .filter(each -> !each.where().isNowhere())
            .toList();
    List<Finding> findings = new ArrayList<>();
    if (placed.size() < FEWEST) {
      return findings;
    }
    Position middle = middle(placed);
    double[] away =
        placed.stream()
            .mapToDouble(each -> Geodesics.distanceMetres(each.where().middle(), middle))
            .toArray();
    double far = Math.max(FAR_METRES, FAR_TIMES * median(away));
    for (int i = 0; i < away.length; i++) {
      if (away[i] > far) {
        Placed stray = placed.get(i);
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "%s lies %.0f km from the middle of all records%s"
                    .formatted(
                        AreaNames.of(stray.entry().body()),
                        away[i] / 1000,
                        slip(stray.where().middle(), middle).map(slip -> "; " + slip).orElse("")),
                stray.entry()));
      }
    }
    return findings;
  }

  private record Placed(Logged entry, Footprint where) {}

  /** The middle of the latitudes and of the longitudes: a few strays do not move it. */
  private static Position middle(List<Placed> placed) {
    List<Position> places = placed.stream().map(each -> each.where().middle()).toList();
    return Position.ofDegrees(
        median(places.stream().mapToDouble(Position::longitude).toArray()),
        median(places.stream().mapToDouble(Position::latitude).toArray()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static Optional<String> slip(Position where, Position middle) {
    double longitude = where.longitude();
    double latitude = where.latitude();
    if (isAmid(latitude, longitude, middle)) {
      return Optional.of("latitude and longitude stand in each other's place");
    }
    if (isAmid(-longitude, latitude, middle) || isAmid(longitude, -latitude, middle)) {
      return Optional.of("a minus sign, or east for west, was lost");
    }
    if (isAmid(longitude - ZONE_DEGREES, latitude, middle)
        || isAmid(longitude + ZONE_DEGREES, latitude, middle)) {
      return Optional.of("in the UTM zone beside it would lie amid the others");
    }
    return Optional.empty();
  }

  private static boolean isAmid(double longitude, double latitude, Position middle) {
    return Math.abs(latitude) <= 90
        && Math.abs(longitude) <= 180
        && Geodesics.distanceMetres(Position.ofDegrees(longitude, latitude), middle) < AMID_METRES;
  }
}
