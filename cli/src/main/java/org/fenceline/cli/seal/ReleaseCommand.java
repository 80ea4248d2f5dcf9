package org.fenceline.cli.seal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.body.PositionRelease;
import org.fenceline.core.entry.body.PositionRelease.Ground;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline release}. */
@Command(
    name = "release",
    description = {
      "Record that sealed positions are to be given to somebody, and on which ground:",
      "end-of-active-hostilities, clearing-the-area or protecting-civilians.",
      "It counts once a second person endorsed it, and is an open finding until then."
    },
    footer = {
      "  fenceline release ADDRESS --ground clearing-the-area --to 'clearance operator' \\",
      "    --as clerk-7",
      "  fenceline release --area EX-F1 --ground end-of-active-hostilities --to 'the United Nations' \\",
      "    --as clerk-7"
    })
public final class ReleaseCommand extends Recording {

  @Parameters(
      paramLabel = "ADDRESS",
      arity = "0..1",
      description = "The attachment, as seal list shows it; left out: all of the area's.")
  private @Nullable String address;

  @Option(names = "--area", paramLabel = "NAME", description = "The area or field.")
  private @Nullable String area;

  @Option(names = "--ground", required = true, paramLabel = "GROUND", description = "The ground.")
  private String ground = "";

  @Option(names = "--to", required = true, paramLabel = "TEXT", description = "To whom.")
  private String to = "";

  @Override
  public Integer call() throws MalformedInput {
    Ground known = ground(ground);
    String named = address;
    if (named == null && area == null) {
      throw usage("name the attachment's ADDRESS, the --area, or both");
    }
    try (Register register = open()) {
      person(register);
      Optional<Sha256> positions = Optional.empty();
      if (named != null) {
        try (Reading reading = register.read()) {
          positions = Optional.of(positions(Sealing.attachment(reading, named).attachment()));
        }
      }
      PositionRelease release;
      try {
        release =
            new PositionRelease(positions, Optional.ofNullable(area).map(Name::new), to, known);
      } catch (IllegalArgumentException e) {
        throw usage(String.valueOf(e.getMessage()));
      }
      Outcome.Written written =
          record(register, List.of(Drafts.act(surroundings(), register.identity(), release)));
      tell(
          register,
          "recorded release",
          written,
          Json.object().put("ground", word(known)).put("to", to),
          page ->
              page.line(
                  "it counts once a second person endorses it: fenceline endorse "
                      + written.receipts().getFirst().ref().id()));
    }
    return ExitCode.FINE;
  }

  private static Sha256 positions(Attachment attachment) {
    if (attachment.kind() != Attachment.Kind.POSITIONS) {
      throw Sealing.refused(
          "seal.kind",
          "ADDRESS",
          "the attachment is kept as " + attachment.kind().word(),
          "only positions are released");
    }
    return attachment.address();
  }

  private static Ground ground(String text) {
    return Stream.of(Ground.values())
        .filter(ground -> word(ground).equals(text))
        .findFirst()
        .orElseThrow(() ->
            Sealing.refused(
                "seal.ground",
                "--ground",
                "\"" + text + "\" is not a ground for a release",
                "write one of "
                    + Stream.of(Ground.values())
                        .map(ReleaseCommand::word)
                        .collect(Collectors.joining(", "))));
  }

  private static String word(Ground ground) {
    return ground.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
