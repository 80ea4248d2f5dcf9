/**
 * The land: is it safe here, and what is recorded of it.
 *
 * <p>May use {@code terminal}, {@code register} and the rooms below. What is said of safety stands
 * in {@code safety.properties}, so that it is translated in one place. Start at {@link
 * org.fenceline.cli.land.CheckCommand}.
 */
@NullMarked
package org.fenceline.cli.land;

import org.jspecify.annotations.NullMarked;
