package org.fenceline.core.finding.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Dispatch;
import org.fenceline.core.entry.body.Receipt;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.stock.Balance;
import org.fenceline.core.stock.Consignment;
import org.fenceline.core.stock.Posting;

/**
 * A consignment that did not arrive as it was sent: nothing or too little within the limit, more
 * than was sent, another lot, at another place, never dispatched, or received by whoever sent it.
 */
final class ConsignmentRule implements Rule {

  @Override
  public String name() {
    return "consignment";
  }

  @Override
  public String question() {
    return "Did every consignment arrive as it was sent, taken in by a second person?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Map<Name, Long> standing = inTransit(views);
    List<Finding> findings = new ArrayList<>();
    for (Consignment consignment : views.stock().consignments()) {
      findings.addAll(receiptsAgainstDispatch(consignment));
      findings.addAll(people(consignment));
      outstanding(views, consignment, standing).ifPresent(findings::add);
    }
    return findings;
  }

  private List<Finding> receiptsAgainstDispatch(Consignment consignment) {
    List<Finding> findings = new ArrayList<>();
    SortedMap<Name, Long> sent = consignment.sent();
    if (consignment.dispatches().size() > 1) {
      findings.add(found(consignment, "was dispatched more than once", true));
    }
    if (consignment.dispatch().isEmpty()) {
      findings.add(found(consignment, "was received but never dispatched", true));
      return findings;
    }
    consignment
        .received()
        .forEach((lot, mines) -> {
          if (!sent.containsKey(lot)) {
            findings.add(
                found(
                    consignment,
                    "brought " + mines + " mines of lot " + lot + ", which it was not sent with",
                    true));
          } else if (mines > sent.get(lot)) {
            findings.add(
                found(
                    consignment,
                    "brought %d mines of lot %s, %d more than the %d sent"
                        .formatted(mines, lot, mines - sent.get(lot), sent.get(lot)),
                    true));
          }
        });
    consignment.receipts().stream()
        .filter(receipt -> !arrivedWhereSent(consignment, receipt))
        .forEach(_ ->
            findings.add(found(consignment, "arrived at another place than it was sent to", true)));
    return findings;
  }

  private static boolean arrivedWhereSent(Consignment consignment, Logged receipt) {
    return consignment.dispatch().map(Logged::body).orElseThrow() instanceof Dispatch dispatch
        && receipt.body() instanceof Receipt arrived
        && dispatch.to().equals(arrived.at());
  }

  private List<Finding> people(Consignment consignment) {
    List<Finding> findings = new ArrayList<>();
    for (Logged receipt : consignment.receipts()) {
      for (Logged dispatch : consignment.dispatches()) {
        if (receipt.entry().recordedBy().equals(dispatch.entry().recordedBy())) {
          findings.add(
              found(
                  consignment,
                  "was dispatched and received by the same person, "
                      + receipt.entry().recordedBy().name(),
                  true));
        }
      }
    }
    return findings;
  }

  /** What should have arrived and has not, when the limit is past or part of it arrived short. */
  private Optional<Finding> outstanding(
      Views views, Consignment consignment, Map<Name, Long> standing) {
    long mines = standing.getOrDefault(consignment.name(), 0L);
    if (mines <= 0 || consignment.dispatch().isEmpty()) {
      return Optional.empty();
    }
    long days = views.settings().receiptDueDays().map(Count::number).orElseThrow();
    LocalDate due = consignment.dispatch().get().on().latestDay().plusDays(days);
    boolean cameShort = !consignment.receipts().isEmpty();
    if (!cameShort && !views.on().isAfter(due)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            name(),
            cameShort ? Weight.DISCREPANCY : Weight.OVERDUE,
            Optional.of(cameShort ? consignment.receipts().getFirst().on().latestDay() : due),
            "consignment %s: %d mines %s; they stand in %s until a movement with a reason takes them"
                    .formatted(
                        consignment.name(),
                        mines,
                        cameShort ? "did not arrive with the rest" : "were not received by " + due,
                        Posting.transit(consignment.name()))
                + " out",
            consignment.entries(),
            true));
  }

  private static Map<Name, Long> inTransit(Views views) {
    Map<Name, Long> standing = new LinkedHashMap<>();
    for (Balance balance :
        views.stock().balances().where(account -> account.type() == Account.Type.TRANSIT)) {
      standing.merge(
          balance.account().name().orElseThrow(), Math.max(0, balance.most()), Math::addExact);
    }
    return standing;
  }

  private Finding found(Consignment consignment, String what, boolean open) {
    return new Finding(
        name(),
        Weight.DISCREPANCY,
        consignment.entries().stream().map(entry -> entry.on().earliestDay()).findFirst(),
        "consignment " + consignment.name() + " " + what,
        consignment.entries(),
        open);
  }
}
