package org.fenceline.exchange.position;

/** A way to write a position. */
public enum Notation {
  /** {@code 52.229700 N 21.012200 E}. */
  DECIMAL_DEGREES,
  /** {@code 52°13.782'N 21°00.732'E}. */
  DEGREES_MINUTES,
  /** {@code 52°13'46.92"N 21°00'43.92"E}. */
  DEGREES_MINUTES_SECONDS,
  /** {@code UTM 34 north 500833.24 5786586.67}: zone, hemisphere, metres east and north. */
  UTM,
  /** {@code UPS north 1974581.56 1747017.61}: the polar grid, metres east and north. */
  UPS,
  /** {@code 34UEC0083386586}: grid zone, square of 100 km, metres in it cut off. */
  MGRS
}
