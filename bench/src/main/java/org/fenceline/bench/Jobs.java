package org.fenceline.bench;

import java.nio.file.Path;
import java.util.List;
import org.fenceline.bench.forecast.ForecastJob;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.land.BuildJob;
import org.fenceline.bench.land.PointJob;
import org.fenceline.bench.land.PointJob.Points;
import org.fenceline.bench.land.ThreadsJob;
import org.fenceline.bench.ledger.AppendJob;
import org.fenceline.bench.ledger.BackdatedJob;
import org.fenceline.bench.ledger.BulkJob;
import org.fenceline.bench.ledger.ReconcileJob;
import org.fenceline.bench.log.AuditJob;
import org.fenceline.bench.log.ProofJob;
import org.fenceline.bench.shell.StartJob;

/** All jobs, in the order in which they are told. */
final class Jobs {
  private static final int MANY_CLIENTS = 64;
  private static final double MOST_LAW_STARTS = 4;
  private static final double MOST_STOCK_STARTS = 5;

  private Jobs() {}

  static List<Job> all(Path root) {
    return List.of(
        new PointJob(Points.UNIFORM, false),
        new PointJob(Points.NEAR, false),
        new PointJob(Points.UNIFORM, true),
        new PointJob(Points.NEAR, true),
        new PointJob(Points.SORTED, true),
        new ThreadsJob(),
        new BuildJob(),
        new AppendJob(1),
        new AppendJob(MANY_CLIENTS),
        new BulkJob(),
        new ReconcileJob(),
        new BackdatedJob(),
        new ProofJob(),
        new AuditJob(),
        new ForecastJob(root),
        new StartJob(root, "start-law", MOST_LAW_STARTS, "law", "status", "POL"),
        new StartJob(root, "start-stock", MOST_STOCK_STARTS, "stock", "balance"));
  }
}
