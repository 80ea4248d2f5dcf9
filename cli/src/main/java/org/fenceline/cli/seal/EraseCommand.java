package org.fenceline.cli.seal;

import java.util.List;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline erase}. */
@Command(
    name = "erase",
    description = {
      "Have a personal attachment erased. When a second person endorses it, its ciphertext is",
      "deleted here and wherever the erasure arrives, for good; the log keeps its address and shows",
      "who erased it, and why. Positions and photographs cannot be erased.",
      "Backups and copies outside are not reached: see docs/sealing.md."
    },
    footer = {
      "  fenceline erase ADDRESS --reason 'asked for by the person' --as clerk-7",
      "  fenceline endorse ID --as officer-2"
    })
public final class EraseCommand extends Recording {

  @Parameters(paramLabel = "ADDRESS", description = "The attachment, as seal list shows it.")
  private String address = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  public Integer call() throws MalformedInput {
    if (reason.isBlank()) {
      throw usage("--reason: an erasure needs its reason");
    }
    try (Register register = open()) {
      person(register);
      Sha256 named;
      try (Reading reading = register.read()) {
        named = Sealing.attachment(reading, address).attachment().address();
      }
      Outcome.Written written =
          record(
              register,
              List.of(Drafts.act(surroundings(), register.identity(), new Erasure(named, reason))));
      tell(
          register,
          "recorded erasure",
          written,
          Json.object().put("address", named.hex()),
          page ->
              page.line(
                  "it is deleted when a second person endorses it: fenceline endorse "
                      + written.receipts().getFirst().ref().id()));
    }
    return ExitCode.FINE;
  }
}
