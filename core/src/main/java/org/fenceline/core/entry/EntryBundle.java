package org.fenceline.core.entry;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.json.CanonicalJson;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.json.RecordShape;

/**
 * What rebuilds a leaf: an entry's text as recorded and its salt, with the author's signatures over
 * it. It travels as {@code extra} of a proof file and beside published tiles;
 * docs/formats/bundle.md specifies it.
 */
public final class EntryBundle {
  private static final RecordShape<Signed> SIGNED = RecordShape.of(Signed.class);
  private static final String CODE = "proof.bundle";

  private final String canonicalJson;
  private final byte[] salt;
  private final List<Signed> signatures;

  /** An entry's text, its 32 bytes of salt, and signatures over it. */
  public EntryBundle(String canonicalJson, byte[] salt, List<Signed> signatures) {
    if (salt.length != Leaf.SALT_LENGTH) {
      throw new IllegalArgumentException("a salt has " + Leaf.SALT_LENGTH + " bytes");
    }
    this.canonicalJson = canonicalJson;
    this.salt = salt.clone();
    this.signatures = List.copyOf(signatures);
  }

  /** The entry's text as recorded. */
  public String canonicalJson() {
    return canonicalJson;
  }

  public byte[] salt() {
    return salt.clone();
  }

  /** Signatures that came with the entry; nothing is said of whether they hold. */
  public List<Signed> signatures() {
    return signatures;
  }

  /** The leaf that the log holds, if it holds this entry. */
  public byte[] leaf() {
    return Leaf.of(salt, canonicalJson);
  }

  /** Canonical JSON: {@code entry} (a string), {@code salt} (hex), {@code signed} (a list). */
  public String text() {
    return CanonicalJson.ofEntry(
        Json.object()
            .put("entry", canonicalJson)
            .put("salt", HexFormat.of().formatHex(salt))
            .put("signed", new Json.Arr(signatures.stream().<Json>map(SIGNED::write).toList()))
            .build());
  }

  /** Reads what {@link #text} gave. */
  public static EntryBundle parse(String text) throws MalformedInput {
    Json read = JsonReader.readValue(text);
    if (!(read instanceof Json.Obj object)) {
      throw malformed("", "is no object");
    }
    List<Problem> problems = new ArrayList<>();
    List<Signed> signatures = new ArrayList<>();
    if (object.get("signed").orElse(new Json.Arr(List.of())) instanceof Json.Arr array) {
      for (Json item : array.items()) {
        SIGNED.read(item, "signed", problems).ifPresent(signatures::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems);
    }
    byte[] salt = salt(object);
    return new EntryBundle(string(object, "entry"), salt, signatures);
  }

  private static byte[] salt(Json.Obj object) throws MalformedInput {
    try {
      byte[] salt = HexFormat.of().parseHex(string(object, "salt"));
      if (salt.length == Leaf.SALT_LENGTH) {
        return salt;
      }
    } catch (IllegalArgumentException e) {
      throw malformed("salt", "is not hexadecimal");
    }
    throw malformed("salt", "does not have " + Leaf.SALT_LENGTH + " bytes");
  }

  private static String string(Json.Obj object, String member) throws MalformedInput {
    Optional<Json> value = object.get(member);
    if (value.isPresent() && value.get() instanceof Json.Str string) {
      return string.text();
    }
    throw malformed(member, "is missing or no text");
  }

  private static MalformedInput malformed(String field, String message) {
    return new MalformedInput(
        new Problem(CODE, Place.ofField(field), message, "ask for the record again"));
  }
}
