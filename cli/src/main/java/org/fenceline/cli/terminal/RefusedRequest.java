package org.fenceline.cli.terminal;

import org.fenceline.core.entry.json.Problem;

/** A request that cannot be met as things are: told as one problem, exit code 3. */
public final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public RefusedRequest(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
