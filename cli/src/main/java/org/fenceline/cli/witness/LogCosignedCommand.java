package org.fenceline.cli.witness;

import java.util.List;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.exchange.witness.Cosigning;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline log cosigned}. */
@Command(
    name = "cosigned",
    description = "Take up a witness's answer that came as a file: keep its cosignatures.",
    footer = {"  fenceline log cosigned answer.txt --policy pol.policy"})
public final class LogCosignedCommand extends RegisterCommand {

  @Parameters(paramLabel = "ANSWER", description = "What fenceline log cosign wrote.")
  private String file = "";

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "POLICY",
      description = "The policy file with the witness's key.")
  private String policy = "";

  @Override
  public Integer call() throws MalformedInput {
    Policy known = Input.parsed(surroundings(), policy, PolicyText::parse);
    List<VerifierKey> keys = known.witnessKeys();
    SignedNote cosigned;
    Signers signers;
    try {
      cosigned = SignedNote.parse(Input.read(surroundings(), file).text()).onlyBy(keys);
      signers = Signers.of(cosigned, keys);
    } catch (MalformedInput e) {
      throw e.in(file);
    }
    if (signers.verified().isEmpty()) {
      throw new RefusedRequest(
          new Problem(
              "log.no-cosignature",
              Place.UNKNOWN.in(file),
              "no witness of the policy signed it",
              "add the witness's key to " + policy + ", or ask it for its answer again"));
    }
    try (Register register = open()) {
      SignedNote whole = register.cosigned(cosigned, keys);
      Checkpoint checkpoint = Checkpoint.parse(whole.text());
      boolean isEnough = Cosigning.isEnough(whole, known);
      List<String> names =
          signers.verified().stream().map(signer -> signer.key().name()).distinct().toList();
      answer(
          register.identity(),
          Json.object()
              .put("size", checkpoint.size())
              .put("witnesses", Json.strings(names))
              .put("quorum", isEnough),
          page ->
              page.line(
                  "kept the cosignatures of "
                      + String.join(", ", names)
                      + " under the checkpoint of "
                      + checkpoint.size()
                      + " entries; the policy's quorum is "
                      + (isEnough ? "met" : "not met yet")));
    }
    return ExitCode.FINE;
  }
}
