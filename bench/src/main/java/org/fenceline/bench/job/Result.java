package org.fenceline.bench.job;

import java.time.LocalDate;

/**
 * What a job came to, as it is kept.
 *
 * @param job the job's name
 * @param size how much data
 * @param peer the peer by name and version
 * @param measured the ratios
 * @param note what else is worth telling
 * @param machine where it ran, and under what load
 * @param on the day
 */
public record Result(
    String job,
    long size,
    String peer,
    Rounds.Measured measured,
    String note,
    String machine,
    LocalDate on) {}
