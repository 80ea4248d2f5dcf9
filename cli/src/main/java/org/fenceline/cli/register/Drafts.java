package org.fenceline.cli.register;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.Draft;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kind;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.json.Document;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.When;
import org.fenceline.exchange.yaml.YamlReader;
import org.fenceline.store.Identity;

/** Reads what a person wrote down, JSON or YAML, and gives it a new name. */
public final class Drafts {
  private Drafts() {}

  /** A new entry id: UUIDv7, ordered by the time of its making (RFC 9562, section 5.7). */
  public static EntryId newId(Surroundings surroundings) {
    UUIDClock clock =
        new UUIDClock() {
          @Override
          public long currentTimeMillis() {
            return surroundings.clock().millis();
          }
        };
    return new EntryId(Generators.timeBasedEpochGenerator(surroundings.random(), clock).generate());
  }

  /** A new fact that is true from when it is recorded on, such as whose key a key is. */
  public static Fact undated(
      Surroundings surroundings, Identity identity, Disclosure disclosure, Body body) {
    return fact(surroundings, identity, new When.Unknown(), disclosure, Optional.empty(), body);
  }

  /** A new fact of today: an act such as an endorsement or an unsealing. */
  public static Fact act(Surroundings surroundings, Identity identity, Body body) {
    return today(surroundings, identity, Optional.empty(), body);
  }

  /** A new fact of today that those may read who may read what it tells of. */
  public static Fact released(
      Surroundings surroundings, Identity identity, Disclosure disclosure, Body body) {
    When today = When.day(surroundings.today());
    return fact(surroundings, identity, today, disclosure, Optional.empty(), body);
  }

  /** A new fact of today that takes the place of an entry, as a void does. */
  static Fact actOn(EntryRef superseded, Surroundings surroundings, Identity identity, Body body) {
    return today(surroundings, identity, Optional.of(superseded), body);
  }

  /** A new fact that corrects a record: its date, disclosure and citations stay. */
  public static Fact correction(
      Logged record, Surroundings surroundings, Identity identity, Body body) {
    Fact was = record.entry().fact();
    return new Fact(
        newId(surroundings),
        identity.exercise(),
        was.on(),
        Optional.empty(),
        was.disclosure(),
        was.citations(),
        Optional.of(record.ref()),
        body);
  }

  private static Fact today(
      Surroundings surroundings, Identity identity, Optional<EntryRef> supersedes, Body body) {
    When today = When.day(surroundings.today());
    return fact(surroundings, identity, today, Disclosure.RESTRICTED, supersedes, body);
  }

  private static Fact fact(
      Surroundings surroundings,
      Identity identity,
      When on,
      Disclosure disclosure,
      Optional<EntryRef> supersedes,
      Body body) {
    return new Fact(
        newId(surroundings),
        identity.exercise(),
        on,
        Optional.empty(),
        disclosure,
        List.of(),
        supersedes,
        body);
  }

  /** Checks a draft; JSON begins with a brace, everything else is read as YAML. */
  static Fact read(
      Kind kind, Input input, Identity identity, EntryId id, Optional<EntryRef> supersedes)
      throws MalformedInput {
    try {
      Document document =
          input.text().stripLeading().startsWith("{")
              ? JsonReader.readDocument(input.text())
              : YamlReader.read(input.text());
      return Draft.check(kind, document, id, identity.exercise(), supersedes);
    } catch (MalformedInput e) {
      throw e.in(input.name());
    }
  }
}
