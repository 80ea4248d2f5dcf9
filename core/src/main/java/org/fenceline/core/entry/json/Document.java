package org.fenceline.core.entry.json;

import java.util.Map;

/**
 * A value that was read, with the line of each of its parts, so that what is found wrong later can
 * still be placed.
 *
 * @param root the value
 * @param lines line from 1 by field path, such as {@code body.lines[0].quantity}; the root's path
 *     is the empty text
 */
public record Document(Json root, Map<String, Integer> lines) {
  public Document {
    lines = Map.copyOf(lines);
  }

  /** The place of a field: its own line, else the line of the nearest part that holds it. */
  public Place place(String field) {
    String path = field;
    while (!path.isEmpty() && !lines.containsKey(path)) {
      int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
      path = cut < 0 ? "" : path.substring(0, cut);
    }
    return new Place("", lines.getOrDefault(path, 0), field);
  }

  /** The same problem with the line of its field filled in. */
  public Problem placed(Problem problem) {
    return problem.place().line() > 0
        ? problem
        : new Problem(
            problem.code(), place(problem.place().field()), problem.message(), problem.mend());
  }
}
