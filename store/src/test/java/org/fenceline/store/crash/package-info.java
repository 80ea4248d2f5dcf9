/**
 * What is left of a register when the process is killed, the power fails or the disk gives out.
 *
 * <p>A {@code Workload} is work that makes promises while it goes on, and knows how to examine what
 * a crash left of it. {@code KillTest} kills it. {@code PowerLossTest} records its writes and syncs
 * ({@code Recording}), lets the power fail somewhere in them ({@code PowerCut}), and has it examine
 * the files that remain. {@code DiskTroubleTest} lets it work on disks that are full or read-only.
 * Both campaigns are also run against work and disks that break their word, and must find it out.
 *
 * <p>Start at {@code Workload}; {@code docs/crash-safety.md} says what is modelled and what is not.
 */
@NullMarked
package org.fenceline.store.crash;

import org.jspecify.annotations.NullMarked;
