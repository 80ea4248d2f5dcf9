/**
 * What leaves the register for other programs: all entries, and the land by disclosure level.
 *
 * <p>May use {@code terminal}, {@code register}, {@code land} and the rooms below. Every file is
 * written beside, synced and renamed, and none is replaced unless that was asked for. Start at
 * {@link org.fenceline.cli.export.ExportLandCommand}.
 */
@NullMarked
package org.fenceline.cli.export;

import org.jspecify.annotations.NullMarked;
