package org.fenceline.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Text for a person: plain lines, headings, marks and aligned tables. */
public final class Page {
  private final PrintWriter out;
  private final boolean colour;

  public Page(PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  public void line(String text) {
    out.println(text);
  }

  public void blank() {
    out.println();
  }

  public void heading(String text) {
    out.println(bold(text));
  }

  public String bold(String text) {
    return styled("1", text);
  }

  /** For what is wrong or forbidden. */
  public String alarm(String text) {
    return styled("31", text);
  }

  /** For what needs care. */
  public String caution(String text) {
    return styled("33", text);
  }

  /** For what is in order. */
  public String good(String text) {
    return styled("32", text);
  }

  /** For sources and other small print. */
  public String faint(String text) {
    return styled("2", text);
  }

  /** Rows of cells in columns as wide as their widest cell; cells hold no styled text. */
  public void table(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int width = row.get(column).length();
        if (column == widths.size()) {
          widths.add(width);
        } else {
          widths.set(column, Math.max(widths.get(column), width));
        }
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        boolean number =
            !cell.isEmpty() && cell.chars().allMatch(c -> "0123456789,.-+ ".indexOf(c) >= 0);
        String padding = " ".repeat(widths.get(column) - cell.length());
        line.append(number ? padding + cell : cell + padding).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
