package org.fenceline.cli.register;

import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.body.SourceDocument;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.When;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline source add}. */
@Command(
    name = "add",
    description = "Register a document by its digest; its text is not stored.",
    footer = {
      "  fenceline source add report.txt --name report --title 'A title' --publisher 'A paper' \\",
      "    --published 2025-12 --as clerk-7"
    })
public final class SourceAddCommand extends Recording {

  @Parameters(paramLabel = "FILE", description = "The document.")
  private String file = "";

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its short name.")
  private String name = "";

  @Option(names = "--title", required = true, paramLabel = "TEXT", description = "Its title.")
  private String title = "";

  @Option(
      names = "--publisher",
      required = true,
      paramLabel = "TEXT",
      description = "Who published it.")
  private String publisher = "";

  @Option(
      names = "--published",
      paramLabel = "WHEN",
      description = "When, such as 2025-12; without it relative dates cannot be checked.")
  private @Nullable String published;

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      person(register);
      Input document = Input.read(surroundings(), file);
      String when = published;
      SourceDocument source;
      try {
        source =
            new SourceDocument(
                new Name(name),
                title,
                publisher,
                document.sha256(),
                when == null ? Optional.empty() : Optional.of(When.parse(when)),
                Optional.empty());
      } catch (IllegalArgumentException e) {
        throw new MalformedInput(
            new Problem("entry.value", Place.UNKNOWN, String.valueOf(e.getMessage()), ""));
      }
      tell(
          register,
          "recorded source " + name,
          record(register, List.of(ClaimFacts.of(source))),
          _ -> {});
    }
    return ExitCode.FINE;
  }
}
