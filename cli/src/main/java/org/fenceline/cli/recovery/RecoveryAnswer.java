package org.fenceline.cli.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.recovery.LeafRanges;
import org.fenceline.core.recovery.Placement;
import org.fenceline.core.recovery.Placement.SeenCheckpoint;
import org.fenceline.exchange.recovery.AttachmentSearch;
import org.fenceline.exchange.recovery.Recovered;
import org.fenceline.exchange.recovery.Recovery;
import org.fenceline.store.AttachmentState;
import org.fenceline.store.Audit;
import org.fenceline.store.EntrySource;
import org.fenceline.store.Identity;
import org.fenceline.store.key.KeyFolder;
import org.jspecify.annotations.Nullable;

/** Tells what came back and from whom, what did not, and what cannot be known. */
final class RecoveryAnswer {
  /** Most refused entries that are told one by one. */
  private static final int MOST_REFUSED = 100;

  private final Recovery recovery;
  private final Placement placement;
  private final String published;
  private final Sources sources;
  private final KeyFolder keys;
  private final boolean isDrill;
  private @Nullable Made made;

  /** A register that was filled, and what became of it. */
  private record Made(
      Recovered recovered, Identity identity, boolean isSameLog, boolean keysAdvanced) {}

  RecoveryAnswer(
      Recovery recovery, LostLogFiles files, Sources sources, KeyFolder keys, boolean isDrill) {
    this.recovery = recovery;
    this.placement = recovery.placement();
    this.published = files.name();
    this.sources = sources;
    this.keys = keys;
    this.isDrill = isDrill;
  }

  /** Adds what was made of it, or in a drill would have been. */
  void made(Recovered recovered, Identity identity, boolean isSameLog, boolean keysAdvanced) {
    this.made = new Made(recovered, identity, isSameLog, keysAdvanced);
  }

  private long heldBy(int source) {
    return placement.held().values().stream().filter(held -> held.source() == source).count();
  }

  Json json() {
    List<Json> bySource = new ArrayList<>();
    List<EntrySource> asked = sources.entries();
    for (int i = 0; i < asked.size(); i++) {
      bySource.add(
          Json.object()
              .put("source", asked.get(i).name())
              .put("entries", heldBy(i))
              .put("has", placement.recognised().get(i))
              .build());
    }
    Json.Builder answer =
        Json.object()
            .put("register", recovery.log().origin())
            .put("exercise", sources.lost().isExercise())
            .put("dryRun", isDrill)
            .put("leaves", placement.size())
            .put("returned", placement.held().size())
            .put("sources", new Json.Arr(bySource))
            .put("hashOnly", ranges(placement.hashOnly()))
            .put("unknown", ranges(placement.unknown()))
            .put(
                "refused",
                Json.strings(placement.refused().stream().map(Object::toString).toList()))
            .put("checkpoints", new Json.Arr(checkpoints()))
            .put("made", made != null && !isDrill);
    Made outcome = made;
    if (outcome != null) {
      answer
          .put("sameLog", outcome.isSameLog())
          .put("origin", outcome.identity().origin().text())
          .put("waiting", outcome.recovered().waiting())
          .put("homeProofs", outcome.recovered().homeProofs())
          .put("keysAdvanced", outcome.keysAdvanced())
          .put("attachments", attachments(outcome.recovered().attachments()))
          .put("audit", audit(outcome.recovered().audit()));
    }
    return answer.build();
  }

  private static Json ranges(SortedSet<Long> leaves) {
    return Json.strings(LeafRanges.of(leaves).stream().map(Object::toString).toList());
  }

  private List<Json> checkpoints() {
    List<Json> checkpoints = new ArrayList<>();
    for (SeenCheckpoint seen : placement.checkpoints()) {
      checkpoints.add(
          Json.object()
              .put("size", seen.checkpoint().size())
              .put("root", seen.checkpoint().root().hex())
              .put("from", from(seen))
              .put("agreement", seen.agreement().name().toLowerCase(Locale.ROOT))
              .build());
    }
    return checkpoints;
  }

  private String from(SeenCheckpoint seen) {
    return seen.note().isEmpty() && seen.from().isEmpty() ? keys.path().toString() : seen.from();
  }

  private static Json attachments(AttachmentSearch.Result found) {
    return Json.object()
        .put("returned", found.came().values().stream().mapToInt(Integer::intValue).sum())
        .put("erased", found.erased())
        .put(
            "heldBack",
            Json.strings(
                found.heldBack().stream()
                    .map(held -> held.state().attachment().address().hex())
                    .toList()))
        .put(
            "missing",
            Json.strings(
                found.missing().stream().map(state -> state.attachment().address().hex()).toList()))
        .build();
  }

  private static Json audit(Audit audit) {
    return Json.object()
        .put("leaves", audit.leaves())
        .put("checkpoints", audit.checkpoints())
        .put("signatures", audit.signatures())
        .put("attachments", audit.attachments())
        .put("faults", audit.faults().size())
        .build();
  }

  void tell(Page page) {
    if (sources.lost().isExercise()) {
      page.line(
          page.caution("EXERCISE")
              + " "
              + page.faint(sources.lost() + ": invented records, not real ones"));
    }
    entries(page);
    checkpoints(page);
    Made outcome = made;
    if (outcome != null) {
      attachments(page, outcome.recovered().attachments());
      made(page, outcome);
    }
    limits(page);
  }

