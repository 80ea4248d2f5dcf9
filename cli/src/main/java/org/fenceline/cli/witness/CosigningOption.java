package org.fenceline.cli.witness;

import java.util.Map;
import java.util.Optional;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.Page;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.exchange.witness.Cosigning;
import org.fenceline.exchange.witness.WitnessAnswer;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom a command asks to cosign. */
public final class CosigningOption {

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = "Ask the witnesses of this policy file to cosign, at their addresses in it.")
  private @Nullable String file;

  /** The policy, where one was named. */
  public Optional<Policy> policy(Surroundings around) throws MalformedInput {
    return file == null
        ? Optional.empty()
        : Optional.of(Input.parsed(around, file, PolicyText::parse));
  }

  /** Asks, where a policy was named, and keeps the cosignatures that hold in the register. */
  public Cosigning collect(Surroundings around, Register register, SignedNote note)
      throws MalformedInput {
    Optional<Policy> asked = policy(around);
    if (asked.isEmpty()) {
      return new Cosigning(note, Map.of());
    }
    Cosigning cosigning;
    try (Reading reading = register.read()) {
      cosigning = Cosigning.collect(note, asked.get(), reading.treeHashes());
    }
    return new Cosigning(
        register.cosigned(cosigning.note(), asked.get().witnessKeys()), cosigning.answers());
  }

  /** What the witnesses answered, for programs. */
  public static Json.Obj json(Map<String, WitnessAnswer> answers) {
    Json.Builder json = Json.object();
    answers.forEach((address, answer) -> json.put(address, answer.words()));
    return json.build();
  }

  /** What the witnesses answered, for people. */
  public static void tell(Page page, Map<String, WitnessAnswer> answers) {
    answers.forEach((address, answer) -> {
      String words = answer.words();
      page.line(
          "  witness "
              + address
              + ": "
              + switch (answer) {
                case WitnessAnswer.Cosigned _ -> page.good(words);
                case WitnessAnswer.Nothing _ -> page.caution(words);
                case WitnessAnswer.Ahead _, WitnessAnswer.OtherHistory _ -> page.alarm(words);
              });
    });
  }
}
