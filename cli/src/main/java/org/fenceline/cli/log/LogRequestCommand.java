package org.fenceline.cli.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Output;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.policy.AddCheckpoint;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline log request}. */
@Command(
    name = "request",
    description = {
      "Write the request with which a witness is asked to cosign, for exchange by file.",
      "The witness answers it with: fenceline log cosign; take the answer up with: fenceline log",
      "cosigned"
    },
    footer = {"  fenceline log request --old-size 120 -o request.txt"})
public final class LogRequestCommand extends RegisterCommand {

  @Option(
      names = "--old-size",
      defaultValue = "0",
      paramLabel = "SIZE",
      description = "What the witness cosigned last; 0 the first time.")
  private long oldSize;

  @Option(names = "-o", required = true, paramLabel = "FILE", description = "The request.")
  private String file = "";

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      SignedNote note = checkpoint(register, keys(register));
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      if (oldSize < 0 || oldSize > checkpoint.size()) {
        throw usage("--old-size is between 0 and " + checkpoint.size());
      }
      try (Reading reading = register.read()) {
        Output.write(
            surroundings(),
            file,
            AddCheckpoint.following(oldSize, note, reading.treeHashes())
                .toString()
                .getBytes(UTF_8));
      }
      answer(
          register.identity(),
          Json.object().put("file", file).put("size", checkpoint.size()),
          page -> page.line("wrote " + file + ", for a checkpoint of " + checkpoint.size()));
    }
    return ExitCode.FINE;
  }
}
