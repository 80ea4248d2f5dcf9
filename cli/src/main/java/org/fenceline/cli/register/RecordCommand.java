package org.fenceline.cli.register;

import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kind;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline record}. */
@Command(
    name = "record",
    description = {
      "Record one fact from a JSON or YAML file, or from standard input.",
      "What the members of each kind are: fenceline schema KIND"
    },
    footer = {
      "  fenceline record movement movement.yaml --as clerk-7",
      "  echo '{\"on\":\"2026-03-05\",\"body\":{\"lines\":[{\"lot\":\"X26\",\"quantity\":600,",
      "    \"from\":\"factory\",\"to\":\"depot:WEST\"}]}}' | fenceline record movement - --as clerk-7"
    })
public final class RecordCommand extends Recording {

  @Parameters(index = "0", paramLabel = "KIND", description = "What kind of fact it is.")
  private String kind = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The file, or - for standard input.")
  private String file = "";

  @Override
  public Integer call() throws MalformedInput {
    Kind known = kind(kind);
    if (known.trait() == Kind.Trait.ACT) {
      throw new RefusedRequest(
          new Problem(
              "record.act",
              Place.ofField("KIND"),
              "a " + kind + " is not recorded from a file",
              "use the command of its own: void, endorse or import"));
    }
    try (Register register = open()) {
      person(register);
      Fact fact =
          Drafts.read(
              known,
              Input.read(surroundings(), file),
              register.identity(),
              Drafts.newId(surroundings()),
              Optional.empty());
      tell(register, "recorded " + kind, record(register, List.of(fact)), _ -> {});
    }
    return ExitCode.FINE;
  }

  static Kind kind(String word) {
    return Kinds.ALL
        .find(word)
        .orElseThrow(() ->
            new RefusedRequest(
                new Problem(
                    "entry.kind",
                    Place.ofField("KIND"),
                    "\"" + word + "\" is not a kind of entry",
                    "kinds are " + Kinds.ALL.words())));
  }
}
