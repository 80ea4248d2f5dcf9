package org.fenceline.cli.export;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.fenceline.core.entry.body.SnapshotPublished;

/** What a snapshot's file says of the entry that released it. */
public final class SnapshotFacts {
  private SnapshotFacts() {}

  /** Names and values as the table {@code snapshot} has them. */
  public static SequencedMap<String, String> of(SnapshotPublished body) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("number", Long.toString(body.number().number()));
    facts.put("disclosure", body.level().name().toLowerCase(java.util.Locale.ROOT));
    body.area().ifPresent(area -> facts.put("area", area.toString()));
    facts.put("log_size", Long.toString(body.logSize().number()));
    facts.put("log_root", body.root().hex());
    facts.put("rows_sha256", body.rows().hex());
    facts.put("list_sha256", body.list().hex());
    return facts;
  }
}
