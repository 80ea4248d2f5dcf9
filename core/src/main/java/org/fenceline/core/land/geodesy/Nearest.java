package org.fenceline.core.land.geodesy;

/**
 * The nearest point of something, seen from a position.
 *
 * @param metres how far it is; 0 from within
 * @param at where it is
 */
public record Nearest(double metres, Position at) {

  /** The nearer of two; the first when they are as near. */
  public Nearest or(Nearest other) {
    return other.metres < metres ? other : this;
  }
}
