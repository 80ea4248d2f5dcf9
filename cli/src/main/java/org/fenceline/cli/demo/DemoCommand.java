package org.fenceline.cli.demo;

import org.fenceline.cli.evidence.EvidenceCheckCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.evidence.ClaimResult;
import org.fenceline.core.evidence.EvidenceReport;
import org.fenceline.exchange.claims.ClaimsFile;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline demo}. */
@Command(
    name = "demo",
    description = {
      "Make ./east-shield.fenceline afresh, an exercise register with the report's claims, the",
      "treaties, a scenario and an invented ledger, and print a brief from it. Exit code 1 only when",
      "a claim is not borne out by the report given with --source."
    },
    footer = {
      "  fenceline demo",
      "  fenceline demo --source report.txt",
      "  fenceline demo --scale 6000000"
    })
public final class DemoCommand extends FencelineCommand {
  private static final long LARGEST_SCALE = 100_000_000;

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description = "The report's text, to hold the claims against.")
  private @Nullable String source;

  @Option(
      names = "--scale",
      paramLabel = "N",
      description =
          "Also make a programme of N mines: lots, movements, fields and sealed positions.")
  private long scale;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the ledger; 2026 unless given.")
  private long seed = 2026;

  @Option(
      names = "--no-serve",
      description = "End after the brief; it does so in any case as long as there is no web page.")
  @SuppressWarnings("UnusedVariable") // accepted from the start, so that scripts can rely on it
  private boolean noServe;

  @Override
  public Integer call() throws MalformedInput {
    if (scale < 0 || scale > LARGEST_SCALE) {
      throw usage("--scale is a number of mines from 0 to " + LARGEST_SCALE);
    }
    Input claims = DemoFiles.claims();
    EvidenceReport report =
        source == null
            ? null
            : EvidenceCheckCommand.check(Input.read(surroundings(), source), claims);
    try (Register register =
            DemoRegister.build(
                surroundings(), ClaimsFile.read(claims.text()), seed, scale, this::progress);
        Reading reading = register.read()) {
      Brief brief = Brief.of(reading, surroundings().clock(), report);
      answer(brief.json(), brief::show);
    }
    boolean failed =
        report != null && report.count(ClaimResult.Status.FOUND_IN_TEXT) < report.results().size();
    return failed ? ExitCode.FINDINGS : ExitCode.FINE;
  }
}
