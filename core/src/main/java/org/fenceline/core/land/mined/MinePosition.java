package org.fenceline.core.land.mined;

import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.geodesy.Position;

/**
 * Where one mine lies. It leaves the program only sealed.
 *
 * @param place where
 * @param lot its lot
 * @param accuracyMetres how far off that may be, in metres; 0 where nobody says
 */
public record MinePosition(Position place, Name lot, double accuracyMetres) {

  /** Never the place. */
  @Override
  public String toString() {
    return "a mine of lot " + lot;
  }
}
