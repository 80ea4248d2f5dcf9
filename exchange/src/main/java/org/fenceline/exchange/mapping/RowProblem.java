package org.fenceline.exchange.mapping;

/** What one cell of a row cannot be read for. */
final class RowProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String column;
  private final String mend;

  RowProblem(String code, String column, String message, String mend) {
    super(message);
    this.code = code;
    this.column = column;
    this.mend = mend;
  }

  String code() {
    return code;
  }

  String column() {
    return column;
  }

  String mend() {
    return mend;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
