package org.fenceline.cli.export;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline export}. */
@Command(
    name = "export",
    description = "Write what the register holds in a form that others read.",
    subcommands = {
      ExportLandCommand.class,
      ExportGeopackageCommand.class,
      ExportEntriesCommand.class
    },
    footer = {
      "  fenceline export land --format geojson -o land.geojson",
      "  fenceline export geopackage -o land.gpkg",
      "  fenceline export entries pol.jsonl"
    })
public final class ExportCommand extends CommandGroup {}
