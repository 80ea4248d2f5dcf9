package org.fenceline.cli.stock;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.register.ViewOptions;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.stock.Posting;
import org.fenceline.core.stock.StockBook;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fenceline stock history}. */
@Command(
    name = "history",
    description = "Every movement into and out of an account, with what it held after each day.",
    footer = {"  fenceline stock history depot:WEST", "  fenceline stock history missing --json"})
public final class StockHistoryCommand extends RegisterCommand {

  @Mixin private ViewOptions view = new ViewOptions();

  @Parameters(paramLabel = "ACCOUNT", description = "The account, such as depot:WEST.")
  private String account = "";

  @Override
  public Integer call() {
    AsOf asOf = view.asOf(surroundings().clock());
    Account asked = account();
    try (Register register = open();
        Reading reading = register.read()) {
      StockBook book = views(reading, asOf).stock();
      List<Posting> lines = LedgerLines.inOrder(book, line -> line.changeOf(asked) != 0);
      List<Json> json = new ArrayList<>();
      List<List<String>> rows = new ArrayList<>();
      long held = 0;
      for (Posting line : lines) {
        held = Math.addExact(held, line.changeOf(asked));
        json.add(
            Json.object()
                .putAll(((Json.Obj) LedgerLines.json(book, line)).members())
                .put("change", line.changeOf(asked))
                .put("held", held)
                .build());
        List<String> cells = LedgerLines.cells(book, line);
        rows.add(
            List.of(
                cells.get(0),
                line.changeOf(asked) > 0 ? "from " + line.from() : "to " + line.to(),
                cells.get(3),
                "%+d".formatted(line.changeOf(asked)),
                Long.toString(held),
                cells.get(5)));
      }
      answer(
          register.identity(),
          Json.object()
              .putAll(ViewOptions.toJson(asOf).build().members())
              .put("account", asked.toString())
              .put("lines", Json.array(json)),
          page -> {
            page.heading(asked + " " + ViewOptions.text(asOf));
            page.table(rows);
            if (rows.isEmpty()) {
              page.line("  nothing went in or out");
            }
          });
    }
    return ExitCode.FINE;
  }

  private Account account() {
    try {
      return Account.parse(account);
    } catch (IllegalArgumentException e) {
      RefusedRequest refused =
          new RefusedRequest(
              new Problem(
                  "entry.value", Place.ofField("ACCOUNT"), String.valueOf(e.getMessage()), ""));
      refused.initCause(e);
      throw refused;
    }
  }
}
