package org.fenceline.store;

import java.time.Instant;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.StateCode;

/**
 * Which register a file is. Set once, when it is made.
 *
 * @param origin name of its log; that of an exercise register ends in {@code /exercise}
 * @param state the state whose law its acts are held against
 * @param exercise whether its records are invented
 * @param createdAt when it was made
 */
public record Identity(Origin origin, StateCode state, boolean exercise, Instant createdAt) {
  public Identity {
    if (origin.isExercise() != exercise) {
      throw new IllegalArgumentException(
          exercise
              ? "the origin of an exercise register ends in /exercise"
              : "a real register refuses the exercise origin " + origin);
    }
  }
}
