package org.fenceline.cli.register;

import java.util.List;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.exchange.claims.ClaimsFile;
import org.fenceline.exchange.rows.Reimport;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline claim add}. */
@Command(
    name = "add",
    description = {
      "Record the source and the claims of a claims file; adding it again adds nothing,",
      "and a claim that changed becomes a correction.",
      "Check them first: fenceline evidence check DOCUMENT --claims FILE"
    },
    footer = {"  fenceline claim add examples/east-shield/claims.yaml --as clerk-7"})
public final class ClaimAddCommand extends Recording {

  @Parameters(paramLabel = "FILE", description = "The claims file (YAML).")
  private String file = "";

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      person(register);
      ClaimsFile claims;
      try {
        claims = ClaimsFile.read(Input.read(surroundings(), file).text());
      } catch (MalformedInput e) {
        throw e.in(file);
      }
      List<Fact> facts;
      try (Reading reading = register.read()) {
        Reimport reimport = new Reimport(reading::thread);
        facts = ClaimFacts.of(claims).stream().map(reimport::of).toList();
      }
      Outcome.Written written = record(register, facts);
      long added = written.receipts().stream().filter(Outcome.Receipt::isNew).count();
      answer(
          register.identity(),
          Json.object().put("claims", claims.claims().size()).put("added", added),
          page ->
              page.line(
                  added == 0
                      ? "nothing new: the source and all claims are there already"
                      : "recorded " + added + " entries: a source and its claims"));
    }
    return ExitCode.FINE;
  }
}
