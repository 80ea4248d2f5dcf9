/**
 * What every command shares: its surroundings, its way of answering (text or JSON) and of failing.
 *
 * <p>Promises: an answer goes to standard output and an error to standard error; colour appears on
 * a terminal only and never with NO_COLOR; exit codes are those of {@link
 * org.fenceline.cli.terminal.ExitCode}. Start at {@link
 * org.fenceline.cli.terminal.FencelineCommand}.
 */
@NullMarked
package org.fenceline.cli.terminal;

import org.jspecify.annotations.NullMarked;
