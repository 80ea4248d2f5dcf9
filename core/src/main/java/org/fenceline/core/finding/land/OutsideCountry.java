package org.fenceline.core.finding.land;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.place.Country;
import org.fenceline.core.land.place.Places;

/** A record names a place outside the state whose register this is. */
final class OutsideCountry implements Rule {

  @Override
  public String name() {
    return "outside-country";
  }

  @Override
  public String question() {
    return "Does a record name a place outside the register's country?";
  }

  @Override
  public List<Finding> judge(Views views) {
    return views
        .country()
        .map(country ->
            views.land().entries().stream()
                .map(entry -> judge(entry, country))
                .flatMap(Optional::stream)
                .toList())
        .orElse(List.of());
  }

  private Optional<Finding> judge(Logged entry, Country country) {
    return Places.everyPosition(entry.body()).stream()
        .filter(country::isAbroad)
        .max(Comparator.comparingDouble(country::metresAway))
        .map(position ->
            Finds.open(
                this,
                Weight.DISCREPANCY,
                what(AreaNames.of(entry.body()), position, country),
                entry));
  }

  private static String what(String name, Position position, Country country) {
    return "%s names a place %.0f km outside %s; the outline is good to %.0f km"
        .formatted(
            name,
            country.metresAway(position) / 1000,
            country.code(),
            Country.OUTLINE_ERROR_METRES / 1000);
  }
}
