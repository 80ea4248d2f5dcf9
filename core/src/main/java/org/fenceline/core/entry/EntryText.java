package org.fenceline.core.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.json.CanonicalJson;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.json.RecordShape;
import org.fenceline.core.entry.value.Sha256;

/**
 * Entries as text: the canonical JSON that is stored and hashed, and back.
 *
 * <p>What was recorded keeps its bytes. An entry of an older schema version is read through its
 * kind's upgrades; its hashes are always taken from the text as recorded.
 */
public final class EntryText {
  private static final RecordShape<EntryDocument> SHAPE = RecordShape.of(EntryDocument.class);
  private static final List<String> NOT_HASHED = List.of("recordedAt", "recordedBy");

  private final Kinds kinds;

  /** Text of entries of the given kinds. */
  public EntryText(Kinds kinds) {
    this.kinds = kinds;
  }

  /** Canonical JSON of an entry (RFC 8785). */
  public String of(Entry entry) {
    return CanonicalJson.ofEntry(
        SHAPE.write(
            document(
                entry.fact(), Optional.of(entry.recordedAt()), Optional.of(entry.recordedBy()))));
  }

  /** SHA-256 of a fact's canonical JSON: what it says, whoever records it, whenever. */
  public Sha256 contentHash(Fact fact) {
    return hash(SHAPE.write(document(fact, Optional.empty(), Optional.empty())));
  }

  /** The content hash of an entry that was recorded, from its text. */
  public static Sha256 contentHash(Json.Obj entry) {
    SequencedMap<String, Json> members = new LinkedHashMap<>(entry.members());
    NOT_HASHED.forEach(members::remove);
    return hash(new Json.Obj(members));
  }

  private static Sha256 hash(Json.Obj content) {
    return Sha256.of(CanonicalJson.ofEntry(content).getBytes(UTF_8));
  }

  /**
   * Reads an entry as it was recorded.
   *
   * @throws MalformedInput when it is no entry, or of a kind or version that this program is too
   *     old to know
   */
  public Recorded read(String canonicalJson) throws MalformedInput {
    Json json = JsonReader.readValue(canonicalJson);
    Entry entry = entry(json);
    if (json instanceof Json.Obj object) {
      return new Recorded(entry, contentHash(object), canonicalJson);
    }
    throw new IllegalStateException("an entry is an object");
  }

  /**
   * Reads an entry as it was recorded, without its content hash: in half the time, for those who
   * have that beside it.
   *
   * @throws MalformedInput as {@link #read}
   */
  public Entry readEntry(String canonicalJson) throws MalformedInput {
    return entry(JsonReader.readValue(canonicalJson));
  }

  private Entry entry(Json json) throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    Optional<EntryDocument> document = SHAPE.read(json, "", problems);
    if (document.isPresent()) {
      Optional<Entry> entry = entry(document.get(), problems);
      if (entry.isPresent()) {
        return entry.get();
      }
    }
    throw new MalformedInput(problems);
  }

  /**
   * An entry together with its text.
   *
   * @param entry the entry, read by today's program
   * @param contentHash hash of what it says, from the text as recorded
   * @param canonicalJson the text as recorded
   */
  public record Recorded(Entry entry, Sha256 contentHash, String canonicalJson) {}

  private Optional<Entry> entry(EntryDocument document, List<Problem> problems) {
    Optional<Body> body = body(document, problems);
    if (document.recordedAt().isEmpty() || document.recordedBy().isEmpty()) {
      problems.add(
          new Problem(
              "entry.missing",
              Place.ofField("recordedAt"),
              "an entry says when it was recorded, and by whom",
              "a fact that is not recorded yet goes through record or import"));
      return Optional.empty();
    }
    return body.map(content ->
        new Entry(
            new Fact(
                document.id(),
                document.exercise(),
                document.on(),
                document.transcribed(),
                document.disclosure(),
                document.citations(),
                document.supersedes(),
                content),
            document.recordedAt().get(),
            document.recordedBy().get()));
  }

  private Optional<Body> body(EntryDocument document, List<Problem> problems) {
    Optional<Kind> kind = kinds.find(document.kind());
    if (kind.isEmpty()) {
      problems.add(
          new Problem(
              "entry.kind",
              Place.ofField("kind"),
              "the kind \"" + document.kind() + "\" is not known here",
              "kinds are " + kinds.words() + "; a newer program may know more"));
      return Optional.empty();
    }
    int version = document.schemaVersion();
    if (version < 1 || version > kind.get().version()) {
      problems.add(
          new Problem(
              "entry.version",
              Place.ofField("schemaVersion"),
              "version "
                  + version
                  + " of "
                  + document.kind()
                  + " is not known here; this program knows 1 to "
                  + kind.get().version(),
              "read it with a newer program"));
      return Optional.empty();
    }
    return kind.get().read(document.body(), version, problems);
  }

  private EntryDocument document(
      Fact fact,
      Optional<java.time.Instant> recordedAt,
      Optional<org.fenceline.core.entry.value.PersonId> recordedBy) {
    Kind kind = kinds.of(fact.body());
    return new EntryDocument(
        fact.id(),
        kind.word(),
        kind.version(),
        fact.exercise(),
        fact.on(),
        fact.transcribed(),
        fact.disclosure(),
        fact.citations(),
        fact.supersedes(),
        kind.write(fact.body()),
        recordedAt,
        recordedBy);
  }

  /** The JSON Schema (2020-12) of entries of one kind. */
  public static Json.Obj schema(Kind kind) {
    Json.Obj entry = SHAPE.schema();
    Json.Builder properties = Json.object();
    if (entry.get("properties").orElseThrow() instanceof Json.Obj described) {
      properties.putAll(described.members());
    }
    properties
        .put("kind", Json.object().put("const", kind.word()).build())
        .put("schemaVersion", Json.object().put("const", kind.version()).build())
        .put("body", kind.shape().schema());
    return Json.object()
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("$id", "urn:fenceline:entry:" + kind.word() + ":" + kind.version())
        .put("title", "Fenceline entry of kind " + kind.word())
        .put("type", "object")
        .put("properties", properties.build())
        .put(
            "required",
            Json.strings(
                List.of(
                    "id",
                    "kind",
                    "schemaVersion",
                    "exercise",
                    "on",
                    "disclosure",
                    "body",
                    "recordedAt",
                    "recordedBy")))
        .put("additionalProperties", false)
        .build();
  }
}
