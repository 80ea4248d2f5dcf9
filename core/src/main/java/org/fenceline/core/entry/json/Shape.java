package org.fenceline.core.entry.json;

import java.util.List;
import java.util.Optional;

/**
 * How values of one Java type stand in JSON: written, read back, and described by a JSON Schema.
 *
 * @param <T> the Java type
 */
interface Shape<T> {

  /** The JSON of a value. */
  Json write(T value);

  /**
   * The value of a JSON, or empty with at least one problem added.
   *
   * @param path field path at which the JSON stands, for problems
   */
  Optional<T> read(Json json, String path, List<Problem> problems);

  /** JSON Schema (2020-12) of the values. */
  Json.Obj schema();
}
