package org.fenceline.cli.seal;

import java.util.List;
import org.fenceline.cli.register.AttachmentText;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.json.Json;
import org.fenceline.store.AttachmentState;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline seal list}. */
@Command(
    name = "list",
    description = "Every sealed attachment: whether it is here, and who did what with it.",
    footer = {"  fenceline seal list", "  fenceline seal list ADDRESS --json"})
public final class SealListCommand extends RegisterCommand {

  @Parameters(paramLabel = "ADDRESS", arity = "0..1", description = "Only this one.")
  private @Nullable String address;

  @Override
  public Integer call() {
    String named = address;
    try (Register register = open();
        Reading reading = register.read()) {
      List<AttachmentState> states =
          named == null ? reading.attachments() : List.of(Sealing.attachment(reading, named));
      answer(
          register.identity(),
          Json.object()
              .put("attachments", Json.array(states.stream().map(AttachmentText::json).toList())),
          page -> {
            if (states.isEmpty()) {
              page.line("no attachments");
            }
            states.forEach(state -> AttachmentText.show(page, reading, state));
          });
    }
    return ExitCode.FINE;
  }
}
