package org.fenceline.core.land.place;

import java.math.BigDecimal;
import java.util.List;
import org.fenceline.core.entry.body.LocatedPoint;
import org.fenceline.core.entry.body.SurveyedTraverse;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.traverse.AngleUnit;
import org.fenceline.core.land.traverse.Bearing;
import org.fenceline.core.land.traverse.Closing;
import org.fenceline.core.land.traverse.Leg;
import org.fenceline.core.land.traverse.Misclosure;
import org.fenceline.core.land.traverse.North;
import org.fenceline.core.land.traverse.Plot;
import org.fenceline.core.land.traverse.Traverse;

/** Reads traverses of entries; each leads back to the reference point at which it begins. */
public final class Traverses {
  private Traverses() {}

  /** A traverse laid out from its reference point, its misclosure shared out. */
  public static Plot plot(SurveyedTraverse traverse, LocatedPoint from) {
    Position start = Places.position(from.place().place());
    List<Leg> legs =
        traverse.legs().stream()
            .map(leg ->
                new Leg(
                    new Bearing(
                        leg.bearing().doubleValue(), unit(traverse), north(traverse, start)),
                    leg.distanceMetres().doubleValue()))
            .toList();
    return new Traverse(start, legs, new Closing.OnStation(0)).plot();
  }

  /** By how much a traverse fails to lead back to where it began. */
  public static Misclosure misclosure(SurveyedTraverse traverse, LocatedPoint from) {
    return plot(traverse, from)
        .misclosure()
        .orElseThrow(() -> new IllegalStateException("a traverse that closes has a misclosure"));
  }

  private static AngleUnit unit(SurveyedTraverse traverse) {
    return switch (traverse.unit()) {
      case DEGREES -> AngleUnit.DEGREES;
      case MILS -> AngleUnit.MILS;
    };
  }

  private static North north(SurveyedTraverse traverse, Position start) {
    return switch (traverse.north()) {
      case TRUE -> new North.True();
      case MAGNETIC ->
          new North.Magnetic(
              traverse.declinationDegrees().map(BigDecimal::doubleValue).orElse(0.0));
      case GRID -> new North.UtmGrid(utmZone(start));
    };
  }

  private static int utmZone(Position start) {
    return Math.min(60, (int) Math.floor((start.longitude() + 180) / 6) + 1);
  }
}
