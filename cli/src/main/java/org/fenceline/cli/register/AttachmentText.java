package org.fenceline.cli.register;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.AttachmentCarrier;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.body.PositionRelease;
import org.fenceline.core.entry.body.SealedAttachment;
import org.fenceline.core.entry.body.Unsealing;
import org.fenceline.core.entry.json.Json;
import org.fenceline.store.AttachmentState;
import org.fenceline.store.AttachmentState.Erased;
import org.fenceline.store.AttachmentState.Status;
import org.fenceline.store.Reading;

/** Attachments in answers: what has become of them, and who did what with them. */
public final class AttachmentText {
  private AttachmentText() {}

  /** An attachment as JSON. */
  public static Json json(AttachmentState state) {
    Json.Builder json =
        Json.object()
            .put("address", state.attachment().address().hex())
            .put("kind", state.attachment().kind().word())
            .put("status", word(state.status()))
            .put("bytes", state.bytes());
    state.erasure().ifPresent(erased -> json.put("erasure", erasure(erased)));
    return json.put(
            "entries",
            Json.array(
                state.entries().stream().map(entry -> (Json) EntryJson.of(entry).build()).toList()))
        .build();
  }

  private static Json erasure(Erased erased) {
    return Json.object()
        .put("entry", erased.entry().id().toString())
        .put("by", erased.entry().entry().recordedBy().toString())
        .put("reason", reason(erased))
        .put(
            "endorsedBy",
            Json.strings(
                erased.endorsements().stream()
                    .map(by -> by.entry().recordedBy().toString())
                    .toList()))
        .build();
  }

  /** An attachment in some lines: its state, then every entry that names it. */
  public static void show(Page page, Reading reading, AttachmentState state) {
    page.line(
        "attachment "
            + page.bold(state.attachment().address().hex())
            + "  "
            + state.attachment().kind().word()
            + ", "
            + status(page, state));
    for (Logged entry : state.entries()) {
      page.line(
          "  %s  by %s  %s"
              .formatted(
                  entry.entry().recordedAt(),
                  entry.entry().recordedBy().name(),
                  what(reading, entry)));
    }
  }

  private static String status(Page page, AttachmentState state) {
    return switch (state.status()) {
      case PRESENT -> "%,d bytes".formatted(state.bytes());
      case NOT_HERE -> page.alarm("not here");
      case ERASED ->
          page.caution("erased")
              + state
                  .erasure()
                  .map(erased ->
                      " by %s, endorsed by %s: %s"
                          .formatted(
                              erased.entry().entry().recordedBy().name(),
                              erased.endorsements().stream()
                                  .map(by -> by.entry().recordedBy().name().text())
                                  .collect(Collectors.joining(", ")),
                              reason(erased)))
                  .orElse("");
    };
  }

  private static String what(Reading reading, Logged entry) {
    return switch (entry.body()) {
      case SealedAttachment sealed -> "sealed" + sealed.note().map(note -> ": " + note).orElse("");
      case AttachmentCarrier _ ->
          "carried by " + Kinds.ALL.of(entry.body()).word() + " " + entry.id();
      case Unsealing unsealing ->
          "opened until %s: %s%s"
              .formatted(
                  unsealing.until(),
                  unsealing.ground(),
                  unsealing
                      .breakGlass()
                      .map(
                          reason -> "; BREAK-GLASS: " + reason + ", " + endorsement(reading, entry))
                      .orElse(""));
      case PositionRelease release ->
          "released to %s (%s), %s"
              .formatted(
                  release.to(),
                  release.ground().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  endorsement(reading, entry));
      case Erasure erasure ->
          "to be erased: " + erasure.reason() + ", " + endorsement(reading, entry);
      default -> Kinds.ALL.of(entry.body()).word() + " " + entry.id();
    };
  }

  private static String endorsement(Reading reading, Logged entry) {
    List<Logged> thread = reading.thread(entry.id());
    if (!Lookup.standingNow(thread).contains(entry.leafIndex())) {
      return "void";
    }
    return Lookup.endorsement(thread, entry)
        .map(by -> "endorsed by " + by.entry().recordedBy().name())
        .orElse("not endorsed (fenceline endorse " + entry.id() + ")");
  }

  private static String reason(Erased erased) {
    return erased.entry().body() instanceof Erasure erasure ? erasure.reason() : "";
  }

  private static String word(Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
