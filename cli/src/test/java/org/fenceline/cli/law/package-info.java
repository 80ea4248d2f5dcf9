/** The commands of {@code fenceline law}, run in this process with captured answers. */
@NullMarked
package org.fenceline.cli.law;

import org.jspecify.annotations.NullMarked;
