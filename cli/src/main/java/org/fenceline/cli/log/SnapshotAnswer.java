package org.fenceline.cli.log;

import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.EntryText.Recorded;
import org.fenceline.core.entry.body.SnapshotPublished;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.core.log.proof.Proven;
import org.fenceline.exchange.geopackage.SnapshotFile;

/** Tells what is proven of a snapshot's file. */
record SnapshotAnswer(
    SnapshotFile file,
    SnapshotPublished body,
    ProofFile proof,
    Proven proven,
    Recorded recorded,
    SnapshotVerification looked) {

  Json json() {
    return Json.object()
        .put("proven", looked.objections().isEmpty())
        .put("origin", proven.checkpoint().origin())
        .put("exercise", recorded.entry().fact().exercise())
        .put("entry", recorded.entry().fact().id().toString())
        .put("leafIndex", proof.inclusion().index())
        .put("size", proven.checkpoint().size())
        .put("number", body.number().number())
        .put("disclosure", level())
        .put("on", recorded.entry().fact().on().toString())
        .put("logSize", body.logSize().number())
        .put("rows", file.rows().size())
        .put("objections", Json.strings(looked.objections()))
        .put("notPart", Json.strings(looked.beyond()))
        .build();
  }

  private String level() {
    return body.level().name().toLowerCase(java.util.Locale.ROOT);
  }

  void tell(Page page) {
    if (recorded.entry().fact().exercise()) {
      page.line(page.caution("EXERCISE") + ": invented records");
    }
    String release =
        "release "
            + body.number().number()
            + ", "
            + level()
            + ", of "
            + proven.checkpoint().origin()
            + " as of "
            + recorded.entry().fact().on();
    if (looked.objections().isEmpty()) {
      page.line(
          page.good("proven")
              + ": "
              + release
              + ": all "
              + file.rows().size()
              + " rows as released");
    } else {
      page.line(page.alarm("not as released") + ": " + release);
      looked.objections().forEach(objection -> page.line("  " + objection));
    }
    looked
        .beyond()
        .forEach(more -> page.line(page.caution("NOT PART OF THE SNAPSHOT") + ": " + more));
    page.line(
        "  it shows "
            + body.logSize().number()
            + " entries; released as "
            + recorded.entry().fact().id()
            + ", leaf "
            + proof.inclusion().index()
            + " of a checkpoint of "
            + proven.checkpoint().size()
            + ", signed by "
            + proven.logSignatures().size()
            + " keys of the log");
  }
}
