package org.fenceline.core.entry.json;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input that cannot be read at all, or holds values that cannot stand: carries every problem
 * that was found, so that a user mends them in one go.
 */
public final class MalformedInput extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public MalformedInput(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public MalformedInput(Problem problem) {
    this(List.of(problem));
  }

  public List<Problem> problems() {
    return problems;
  }

  /** The same problems, found in a named file. */
  public MalformedInput in(String file) {
    return new MalformedInput(problems.stream().map(p -> p.in(file)).toList());
  }
}