  private void entries(Page page) {
    String figure =
        "%d of %d leaves of %s came back"
            .formatted(placement.held().size(), placement.size(), recovery.log().origin());
    page.line(placement.isComplete() ? page.good(figure) : page.alarm(figure));
    List<EntrySource> asked = sources.entries();
    for (int i = 0; i < asked.size(); i++) {
      page.line(
          "  %d from %s, which has %d of them"
              .formatted(heldBy(i), asked.get(i).name(), placement.recognised().get(i)));
    }
    if (!placement.hashOnly().isEmpty()) {
      page.line(
          "  %s: %d, leaf %s"
              .formatted(
                  page.alarm("known by hash only"),
                  placement.hashOnly().size(),
                  LeafRanges.text(placement.hashOnly())));
    }
    if (!placement.unknown().isEmpty()) {
      page.line(
          "  %s: %d, leaf %s"
              .formatted(
                  page.alarm("signed, and not known at all"),
                  placement.unknown().size(),
                  LeafRanges.text(placement.unknown())));
    }
    placement.refused().stream()
        .limit(MOST_REFUSED)
        .forEach(refused -> page.line("  " + page.alarm("not taken") + ": " + refused));
    if (placement.refused().size() > MOST_REFUSED) {
      page.line("  and " + (placement.refused().size() - MOST_REFUSED) + " more not taken");
    }
  }

  private void checkpoints(Page page) {
    page.line("held against");
    page.line(
        "  the checkpoint of %d entries in %s, whose signatures hold"
            .formatted(recovery.log().published().size(), published));
    for (SeenCheckpoint seen : placement.checkpoints()) {
      String which =
          seen.note().isEmpty() && seen.from().isEmpty()
              ? "what the keys in "
                  + keys.path().getFileName()
                  + " signed last, "
                  + seen.checkpoint().size()
                  + " entries"
              : "the checkpoint of "
                  + seen.checkpoint().size()
                  + " entries that came with "
                  + seen.from();
      page.line("  " + which + ": " + said(page, seen));
    }
    if (recovery.log().ownKeys().isEmpty()) {
      page.line(
          page.caution(
              "  not held against the log's own keys: they are not at hand, and what they signed"
                  + " last is not known"));
    }
  }

  private static String said(Page page, SeenCheckpoint seen) {
    return switch (seen.agreement()) {
      case AGREES -> page.good("the same history");
      case CONTRADICTS -> page.alarm("ANOTHER HISTORY, though the log signed it");
      case UNDECIDED -> page.caution("too little is at hand to compute its root");
      case UNSIGNED -> page.alarm("not signed by the log");
    };
  }

  private static void attachments(Page page, AttachmentSearch.Result found) {
    int came = found.came().values().stream().mapToInt(Integer::intValue).sum();
    page.line(
        "%d sealed attachments came back, %d stay erased, %d are missing"
            .formatted(came, found.erased(), found.missing().size()));
    found.came().forEach((from, count) -> page.line("  " + count + " from " + from));
    found
        .heldBack()
        .forEach(held ->
            page.line("  left out: " + name(held.state()) + ": " + page.caution(held.why())));
    found.missing().forEach(state -> page.line("  " + page.alarm("missing") + ": " + name(state)));
  }

  private static String name(AttachmentState state) {
    return state.attachment().address()
        + " ("
        + state.attachment().kind().word()
        + "), entry "
        + state.entries().getFirst().id();
  }

  private void made(Page page, Made outcome) {
    Audit audit = outcome.recovered().audit();
    page.line(
        "audited %d entries, %d signed checkpoints, %d signatures, %d attachments: "
                .formatted(
                    audit.leaves(), audit.checkpoints(), audit.signatures(), audit.attachments())
            + page.good("everything fits"));
    if (outcome.isSameLog()) {
      page.line(
          "the log "
              + page.good(
                  "extends the %d entries that were published by %d"
                      .formatted(
                          recovery.log().published().size(),
                          placement.size() - recovery.log().published().size())));
    } else {
      page.line(
          "%d of %d entries carry what the lost log proves of them"
              .formatted(outcome.recovered().homeProofs(), outcome.recovered().entries()));
    }
    if (outcome.recovered().waiting() > 0) {
      page.line(
          page.caution(
              outcome.recovered().waiting()
                  + " corrections, voids or endorsements wait for an entry that was lost"));
    }
    page.line(verdict(page, outcome));
  }

  private String verdict(Page page, Made outcome) {
    if (isDrill) {
      return outcome.isSameLog()
          ? page.good("a drill: nothing was made; it would be the same log again")
          : page.caution(
              "a drill: nothing was made; the log could not go on, another would take its place");
    }
    if (!outcome.isSameLog()) {
      return "made "
          + outcome.identity().origin()
          + ", which takes the place of "
          + recovery.log().origin()
          + "; make its keys with: fenceline log key new, and let those of the lost log's persons"
          + " count with: fenceline identity accept";
    }
    Optional<String> signing =
        recovery.log().ownKeys().isEmpty()
            ? Optional.empty()
            : Optional.of(
                outcome.keysAdvanced()
                    ? "its keys sign on from what came back"
                    : "its keys sign on from what they signed last");
    return "made the same log again, under its own origin; "
        + signing.orElse(
            "put its keys in their place, and see what they say: fenceline log resume");
  }

  private static void limits(Page page) {
    page.line("Not known:");
    page.line("  what was recorded after the last checkpoint that anybody kept");
    page.line("  when entries had arrived, but from a copy: they count as arrived now");
    page.line("  an erasure that was lost itself, or not yet handed to those who were asked");
  }
}
