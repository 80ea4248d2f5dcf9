package org.fenceline.core.land.nearby;

/** How far everything is at least, its growth taken off. */
final class Room implements Contest {
  private double least;
  private double most;

  /** Room; of more than the limit no more than that is told. */
  Room(double limitMetres) {
    this.least = limitMetres;
    this.most = limitMetres;
  }

  @Override
  public double limitMetres(double growthMetres) {
    return most + growthMetres;
  }

  @Override
  public void take(int item, Span span, double growthMetres) {
    least = Math.min(least, span.least() - growthMetres);
    most = Math.min(most, span.most() - growthMetres);
  }

  double metres() {
    return least;
  }
}
