package org.fenceline.cli.stock;

import java.util.List;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.register.ViewOptions;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.body.Lot;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.stock.Balance;
import org.fenceline.core.stock.Posting;
import org.fenceline.core.stock.StockBook;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fenceline stock trace}. */
@Command(
    name = "trace",
    description = "Where every mine of a lot is, and how it came there.",
    footer = {"  fenceline stock trace X26", "  fenceline stock trace X26 --on 2026-03-31 --json"})
public final class StockTraceCommand extends RegisterCommand {

  @Mixin private ViewOptions view = new ViewOptions();

  @Parameters(paramLabel = "LOT", description = "The lot.")
  private String lot = "";

  @Override
  public Integer call() {
    AsOf asOf = view.asOf(surroundings().clock());
    Name asked = name();
    try (Register register = open();
        Reading reading = register.read()) {
      StockBook book = views(reading, asOf).stock();
      List<Posting> lines = LedgerLines.inOrder(book, line -> line.lot().equals(asked));
      if (lines.isEmpty() && book.lot(asked).isEmpty()) {
        throw new RefusedRequest(
            new Problem(
                "stock.lot",
                Place.ofField("LOT"),
                "there is no lot " + asked + " in " + register.identity().origin(),
                "list lots with: fenceline stock balance"));
      }
      List<Balance> balances =
          book.balances().byHolding().values().stream()
              .filter(balance -> balance.lot().equals(asked))
              .toList();
      Json.Builder answer =
          Json.object()
              .putAll(ViewOptions.toJson(asOf).build().members())
              .put("lot", asked.text())
              .put("where", Json.array(balances.stream().map(StockBalanceCommand::json).toList()))
              .put(
                  "movements",
                  Json.array(lines.stream().map(line -> LedgerLines.json(book, line)).toList()));
      answer(
          register.identity(),
          answer,
          page -> {
            page.heading("lot " + asked + " " + ViewOptions.text(asOf));
            book.lot(asked).ifPresent(known -> page.line(describe(known)));
            page.table(
                balances.stream()
                    .map(balance -> List.of(balance.account().toString(), balance.text()))
                    .toList());
            page.heading("movements");
            page.table(lines.stream().map(line -> LedgerLines.cells(book, line)).toList());
          });
    }
    return ExitCode.FINE;
  }

  private static String describe(Lot lot) {
    return "model "
        + lot.model()
        + lot.producer().map(state -> ", made in " + state).orElse("")
        + lot.made().map(month -> ", " + month).orElse("")
        + lot.mark().map(mark -> ", marked " + mark).orElse("")
        + lot.useBy().map(day -> ", use by " + day).orElse("");
  }

  private Name name() {
    try {
      return new Name(lot);
    } catch (IllegalArgumentException e) {
      RefusedRequest refused =
          new RefusedRequest(
              new Problem("entry.value", Place.ofField("LOT"), String.valueOf(e.getMessage()), ""));
      refused.initCause(e);
      throw refused;
    }
  }
}
