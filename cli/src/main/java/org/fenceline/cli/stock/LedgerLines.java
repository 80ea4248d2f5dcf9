package org.fenceline.cli.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.stock.Posting;
import org.fenceline.core.stock.StockBook;

/** Postings as lines of a ledger, oldest day first. */
final class LedgerLines {
  private LedgerLines() {}

  static List<Posting> inOrder(StockBook book, Predicate<Posting> asked) {
    List<Posting> lines = new ArrayList<>(book.postings().stream().filter(asked).toList());
    lines.sort(
        Comparator.comparing(Posting::earliest)
            .thenComparingLong(Posting::leafIndex)
            .thenComparingInt(Posting::line));
    return lines;
  }

  static Json json(StockBook book, Posting posting) {
    Logged entry = book.entryOf(posting);
    Json.Builder json =
        Json.object()
            .put("on", entry.on().toString())
            .put("from", posting.from().toString())
            .put("to", posting.to().toString())
            .put("lot", posting.lot().text())
            .put("mines", posting.mines())
            .put("entry", entry.id().toString())
            .put("recordedAt", entry.entry().recordedAt().toString());
    return json.build();
  }

  /** Cells: day, from, to, lot, mines, and why. */
  static List<String> cells(StockBook book, Posting posting) {
    Logged entry = book.entryOf(posting);
    return List.of(
        entry.on().toString(),
        posting.from().toString(),
        posting.to().toString(),
        posting.lot().text(),
        Long.toString(posting.mines()),
        why(entry));
  }

  private static String why(Logged entry) {
    return entry.body() instanceof Movement movement
        ? movement.reason().orElse(movement.purpose().map(LedgerLines::word).orElse(""))
        : "consignment";
  }

  private static String word(Movement.Purpose purpose) {
    return purpose.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
