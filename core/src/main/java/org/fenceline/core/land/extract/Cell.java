package org.fenceline.core.land.extract;

import java.math.BigDecimal;

/** A value in a row. */
public sealed interface Cell {

  /** Words, as they were entered; never empty. */
  record Text(String text) implements Cell {
    public Text {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("a cell without words is left out");
      }
    }
  }

  /** A whole number. */
  record Whole(long number) implements Cell {}

  /** A number with its digits as recorded, closing zeros included. */
  record Decimal(BigDecimal number) implements Cell {}

  /** Yes or no. */
  record Flag(boolean value) implements Cell {}

  /** The value as formats that know nothing but text write it. */
  default String words() {
    return switch (this) {
      case Text text -> text.text();
      case Whole whole -> Long.toString(whole.number());
      case Decimal decimal -> decimal.number().toPlainString();
      case Flag flag -> Boolean.toString(flag.value());
    };
  }
}
