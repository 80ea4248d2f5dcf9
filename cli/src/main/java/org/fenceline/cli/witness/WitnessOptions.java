package org.fenceline.cli.witness;

import org.fenceline.cli.register.Keys;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.store.witness.Witness;
import org.fenceline.store.witness.WitnessFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What tells one witness from another: its logs, its folder, its name. */
final class WitnessOptions {

  @Option(
      names = "--logs",
      required = true,
      paramLabel = "POLICY",
      description = "A policy file with the keys of the logs to be witnessed: log KEY.")
  private String logs = "";

  @Option(
      names = "--state",
      defaultValue = "witness",
      paramLabel = "DIR",
      description = {
        "The witness's folder: its keys, and what it cosigned last; \"witness\" unless given.",
        "Never restore it from an older copy."
      })
  private String state = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Makes the witness's keys the first time, under this name: a URL without https://,"
              + " such as ombudsman.example/witness.")
  private @Nullable String name;

  /** The witness that is meant; its keys are made when it is new. */
  Witness witness(Surroundings around) throws MalformedInput {
    Policy known = Input.parsed(around, logs, PolicyText::parse);
    WitnessFolder folder = new WitnessFolder(around.file(state), Keys.passphrase(around));
    if (!folder.hasKeys()) {
      if (name == null) {
        throw new RefusedRequest(
            new Problem(
                "witness.new",
                Place.ofField("--state"),
                "there is no witness in " + state + " yet",
                "name it: --name ombudsman.example/witness; or name the folder of yours"));
      }
      folder.makeKeys(name, around.random());
    }
    Witness witness = new Witness(folder, known, around.clock());
    String called = witness.verifiers().getFirst().name();
    if (name != null && !name.equals(called)) {
      throw new RefusedRequest(
          new Problem(
              "witness.name",
              Place.ofField("--name"),
              "the witness in " + state + " is called " + called,
              "leave --name away, or name another folder"));
    }
    return witness;
  }
}
