package org.fenceline.cli.export;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.register.ViewOptions;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Output;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.exchange.files.ExtractFormat;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fenceline export land}. */
@Command(
    name = "land",
    description = {
      "Write what is recorded of the land as GeoJSON, CSV, XLSX, KML or GPX.",
      "A public export holds what the public layer shows and nothing else: restricted hazards as",
      "cells of 1 km, never a minefield's own perimeter. What is sealed leaves in no export.",
      "A restricted export also holds each danger whose correction or void nobody endorsed yet.",
      "GPX holds reference points, turning points and devices alone."
    },
    footer = {
      "  fenceline export land --format geojson -o public.geojson",
      "  fenceline export land --format xlsx --disclosure restricted -o land.xlsx",
      "  fenceline export land --format gpx --disclosure restricted --area 23.1,50.3,24.2,52.4"
          + " -o field.gpx"
    })
public final class ExportLandCommand extends RegisterCommand {

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "geojson, csv, xlsx, kml or gpx.")
  private ExtractFormat format = ExtractFormat.GEOJSON;

  @Option(names = "-o", required = true, paramLabel = "FILE", description = "The new file.")
  private String file = "";

  @Option(names = "--replace", description = "Take the place of a file that is there.")
  private boolean replace;

  @Mixin private final LandOptions land = new LandOptions();
  @Mixin private final ViewOptions view = new ViewOptions();

  @Override
  public Integer call() {
    Disclosure disclosure = land.disclosure();
    if (disclosure == Disclosure.PUBLIC && view.isAsked()) {
      // Two looks at two times tell more of a field than each alone.
      throw usage(
          "a public export shows what is known now; leave out --on, --known-at and the like");
    }
    Output.refuseExisting(surroundings(), file, replace);
    AsOf asOf = view.asOf(surroundings().clock());
    try (Register register = open();
        Reading reading = register.read()) {
      LandExtract made = LandExtract.of(reading, disclosure, asOf, land.area());
      List<String> remarks = new ArrayList<>();
      Output.write(
          surroundings(),
          file,
          disclosure != Disclosure.PUBLIC,
          out -> remarks.addAll(format.writer().write(made.extract(), out)));
      tell(register, made, remarks);
    }
    return ExitCode.FINE;
  }

  private void tell(Register register, LandExtract made, List<String> written) {
    Extract extract = made.extract();
    List<String> remarks = new ArrayList<>(written);
    if (made.withoutPlace() > 0) {
      remarks.add(made.withoutPlace() + " rows have no place, and stand in the file without one");
    }
    if (made.sealed() > 0) {
      remarks.add(made.sealed() + " sealed entries were left out");
    }
    Json.Builder layers = Json.object();
    for (Layer layer : extract.layers()) {
      layers.put(layer.word(), extract.of(layer).size());
    }
    answer(
        register.identity(),
        Json.object()
            .put("file", file)
            .put("format", format.word())
            .put("disclosure", extract.head().level())
            .put("rows", extract.rows().size())
            .put("layers", layers.build())
            .put("remarks", Json.strings(remarks)),
        page -> {
          page.line(
              "wrote "
                  + extract.rows().size()
                  + " rows, "
                  + extract.head().level()
                  + ", to "
                  + file);
          List<List<String>> table = new ArrayList<>();
          for (Layer layer : extract.layers()) {
            table.add(List.of(layer.word(), Integer.toString(extract.of(layer).size())));
          }
          page.table(table);
          remarks.forEach(remark -> page.line(page.caution("note: ") + remark));
          extract.head().warnings().stream()
              .filter(warning -> !warning.startsWith("EXERCISE"))
              .forEach(warning -> page.line(page.faint(warning)));
        });
  }
}
