package org.fenceline.exchange.borders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.land.place.Country;
import org.fenceline.core.land.place.Places;

/** The states' ground as Natural Earth outlines it at 1 to 50 million. */
public final class CountryOutlines {
  /** Who drew them. */
  public static final String SOURCE = "Natural Earth 1:50m";

  private static final String RESOURCE = "countries-50m.csv";

  private CountryOutlines() {}

  /** The outline of a state; empty for one of which there is none. */
  public static Optional<Country> of(StateCode state) {
    String start = state.text() + ",\"";
    try (InputStream in = CountryOutlines.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      // The file is ours and has one line a state: a CSV reader would read all 237 of them.
      return new BufferedReader(new InputStreamReader(in, UTF_8))
          .lines()
          .filter(line -> line.startsWith(start))
          .findFirst()
          .map(line -> Geometry.parse(line.substring(start.length(), line.length() - 1)))
          .map(outline -> Country.of(state, Places.footprint(outline)));
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " cannot be read", e);
    }
  }
}
