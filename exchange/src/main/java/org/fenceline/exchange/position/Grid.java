package org.fenceline.exchange.position;

import org.apache.sis.geometry.DirectPosition2D;
import org.apache.sis.referencing.CommonCRS;
import org.fenceline.core.land.geodesy.Position;
import org.opengis.geometry.DirectPosition;
import org.opengis.referencing.crs.ProjectedCRS;
import org.opengis.referencing.operation.TransformException;

/**
 * One of the 122 map grids that cover the earth: UTM, 60 zones a hemisphere, and UPS round each
 * pole.
 *
 * @param zone from 1 to 60; 0 for UPS
 * @param north which hemisphere its northings are counted in
 */
record Grid(int zone, boolean north) {
  /** The zones of UTM. */
  static final int ZONES = 60;

  // UTM reaches from 80° south to 84° north, DMA TM 8358.1.
  static final double UTM_SOUTH = -80;
  static final double UTM_NORTH = 84;
  // A latitude of each hemisphere at which no zone is wider or narrower than 6°.
  private static final double ORDINARY_LATITUDE = 45;
  private static final double POLE = 90;
  private static final int ZONE_DEGREES = 6;

  /** Metres on a grid. */
  record Point(double east, double north) {}

  /** The grid in which a position is written: with the wider zones of Norway and Svalbard. */
  static Grid of(Position position) {
    double latitude = position.latitude();
    if (latitude < UTM_SOUTH || latitude >= UTM_NORTH) {
      return new Grid(0, latitude > 0);
    }
    // By SIS, which knows the exceptions; the zone stands in the name of what it gives.
    ProjectedCRS system = CommonCRS.WGS84.universal(latitude, position.longitude());
    double middle =
        system
            .getConversionFromBase()
            .getParameterValues()
            .parameter("Longitude of natural origin")
            .doubleValue();
    return new Grid((int) Math.round((middle + 183) / ZONE_DEGREES), latitude >= 0);
  }

  boolean isPolar() {
    return zone == 0;
  }

  /** Where a position lies on this grid. */
  Point project(Position position) {
    try {
      DirectPosition at =
          system()
              .getConversionFromBase()
              .getMathTransform()
              .transform(new DirectPosition2D(position.latitude(), position.longitude()), null);
      return new Point(at.getOrdinate(0), at.getOrdinate(1));
    } catch (TransformException e) {
      throw new IllegalStateException("a grid projects what lies in its zone", e);
    }
  }

  /** The position at a point of this grid. */
  Position locate(Point point) {
    try {
      DirectPosition at =
          system()
              .getConversionFromBase()
              .getMathTransform()
              .inverse()
              .transform(new DirectPosition2D(point.east(), point.north()), null);
      double longitude = Math.IEEEremainder(at.getOrdinate(1), 360);
      return Position.ofDegrees(longitude, at.getOrdinate(0));
    } catch (TransformException e) {
      throw new IllegalStateException("a grid gives a place for every point in its range", e);
    }
  }

  private ProjectedCRS system() {
    double latitude = isPolar() ? POLE : ORDINARY_LATITUDE;
    double longitude = isPolar() ? 0 : ZONE_DEGREES * zone - 183;
    return CommonCRS.WGS84.universal(north ? latitude : -latitude, longitude);
  }
}
