package org.fenceline.cli.seal;

import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Output;
import org.fenceline.core.entry.json.Json;
import org.fenceline.store.AttachmentState;
import org.fenceline.store.Ciphertext;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline seal export}. */
@Command(
    name = "export",
    description = {
      "Write an attachment as it is, encrypted, to a file that the program age opens for whoever",
      "holds a key. Nothing is opened, so nothing is recorded."
    },
    footer = {"  fenceline seal export ADDRESS --output survivor.age"})
public final class SealExportCommand extends RegisterCommand {

  @Parameters(paramLabel = "ADDRESS", description = "The attachment, as seal list shows it.")
  private String address = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The new file.")
  private String output = "";

  @Override
  public Integer call() {
    try (Register register = open();
        Reading reading = register.read()) {
      AttachmentState state = Sealing.attachment(reading, address);
      Ciphertext ciphertext = Sealing.ciphertext(reading, state);
      Output.writePrivate(surroundings(), output, ciphertext.bytes());
      answer(
          register.identity(),
          Json.object()
              .put("address", ciphertext.address().hex())
              .put("bytes", state.bytes())
              .put("file", output),
          page -> page.line("wrote " + output + ", encrypted as it is kept"));
    }
    return ExitCode.FINE;
  }
}
