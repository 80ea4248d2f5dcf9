package org.fenceline.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.Output;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.policy.AddCheckpoint;
import org.fenceline.core.log.policy.WitnessDecision;
import org.fenceline.store.witness.Witness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline log cosign}. */
@Command(
    name = "cosign",
    description = {
      "As a witness without a network: answer a request that came as a file. The answer is the",
      "checkpoint with the witness's signatures; the log takes it with: fenceline log cosigned"
    },
    footer = {
      "  fenceline log cosign request.txt --logs pol.policy -o answer.txt",
      "  fenceline log cosign request.txt --logs pol.policy --state /media/witness -o answer.txt"
    })
public final class LogCosignCommand extends FencelineCommand {

  @Parameters(paramLabel = "REQUEST", description = "What fenceline log request wrote.")
  private String request = "";

  @Mixin private final WitnessOptions options = new WitnessOptions();

  @Option(names = "-o", required = true, paramLabel = "FILE", description = "The answer.")
  private String file = "";

  @Override
  public Integer call() throws MalformedInput {
    AddCheckpoint asked = Input.parsed(surroundings(), request, AddCheckpoint::parse);
    Witness.Answer given = options.witness(surroundings()).answer(asked);
    if (!(given.decision() instanceof WitnessDecision.Cosign(Checkpoint checkpoint))) {
      String why = why(given.decision());
      answer(
          Json.object().put("cosigned", false).put("reason", why).build(),
          page -> page.line(page.alarm("not cosigned") + ": " + why));
      return ExitCode.FINDINGS;
    }
    SignedNote cosigned = SignedNote.unsigned(asked.note().text()).with(given.cosignatures());
    Output.write(surroundings(), file, cosigned.toString().getBytes(UTF_8));
    answer(
        Json.object()
            .put("cosigned", true)
            .put("origin", checkpoint.origin())
            .put("size", checkpoint.size())
            .put("file", file)
            .build(),
        page ->
            page.line(
                "cosigned "
                    + checkpoint.size()
                    + " entries of "
                    + checkpoint.origin()
                    + "; wrote "
                    + file));
    return ExitCode.FINE;
  }

  private static String why(WitnessDecision decision) {
    return switch (decision) {
      case WitnessDecision.Cosign _ -> "";
      case WitnessDecision.UnknownLog(String origin) ->
          "no key of " + origin + " stands in the policy of --logs";
      case WitnessDecision.NotSigned(String reason) -> reason;
      case WitnessDecision.Senseless(String reason) -> reason;
      case WitnessDecision.OtherSize(long held) ->
          "this witness has seen "
              + held
              + " entries of this log; ask with: fenceline log request --old-size "
              + held;
      case WitnessDecision.Inconsistent(String reason) ->
          "the log shows another history than before: " + reason;
    };
  }
}
