package org.fenceline.cli.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonWriter;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline show}. */
@Command(
    name = "show",
    description = "Show a record and everything that became of it.",
    footer = {"  fenceline show 0199a3f2-1c5e-7a10-9b1e-3f6f0c2d4e5a"})
public final class ShowCommand extends RegisterCommand {

  @Parameters(paramLabel = "ID", description = "The record, or any version of it.")
  private String id = "";

  @Override
  public Integer call() {
    try (Register register = open();
        Reading reading = register.read()) {
      Logged entry = Lookup.entry(reading, id);
      List<Logged> thread = reading.thread(entry.id());
      List<Long> standing = Lookup.standingNow(thread);
      Optional<Instant> proven =
          reading.authors().provenFrom(entry, reading.signaturesOver(entry.contentHash()));
      Json.Builder answer =
          Json.object()
              .putAll(EntryJson.of(entry).build().members())
              .put("stands", standing.contains(entry.leafIndex()))
              .put("authorProven", proven.isPresent())
              .put("endorsed", Lookup.endorsement(thread, entry).isPresent())
              .put(
                  "attachments",
                  Json.array(
                      reading.attachmentsOf(entry).stream().map(AttachmentText::json).toList()))
              .put(
                  "history",
                  Json.array(
                      thread.stream()
                          .map(member ->
                              EntryJson.of(member)
                                  .put("stands", standing.contains(member.leafIndex()))
                                  .build())
                          .toList()));
      answer(
          register.identity(),
          answer,
          page -> {
            show(page, entry, proven, thread, standing);
            reading
                .attachmentsOf(entry)
                .forEach(attachment -> AttachmentText.show(page, reading, attachment));
          });
    }
    return ExitCode.FINE;
  }

  private static void show(
      Page page, Logged entry, Optional<Instant> proven, List<Logged> thread, List<Long> standing) {
    Fact fact = entry.entry().fact();
    page.heading(Kinds.ALL.of(entry.body()).word() + " " + entry.id());
    page.line(
        "on " + entry.on() + ", " + fact.disclosure().name().toLowerCase(java.util.Locale.ROOT));
    page.line(state(page, entry, thread, standing));
    page.line(
        proven
            .map(since -> page.good("author proven") + " since " + since)
            .orElse("author not proven: no signature by a key that counts"));
    fact.citations().forEach(citation -> page.line("rests on " + citation));
    if (EntryJson.document(entry) instanceof Json.Obj object) {
      object.get("body").ifPresent(body -> page.line(JsonWriter.pretty(body)));
    }
    page.heading("history");
    for (Logged member : thread) {
      page.line(
          "  leaf %d  %s  %s  by %s%s"
              .formatted(
                  member.leafIndex(),
                  member.entry().recordedAt(),
                  what(member),
                  member.entry().recordedBy().name(),
                  standing.contains(member.leafIndex()) ? "" : page.faint("  no longer stands")));
      fact.transcribed()
          .filter(_ -> member.equals(entry))
          .ifPresent(from ->
              page.line(
                  page.faint("    first recorded " + from.recordedAt() + " in " + from.source())));
    }
    page.line(page.faint("content " + entry.contentHash()));
  }

  private static String state(Page page, Logged entry, List<Logged> thread, List<Long> standing) {
    if (!standing.contains(entry.leafIndex())) {
      return page.caution("does not stand: it was corrected or voided");
    }
    Optional<Logged> endorsement = Lookup.endorsement(thread, entry);
    return endorsement
        .map(by -> page.good("stands") + ", endorsed by " + by.entry().recordedBy().name())
        .orElse("stands, not endorsed");
  }

  private static String what(Logged member) {
    return switch (member.body()) {
      case Voiding voiding -> "void of " + target(member) + ": " + voiding.reason();
      case Endorsement endorsement -> "endorsement of " + endorsement.target().id();
      default ->
          member.entry().fact().supersedes().isPresent()
              ? "correction " + member.id() + " of " + target(member)
              : "record " + member.id();
    };
  }

  private static String target(Logged member) {
    return member.entry().fact().supersedes().map(ref -> ref.id().toString()).orElse("nothing");
  }
}
