package org.fenceline.cli.land;

import java.util.function.Predicate;
import org.fenceline.core.land.exercise.ExerciseGround;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.exchange.borders.CountryOutlines;
import org.fenceline.store.Identity;

/**
 * The country whose register answers.
 *
 * @param name its code
 * @param isAbroad whether a place surely lies outside it; never so of a state without an outline
 */
record Homeland(String name, Predicate<Position> isAbroad) {

  /** The state of a register; for exercises their fictional one. */
  static Homeland of(Identity identity) {
    return identity.exercise()
        ? new Homeland(ExerciseGround.COUNTRY, place -> !ExerciseGround.contains(place))
        : new Homeland(
            identity.state().text(),
            CountryOutlines.of(identity.state())
                .<Predicate<Position>>map(country -> country::isAbroad)
                .orElse(_ -> false));
  }
}
