package org.fenceline.cli.register;

import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.MalformedInput;

/** Entries in answers. */
public final class EntryJson {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private EntryJson() {}

  /** An entry with its place in the log. */
  public static Json.Builder of(Logged entry) {
    return Json.object()
        .put("leafIndex", entry.leafIndex())
        .put("contentHash", entry.contentHash().hex())
        .put("arrivedAt", entry.arrivedAt().toString())
        .put("entry", document(entry));
  }

  /** The entry's own members, as today's schema has them. */
  public static Json document(Logged entry) {
    try {
      return JsonReader.readValue(TEXT.of(entry.entry()));
    } catch (MalformedInput e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  /** An entry in a few words: kind, day and id. */
  public static String brief(Logged entry) {
    return Kinds.ALL.of(entry.body()).word() + " of " + entry.on() + ", " + entry.id();
  }
}
