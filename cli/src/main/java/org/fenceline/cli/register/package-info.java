/**
 * Keeping a register: making it, recording, correcting, voiding, endorsing, looking things up,
 * importing, backing up.
 *
 * <p>{@link org.fenceline.cli.register.RegisterCommand} finds the register and the person, and
 * marks every answer of an exercise register; commands in other packages that read a register
 * extend it.
 */
@NullMarked
package org.fenceline.cli.register;

import org.jspecify.annotations.NullMarked;
