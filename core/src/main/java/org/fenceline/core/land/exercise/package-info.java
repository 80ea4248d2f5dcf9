/**
 * Where exercises take place: never on real ground.
 *
 * <p>May use {@code core.entry} and {@code core.land}. Start at {@link
 * org.fenceline.core.land.exercise.ExerciseGround}.
 */
@NullMarked
package org.fenceline.core.land.exercise;

import org.jspecify.annotations.NullMarked;
