/**
 * Everyday commands from the shell, beside a Java program that prints one line. Start at {@link
 * org.fenceline.bench.shell.StartJob}.
 */
@NullMarked
package org.fenceline.bench.shell;

import org.jspecify.annotations.NullMarked;
