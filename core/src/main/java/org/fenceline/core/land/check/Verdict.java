package org.fenceline.core.land.check;

/** What is said of a point, the worst first. */
public enum Verdict {
  /** Near an open field or hazard, or a device or accident that no later release covers. */
  DANGER,
  /** Not far from that, or in released ground about which there is doubt. */
  CAUTION,
  /** Nobody looked, or nobody recorded it. */
  NOT_SURVEYED,
  /** Inside an endorsed release about which there is no doubt. Never called safe. */
  NO_KNOWN_HAZARD_ON_SURVEYED_LAND;

  /** The worse of two. */
  public Verdict or(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
