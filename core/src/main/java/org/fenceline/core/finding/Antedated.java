package org.fenceline.core.finding;

import java.time.Instant;
import org.fenceline.core.entry.Logged;

/**
 * An entry that claims to have been recorded before a timed checkpoint of its home log whose tree
 * lacks it.
 *
 * @param entry the entry
 * @param home origin of the log in which it was first recorded
 * @param size entries of the checkpoint that lacks it
 * @param signedAt when that checkpoint was signed or cosigned
 */
public record Antedated(Logged entry, String home, long size, Instant signedAt) {}
