package org.fenceline.core.finding.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.body.Lot;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.stock.Posting;

/**
 * A lot that was made here or laid lacks the marking of APII, Technical Annex 1(d): country of
 * origin, month and year, serial or lot number. Mines made before the Protocol's entry into force
 * are exempt.
 */
final class UnmarkedLot implements Rule {
  // APII entered into force on 1998-12-03 (CCW Art. 5(3)).
  private static final LocalDate IN_FORCE = LocalDate.of(1998, 12, 3);

  @Override
  public String name() {
    return "unmarked-lot";
  }

  @Override
  public String question() {
    return "Does a lot lack its marking (APII TA 1(d))?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Set<Name> madeOrLaid = new LinkedHashSet<>();
    for (Posting posting : views.stock().postings()) {
      if (posting.from().type() == Account.Type.FACTORY
          || posting.to().type() == Account.Type.MINEFIELD) {
        madeOrLaid.add(posting.lot());
      }
    }
    List<Finding> findings = new ArrayList<>();
    views
        .stock()
        .lots()
        .forEach((name, entry) -> {
          if (entry.body() instanceof Lot lot
              && madeOrLaid.contains(name)
              && !lot.isMarked()
              && lot.made().filter(m -> m.atEndOfMonth().isBefore(IN_FORCE)).isEmpty()) {
            findings.add(
                new Finding(
                    name(),
                    Weight.UNLAWFUL,
                    Optional.empty(),
                    "lot %s is not marked with %s (APII TA 1(d))"
                        .formatted(name, String.join(", ", lacking(lot))),
                    List.of(entry),
                    true));
          }
        });
    return findings;
  }

  private static List<String> lacking(Lot lot) {
    List<String> lacking = new ArrayList<>();
    if (lot.producer().isEmpty()) {
      lacking.add("country of origin");
    }
    if (lot.made().isEmpty()) {
      lacking.add("month and year");
    }
    if (lot.mark().isEmpty()) {
      lacking.add("serial or lot number");
    }
    return lacking;
  }
}
