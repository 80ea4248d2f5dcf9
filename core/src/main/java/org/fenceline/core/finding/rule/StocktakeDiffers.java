package org.fenceline.core.finding.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Stocktake;
import org.fenceline.core.entry.body.Stocktake.LotCount;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.stock.Balances.Holding;
import org.fenceline.core.stock.Posting;

/**
 * A stocktake counted another number than the book had at the end of its day, movements of that day
 * to and from {@code missing} left out: they are how a difference is booked.
 */
final class StocktakeDiffers implements Rule {

  @Override
  public String name() {
    return "stocktake-differs";
  }

  @Override
  public String question() {
    return "Does a stocktake differ from the book?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Map<Holding, List<Posting>> held = views.stock().byHolding();
    List<Finding> findings = new ArrayList<>();
    for (Logged entry : views.stock().stocktakes()) {
      if (entry.body() instanceof Stocktake stocktake) {
        for (LotCount count : stocktake.counts()) {
          List<Posting> postings =
              held.getOrDefault(new Holding(stocktake.account(), count.lot()), List.of());
          difference(views, entry, stocktake.account(), count, postings).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private Optional<Finding> difference(
      Views views, Logged entry, Account account, LotCount count, List<Posting> postings) {
    LocalDate day = entry.on().latestDay();
    long fewest = 0;
    long most = 0;
    long booked = 0;
    List<Logged> causes = new ArrayList<>(List.of(entry));
    for (Posting posting : postings) {
      long change = posting.changeOf(account);
      if (isBookingOf(posting, day)) {
        booked = Math.addExact(booked, change);
        causes.add(views.stock().entryOf(posting));
      } else if (!posting.latest().isAfter(day)) {
        fewest = Math.addExact(fewest, change);
        most = Math.addExact(most, change);
      } else if (!posting.earliest().isAfter(day)) {
        fewest = Math.addExact(fewest, Math.min(change, 0));
        most = Math.addExact(most, Math.max(change, 0));
      }
    }
    long counted = count.counted().number();
    if (counted >= fewest && counted <= most) {
      return Optional.empty();
    }
    long difference = Math.subtractExact(counted, counted < fewest ? fewest : most);
    boolean settled = booked == difference;
    String book = fewest == most ? Long.toString(fewest) : fewest + " to " + most;
    return Optional.of(
        new Finding(
            name(),
            Weight.DISCREPANCY,
            Optional.of(day),
            "%s: %d mines of lot %s counted, book %s: %+d%s"
                .formatted(
                    account,
                    counted,
                    count.lot(),
                    book,
                    difference,
                    settled ? "; booked as missing" : ""),
            causes,
            !settled));
  }

  private static boolean isBookingOf(Posting posting, LocalDate day) {
    boolean touchesMissing =
        posting.from().type() == Account.Type.MISSING
            || posting.to().type() == Account.Type.MISSING;
    return touchesMissing && posting.earliest().equals(day) && posting.latest().equals(day);
  }
}
