package org.fenceline.exchange.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Words for a cell of a spreadsheet. A text that begins as a formula does would be computed when
 * the file is opened, and could fetch or send anything; it gets an apostrophe before it, and its
 * row says so.
 */
public final class SpreadsheetText {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private final List<String> columns = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** A text that no program computes. */
  public String of(String column, String text) {
    if (!text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
      columns.add(column);
      return "'" + text;
    }
    return text;
  }

  /** Adds something that the row's reader has to know. */
  public void note(String note) {
    notes.add(note);
  }

  /** Whether a text of the row was changed. */
  public boolean hasApostrophe() {
    return !columns.isEmpty();
  }

  /** What the row's reader has to know; empty when there is nothing. */
  public String notes() {
    List<String> all = new ArrayList<>(notes);
    if (!columns.isEmpty()) {
      all.add("an apostrophe was put before: " + String.join(", ", columns));
    }
    return String.join("; ", all);
  }

  /** What is told of a file in which texts were changed. */
  public static String remark(int rows) {
    return rows
        + " rows have a text that begins with = + - or @, as a formula does; it stands there with an"
        + " apostrophe before it, and the column notes says so";
  }
}
