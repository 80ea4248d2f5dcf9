package org.fenceline.exchange.position;

/** Which of the two coordinates an angle is, as far as its text says. */
enum Axis {
  LATITUDE,
  LONGITUDE,
  NOT_SAID
}
