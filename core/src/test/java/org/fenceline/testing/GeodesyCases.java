package org.fenceline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The 200 cases of geodesy.csv; the README beside it says where they come from. */
public final class GeodesyCases {

  /** One row, by column. */
  public record Case(Map<String, String> cells) {
    public String text(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    public double number(String column) {
      return Double.parseDouble(text(column));
    }

    public int id() {
      return Integer.parseInt(text("id"));
    }

    /** For messages. */
    public String name() {
      return "row " + id() + ", " + text("note");
    }
  }

  private GeodesyCases() {}

  /** All rows. */
  public static List<Case> all() {
    try (InputStream file =
        Objects.requireNonNull(GeodesyCases.class.getResourceAsStream("geodesy.csv"))) {
      List<List<String>> rows =
          new String(file.readAllBytes(), UTF_8).lines().map(GeodesyCases::cells).toList();
      List<Case> cases = new ArrayList<>();
      for (List<String> row : rows.subList(1, rows.size())) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
          cells.put(rows.getFirst().get(i), row.get(i));
        }
        cases.add(new Case(cells));
      }
      return cases;
    } catch (IOException e) {
      throw new IllegalStateException("the cases are beside this class", e);
    }
  }

  /** The rows of a kind. */
  public static List<Case> of(String kind) {
    return all().stream().filter(row -> row.text("kind").equals(kind)).toList();
  }

  private static List<String> cells(String line) {
    // Commas outside of quotes: an even number of quotes follows.
    return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(cell -> cell.replace("\"", ""))
        .toList();
  }
}
