package org.fenceline.core.land.nearby;

/** The box round points, for its middle. */
final class Box {
  private double leastX = Double.POSITIVE_INFINITY;
  private double leastY = Double.POSITIVE_INFINITY;
  private double leastZ = Double.POSITIVE_INFINITY;
  private double mostX = Double.NEGATIVE_INFINITY;
  private double mostY = Double.NEGATIVE_INFINITY;
  private double mostZ = Double.NEGATIVE_INFINITY;

  void add(double x, double y, double z) {
    leastX = Math.min(leastX, x);
    leastY = Math.min(leastY, y);
    leastZ = Math.min(leastZ, z);
    mostX = Math.max(mostX, x);
    mostY = Math.max(mostY, y);
    mostZ = Math.max(mostZ, z);
  }

  double x() {
    return (leastX + mostX) / 2;
  }

  double y() {
    return (leastY + mostY) / 2;
  }

  double z() {
    return (leastZ + mostZ) / 2;
  }
}
