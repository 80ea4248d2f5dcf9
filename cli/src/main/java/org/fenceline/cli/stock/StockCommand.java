package org.fenceline.cli.stock;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline stock}. */
@Command(
    name = "stock",
    description = "How many mines there are, and where each went.",
    subcommands = {
      StockBalanceCommand.class,
      StockHistoryCommand.class,
      StockReconcileCommand.class,
      StockTraceCommand.class
    },
    footer = {
      "  fenceline stock balance --on 2026-06-30",
      "  fenceline stock trace X26",
      "  fenceline stock reconcile"
    })
public final class StockCommand extends CommandGroup {}
