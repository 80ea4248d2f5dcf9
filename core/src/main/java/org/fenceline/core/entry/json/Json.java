package org.fenceline.core.entry.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A JSON value. Immutable; members of an object keep the order in which they were given. */
public sealed interface Json {

  /** The largest integer that every JSON reader keeps exact: 2^53 − 1 (RFC 7493, section 2.2). */
  long MAX_INTEGER = (1L << 53) - 1;

  /** An object. */
  record Obj(SequencedMap<String, Json> members) implements Json {
    public Obj {
      members = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    public Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string, kept as it was entered. */
  record Str(String text) implements Json {}

  /** A whole number within ±(2^53−1). */
  record Int(long number) implements Json {
    public Int {
      if (number > MAX_INTEGER || number < -MAX_INTEGER) {
        throw new IllegalArgumentException(
            number + " is beyond 2^53-1, where JSON readers round; write it as a string");
      }
    }
  }

  /** A number with a fraction or an exponent: for answers only, never in an entry. */
  record Dec(BigDecimal number) implements Json {
    /**
     * Digits before or behind the point at most: 1e999999999 would fill the memory when written.
     */
    public static final int MOST_DIGITS = 400;

    public Dec {
      if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
        throw new NumberFormatException(
            "a number of more than " + MOST_DIGITS + " digits, or of such an exponent");
      }
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Json {}

  /** JSON's null: for answers only, never in an entry. */
  record Null() implements Json {}

  static Json of(String text) {
    return new Str(text);
  }

  static Json of(long number) {
    return new Int(number);
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Json of(BigDecimal number) {
    return new Dec(number);
  }

  static Arr array(List<? extends Json> items) {
    return new Arr(List.copyOf(items));
  }

  /** An array of strings. */
  static Arr strings(List<String> texts) {
    return new Arr(texts.stream().<Json>map(Str::new).toList());
  }

  static Builder object() {
    return new Builder();
  }

  /** The name of the JSON type, as error texts say it. */
  default String typeName() {
    return switch (this) {
      case Obj _ -> "an object";
      case Arr _ -> "an array";
      case Str _ -> "a string";
      case Int _ -> "a whole number";
      case Dec _ -> "a number with a fraction";
      case Bool _ -> "true or false";
      case Null _ -> "null";
    };
  }

  /** Collects the members of an object in order. */
  final class Builder {
    private final SequencedMap<String, Json> members = new LinkedHashMap<>();

    private Builder() {}

    public Builder put(String name, Json value) {
      members.put(name, value);
      return this;
    }

    public Builder put(String name, String value) {
      return put(name, new Str(value));
    }

    public Builder put(String name, long value) {
      return put(name, new Int(value));
    }

    public Builder put(String name, boolean value) {
      return put(name, new Bool(value));
    }

    /** Adds the member when there is a value, and leaves it out otherwise. */
    public Builder putIfPresent(String name, Optional<String> value) {
      value.ifPresent(text -> put(name, text));
      return this;
    }

    public Builder putAll(Map<String, Json> more) {
      members.putAll(more);
      return this;
    }

    public Obj build() {
      return new Obj(members);
    }
  }
}
