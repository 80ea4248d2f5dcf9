package org.fenceline.cli.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.register.ViewOptions;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.stock.Balance;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fenceline stock balance}. */
@Command(
    name = "balance",
    description = {
      "What each account holds of each lot at the end of a day. Accounts that only give show below",
      "zero: what they gave. A movement whose date is not known well enough gives two numbers."
    },
    footer = {
      "  fenceline stock balance",
      "  fenceline stock balance --account depot --on 2026-06-30 --known-at 2026-07-15",
      "  fenceline stock balance --lot X26 --endorsed --json"
    })
public final class StockBalanceCommand extends RegisterCommand {

  @Mixin private ViewOptions view = new ViewOptions();

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "Only this account, or all of a type, such as depot:WEST or depot.")
  private @Nullable String account;

  @Option(names = "--lot", paramLabel = "LOT", description = "Only this lot.")
  private @Nullable String lot;

  @Override
  public Integer call() {
    AsOf asOf = view.asOf(surroundings().clock());
    try (Register register = open();
        Reading reading = register.read()) {
      List<Balance> balances =
          reading.balances(asOf, Optional.ofNullable(lot).map(Name::new)).where(this::isAsked);
      Json.Builder answer =
          Json.object()
              .putAll(ViewOptions.toJson(asOf).build().members())
              .put(
                  "balances",
                  Json.array(balances.stream().map(StockBalanceCommand::json).toList()));
      answer(
          register.identity(),
          answer,
          page -> {
            page.heading("stock " + ViewOptions.text(asOf));
            List<List<String>> rows = new ArrayList<>();
            balances.forEach(balance ->
                rows.add(
                    List.of(balance.account().toString(), balance.lot().text(), balance.text())));
            page.table(rows);
            if (rows.isEmpty()) {
              page.line("  nothing");
            }
          });
    }
    return ExitCode.FINE;
  }

  private boolean isAsked(Account candidate) {
    return account == null
        || candidate.toString().equals(account)
        || candidate.toString().startsWith(account + ":");
  }

  static Json json(Balance balance) {
    Json.Builder json =
        Json.object().put("account", balance.account().toString()).put("lot", balance.lot().text());
    return balance.isDecided()
        ? json.put("mines", balance.fewest()).build()
        : json.put("fewest", balance.fewest())
            .put("most", balance.most())
            .put("decided", false)
            .build();
  }
}
