/**
 * {@code fenceline law}: statuses, verdicts and the region's timeline, from the built-in treaty
 * data; no register is needed. Start at {@link org.fenceline.cli.law.LawCommand}.
 */
@NullMarked
package org.fenceline.cli.law;

import org.jspecify.annotations.NullMarked;
