package org.fenceline.cli.land;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.register.ViewOptions;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.AreaBalance;
import org.fenceline.core.land.book.AreaBalance.Figures;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fenceline land balance}. */
@Command(
    name = "balance",
    description = {
      "What is left of each area: original less cancelled, reduced and cleared, as stated and by",
      "geometry; and of each minefield's mines: laid less cleared, detonated and moved."
    },
    footer = {
      "  fenceline land balance",
      "  fenceline land balance EX-F1 --on 2026-09-30 --known-at 2026-10-01",
      "  fenceline land balance --endorsed --json"
    })
public final class LandBalanceCommand extends RegisterCommand {

  @Parameters(paramLabel = "AREA", arity = "0..1", description = "Only this minefield or area.")
  private @Nullable String area;

  @Mixin private ViewOptions view = new ViewOptions();

  @Override
  public Integer call() {
    AsOf asOf = view.asOf(surroundings().clock());
    try (Register register = open();
        Reading reading = register.read()) {
      Views views = views(reading, asOf);
      Map<Name, SortedMap<Name, FieldMines>> mines = FieldMines.of(views.stock());
      List<Left> areas =
          views.land().areas().stream()
              .filter(name -> area == null || name.text().equals(area))
              .map(name ->
                  new Left(
                      views.land().balanceOf(name),
                      mines.getOrDefault(name, Collections.emptySortedMap())))
              .toList();
      if (area != null && areas.isEmpty()) {
        throw usage("\"" + area + "\" is no minefield or area that stands recorded");
      }
      answer(
          register.identity(),
          Json.object()
              .putAll(ViewOptions.toJson(asOf).build().members())
              .put("areas", Json.array(areas.stream().map(LandBalanceCommand::json).toList())),
          page -> {
            page.heading("land " + ViewOptions.text(asOf));
            areas.forEach(left -> tell(page, left));
            if (areas.isEmpty()) {
              page.line("  nothing");
            }
          });
    }
    return ExitCode.FINE;
  }

  /** What is left of an area: ground, and mines by lot. */
  private record Left(AreaBalance balance, SortedMap<Name, FieldMines> mines) {}

  private static Json json(Left left) {
    AreaBalance balance = left.balance();
    List<Json> lots = new ArrayList<>();
    for (Map.Entry<Name, FieldMines> lot : left.mines().entrySet()) {
      FieldMines mines = lot.getValue();
      lots.add(
          Json.object()
              .put("lot", lot.getKey().text())
              .put("laid", mines.laid())
              .put("cleared", mines.cleared())
              .put("detonated", mines.detonated())
              .put("moved", mines.moved())
              .put("left", mines.left())
              .put("entries", Json.strings(mines.entries().stream().map(Object::toString).toList()))
              .build());
    }
    Json.Builder json = Json.object().put("area", balance.area().text());
    balance.stated().ifPresent(figures -> json.put("stated", json(figures)));
    balance.drawn().ifPresent(figures -> json.put("drawn", json(figures)));
    return json.put("agrees", balance.agrees()).put("mines", new Json.Arr(lots)).build();
  }

  /** Whole square metres: no perimeter is known to less. */
  private static Json json(Figures figures) {
    return Json.object()
        .put("originalSquareMetres", Math.round(figures.original()))
        .put("cancelledSquareMetres", Math.round(figures.cancelled()))
        .put("reducedSquareMetres", Math.round(figures.reduced()))
        .put("clearedSquareMetres", Math.round(figures.cleared()))
        .put("remainingSquareMetres", Math.round(figures.remaining()))
        .build();
  }

  private static void tell(Page page, Left left) {
    AreaBalance balance = left.balance();
    page.line(balance.area().text());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("m²", "original", "cancelled", "reduced", "cleared", "remaining"));
    row(rows, "as stated", balance.stated());
    row(rows, "by geometry", balance.drawn());
    page.table(rows);
    if (!left.mines().isEmpty()) {
      List<List<String>> mines = new ArrayList<>();
      mines.add(List.of("mines", "laid", "cleared", "detonated", "moved", "left"));
      left.mines()
          .forEach((lot, count) ->
              mines.add(
                  List.of(
                      lot.text(),
                      Long.toString(count.laid()),
                      Long.toString(count.cleared()),
                      Long.toString(count.detonated()),
                      Long.toString(count.moved()),
                      count.left())));
      page.table(mines);
    }
  }

  private static void row(List<List<String>> rows, String name, Optional<Figures> figures) {
    figures.ifPresent(known ->
        rows.add(
            List.of(
                name,
                Long.toString(Math.round(known.original())),
                Long.toString(Math.round(known.cancelled())),
                Long.toString(Math.round(known.reduced())),
                Long.toString(Math.round(known.cleared())),
                Long.toString(Math.round(known.remaining())))));
  }
}
