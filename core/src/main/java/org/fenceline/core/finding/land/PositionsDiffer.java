package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;

/** A record states other mines than its sealed positions were counted to be. */
final class PositionsDiffer implements Rule {

  @Override
  public String name() {
    return "positions-differ";
  }

  @Override
  public String question() {
    return "Does a minefield's record state other mines than it has positions of?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Recorded<MinefieldRecord> field : views.land().fields()) {
      if (field.body().sealedPositions().isEmpty()) {
        continue;
      }
      SortedMap<Name, Long> difference =
          new TreeMap<>(field.body().sealedPositions().get().minesByLot());
      field
          .body()
          .mines()
          .forEach(laid -> difference.merge(laid.lot(), -laid.quantity().mines(), Long::sum));
      difference.values().removeIf(mines -> mines == 0);
      if (!difference.isEmpty()) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "minefield %s: its mines and its sealed positions differ: %s"
                    .formatted(
                        field.body().field(),
                        difference.entrySet().stream()
                            .map(PositionsDiffer::words)
                            .collect(Collectors.joining(", "))),
                field.entry()));
      }
    }
    return findings;
  }

  private static String words(Map.Entry<Name, Long> difference) {
    return difference.getValue() > 0
        ? "%d positions of lot %s are of mines that the record does not state"
            .formatted(difference.getValue(), difference.getKey())
        : "%d mines of lot %s have no position"
            .formatted(-difference.getValue(), difference.getKey());
  }
}
