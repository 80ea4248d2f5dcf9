package org.fenceline.core.land.traverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.land.geodesy.Course;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;

/**
 * Legs by bearing and distance, one after another from a reference point.
 *
 * @param reference where the first leg begins
 * @param legs at least one
 * @param closing where the last leg should have led
 */
public record Traverse(Position reference, List<Leg> legs, Closing closing) {

  /** Legs of one traverse. */
  public static final int MOST_LEGS = 100_000;

  public Traverse {
    legs = List.copyOf(legs);
    if (legs.isEmpty() || legs.size() > MOST_LEGS) {
      throw new IllegalArgumentException(
          "a traverse of " + legs.size() + " legs cannot be; it has 1 to " + MOST_LEGS);
    }
    if (closing instanceof Closing.OnStation(int station)
        && (station < 0 || station >= legs.size())) {
      throw new IllegalArgumentException(
          "a traverse of "
              + legs.size()
              + " legs cannot close on station "
              + station
              + "; write 0 for the reference point, or the number of a leg before the last");
    }
  }

  /** Lays it out, and shares its misclosure out by the compass rule. */
  public Plot plot() {
    List<Position> measured = measured();
    Position end = measured.getLast();
    return switch (closing) {
      case Closing.Open() -> new Plot(measured, measured, Optional.empty());
      case Closing.OnPoint(Position known) -> closed(measured, 0, misclosure(0, end, known), known);
      case Closing.OnStation(int station) -> {
        Position known = measured.get(station);
        yield closed(measured, station, misclosure(station, end, known), known);
      }
    };
  }

  /**
   * The turning points as a ring, adjusted: the stations from the one that it closes on. Absent
   * when it does not close on a station of its own.
   */
  public Optional<Ring> turningPoints() {
    return closing instanceof Closing.OnStation(int station)
        ? Optional.of(Ring.through(plot().adjusted().subList(station, legs.size())))
        : Optional.empty();
  }

  private List<Position> measured() {
    List<Position> stations = new ArrayList<>(legs.size() + 1);
    stations.add(reference);
    for (Leg leg : legs) {
      Position at = stations.getLast();
      stations.add(Geodesics.arrival(at, leg.bearing().trueDegrees(at), leg.metres()).position());
    }
    return stations;
  }

  private Misclosure misclosure(int fromStation, Position end, Position known) {
    Course gap = Geodesics.course(end, known);
    return new Misclosure(gap.metres(), gap.azimuthAtStart(), lengthMetres(fromStation));
  }

  private double lengthMetres(int fromStation) {
    return legs.subList(fromStation, legs.size()).stream().mapToDouble(Leg::metres).sum();
  }

  /**
   * N. Bowditch's compass rule (The Analyst, 1808): each station moves as the end must, by the part
   * of the way that lies behind it. "As the end must" is carried along the geodesic from the end,
   * because north is another direction at every station.
   */
  private Plot closed(
      List<Position> measured, int fromStation, Misclosure misclosure, Position known) {
    List<Position> adjusted = new ArrayList<>(measured.subList(0, fromStation + 1));
    Position end = measured.getLast();
    double behind = 0;
    for (int i = fromStation + 1; i < legs.size(); i++) {
      behind += legs.get(i - 1).metres();
      double metres = misclosure.metres() * behind / misclosure.lengthMetres();
      adjusted.add(moved(measured.get(i), end, misclosure.azimuth(), metres));
    }
    adjusted.add(known);
    return new Plot(measured, adjusted, Optional.of(misclosure));
  }

  private static Position moved(Position station, Position end, double azimuth, double metres) {
    if (metres == 0) {
      return station;
    }
    Course there = Geodesics.course(end, station);
    double turned = azimuth + there.azimuthAtEnd() - there.azimuthAtStart();
    return Geodesics.arrival(station, turned, metres).position();
  }
}
