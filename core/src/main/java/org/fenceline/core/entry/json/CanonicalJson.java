package org.fenceline.core.entry.json;

import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;

/**
 * The canonical form of RFC 8785 (JSON Canonicalization Scheme): the bytes that are hashed.
 *
 * <p>The library canonicalises; what it would let through and change in silence (lone surrogates,
 * leading zeroes, integers that doubles round) is refused before it by {@link JsonReader}.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** Canonical text of any object or array that {@link JsonReader} accepts. */
  public static String canonicalise(String json) throws MalformedInput {
    return of(json, JsonReader.readValue(json));
  }

  /**
   * Canonical text of an object as entries have them: no number with a fraction, no null.
   *
   * @throws IllegalArgumentException when the tree holds what no entry may hold
   */
  public static String ofEntry(Json.Obj object) {
    return CanonicalText.of(object);
  }

  /**
   * A number as canonical JSON writes it (RFC 8785, section 3.2.2.3): the shortest digits that are
   * read as the same number.
   *
   * @throws IllegalArgumentException when it is not finite
   */
  public static String number(double number) {
    try {
      return NumberToJSON.serializeNumber(number);
    } catch (IOException e) {
      throw new IllegalArgumentException(number + " is not finite", e);
    }
  }

  private static String of(String text, Json value) throws MalformedInput {
    if (!(value instanceof Json.Obj || value instanceof Json.Arr)) {
      throw new MalformedInput(
          new Problem(
              "json.syntax", Place.UNKNOWN, "a bare " + value.typeName(), "write an object"));
    }
    try {
      return new JsonCanonicalizer(text).getEncodedString();
    } catch (IOException e) {
      throw new IllegalStateException("the canonicaliser refused what the reader accepted", e);
    }
  }
}
