package org.fenceline.core.land.mined;

import java.util.List;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;

/**
 * Tells whether ground contains a position, as {@link Perimeter#contains} does and a hundred times
 * sooner: on a plane first, and by the geodesics themselves where the plane cannot be sure.
 */
public final class Enclosure {
  private final List<Piece> pieces;

  /** A perimeter and its rings on a plane: the outer one, then the holes. */
  private record Piece(Perimeter perimeter, List<PlaneRing> rings) {

    static Piece of(Perimeter perimeter) {
      return new Piece(
          perimeter,
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of(perimeter.outer()), perimeter.holes().stream())
              .map(PlaneRing::of)
              .toList());
    }

    boolean contains(Position position) {
      int outer = rings.getFirst().turns(position);
      if (outer == PlaneRing.UNSURE) {
        return perimeter.contains(position);
      }
      if (outer == 0) {
        return false;
      }
      for (PlaneRing hole : rings.subList(1, rings.size())) {
        int turns = hole.turns(position);
        if (turns == PlaneRing.UNSURE) {
          return perimeter.contains(position);
        }
        if (turns % 2 != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private Enclosure(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** Pieces of ground. */
  public static Enclosure of(List<Perimeter> ground) {
    return new Enclosure(ground.stream().map(Piece::of).toList());
  }

  /** Whether one of the pieces contains a position, or has it on its line. */
  public boolean contains(Position position) {
    for (Piece piece : pieces) {
      if (piece.contains(position)) {
        return true;
      }
    }
    return false;
  }
}
