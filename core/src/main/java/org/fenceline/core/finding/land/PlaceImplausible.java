package org.fenceline.core.finding.land;

import java.util.ArrayList;
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
    List<Logged> placed =
        views.land().entries().stream()
            .filter(entry -> !Places.of(entry.body()).isNowhere())
            .toList();
    List<Finding> findings = new ArrayList<>();
    if (placed.size() < FEWEST) {
      return findings;
    }
    Position middle = middle(placed);
    for (Logged entry : placed) {
      Position where = Places.of(entry.body()).middle();
      double away = Geodesics.distanceMetres(where, middle);
      if (away > FAR_METRES) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "%s lies %.0f km from the middle of all records%s"
                    .formatted(
                        AreaNames.of(entry.body()),
                        away / 1000,
                        slip(where, middle).map(slip -> "; " + slip).orElse("")),
                entry));
      }
    }
    return findings;
  }

  /** The middle of the latitudes and of the longitudes: a few strays do not move it. */
  private static Position middle(List<Logged> placed) {
    List<Position> places =
        placed.stream().map(entry -> Places.of(entry.body())).map(Footprint::middle).toList();
    int half = places.size() / 2;
    return Position.ofDegrees(
        places.stream().map(Position::longitude).sorted().toList().get(half),
        places.stream().map(Position::latitude).sorted().toList().get(half));
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
