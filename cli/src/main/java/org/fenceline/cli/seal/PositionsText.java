package org.fenceline.cli.seal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Name;

/** What was counted among sealed positions, for people and programs. */
final class PositionsText {
  private PositionsText() {}

  static Json json(SealedPositions counted) {
    Json.Builder lots = Json.object();
    counted.minesByLot().forEach((lot, mines) -> lots.put(lot.text(), mines));
    Json.Builder json = Json.object().put("lots", lots.build());
    counted.outsidePerimeter().ifPresent(count -> json.put("outsidePerimeter", count.number()));
    return json.build();
  }

  /** Some lines: what was counted, and what does not go with the record. */
  static void show(Page page, MinefieldRecord field, SealedPositions counted) {
    page.line("  field %s: %s".formatted(field.field(), lots(counted)));
    long outside = counted.outsidePerimeter().map(Count::number).orElse(0L);
    if (counted.outsidePerimeter().isEmpty()) {
      page.line(page.caution("  the record has no perimeter to hold them against"));
    } else if (outside > 0) {
      page.line(page.caution("  " + outside + " of them lie outside its perimeter"));
    }
    SortedMap<Name, Long> stated = new TreeMap<>();
    field.mines().forEach(laid -> stated.put(laid.lot(), laid.quantity().mines()));
    if (!stated.equals(counted.minesByLot())) {
      page.line(
          page.caution("  its record states other mines: ")
              + (stated.isEmpty() ? "none" : words(stated)));
    }
  }

  static String lots(SealedPositions counted) {
    return words(counted.minesByLot());
  }

  private static String words(Map<Name, Long> mines) {
    return mines.entrySet().stream()
        .map(lot -> "%,d of lot %s".formatted(lot.getValue(), lot.getKey()))
        .collect(Collectors.joining(", "));
  }
}
