package org.fenceline.core.land.nearby;

/** What is asked for, and how near the best that was found comes. */
interface Contest {

  /** Farther than this nothing that is grown by so much is asked for. */
  double limitMetres(double growthMetres);

  /** Takes note of how far something is. */
  void take(int item, Span span, double growthMetres);
}
