package org.fenceline.core.entry.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type whose values stand in JSON as strings.
 *
 * @param parse reads the text; throws {@code IllegalArgumentException} or {@code DateTimeException}
 *     with a message for the user when it cannot
 * @param print writes the text that parses back to the value
 * @param format the JSON Schema format, such as {@code date}; empty for none
 */
record TextShape<T>(Function<String, T> parse, Function<T, String> print, String format)
    implements Shape<T> {

  @Override
  public Json write(T value) {
    return new Json.Str(print.apply(value));
  }

  @Override
  public Optional<T> read(Json json, String path, List<Problem> problems) {
    // In YAML an unquoted 2026 is a number: a year, a lot or a name may well be written so.
    Json readable = json instanceof Json.Int number ? Json.of("" + number.number()) : json;
    if (!(readable instanceof Json.Str string)) {
      problems.add(
          new Problem(
              "entry.type",
              Place.ofField(path),
              "should be a string, found " + json.typeName(),
              "put it in quotes"));
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(string.text()));
    } catch (java.time.DateTimeException e) {
      problems.add(
          new Problem(
              "entry.date",
              Place.ofField(path),
              "\"" + string.text() + "\" is not a date that exists",
              "write it as in ISO 8601, such as 2026-03-05"));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem("entry.value", Place.ofField(path), String.valueOf(e.getMessage()), ""));
    }
    return Optional.empty();
  }

  @Override
  public Json.Obj schema() {
    Json.Builder schema = Json.object().put("type", "string");
    return (format.isEmpty() ? schema : schema.put("format", format)).build();
  }
}
