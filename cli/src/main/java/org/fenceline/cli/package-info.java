/**
 * The {@code fenceline} command: {@link org.fenceline.cli.Main} starts it, {@link
 * org.fenceline.cli.Fenceline} lists what it can do, one package a family of commands.
 *
 * <p>A command is thin: read, call, render. May use every room below.
 */
@NullMarked
package org.fenceline.cli;

import org.jspecify.annotations.NullMarked;
