package org.fenceline.core.entry.value;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of an entry: a UUID of version 7 for a new one, of version 8 (named by its content) for
 * an imported one (RFC 9562, sections 5.7 and 5.8).
 *
 * @param uuid the identifier
 */
public record EntryId(UUID uuid) implements Comparable<EntryId> {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Reads the 36 characters of RFC 9562, section 4, in lower case. */
  public static EntryId parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not an entry id; ids look like 0199a3f2-1c5e-7a10-9b1e-3f6f0c2d4e5a");
    }
    return new EntryId(UUID.fromString(text));
  }

  /**
   * The id of a row that was imported: the same row gives the same id again.
   *
   * @param dataSet name of the data set
   * @param key the row's own key, or its canonical content where it has none
   * @param ordinal count of equal rows before this one, from 0
   */
  public static EntryId ofRow(String dataSet, String key, int ordinal) {
    return named("fenceline/row/v1", dataSet, key, Integer.toString(ordinal));
  }

  /** The id of the correction that replaces one entry by a given content. */
  public static EntryId ofCorrection(EntryId superseded, Sha256 content) {
    return named("fenceline/correction/v1", superseded.toString(), content.hex());
  }

  /** The id of an author's signature: signing the same again is the same entry. */
  public static EntryId ofSignature(PersonId person, SignerKey key, String signature) {
    return named("fenceline/signed/v1", person.toString(), key.text(), signature);
  }

  /** UUIDv8 from SHA-256 over length-prefixed parts, so that no two lists of parts run together. */
  private static EntryId named(String... parts) {
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      name.append(part.length()).append(':').append(part).append('\n');
    }
    byte[] hash = Sha256.of(name.toString().getBytes(StandardCharsets.UTF_8)).bytes();
    long high = 0;
    long low = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      high = high << 8 | (hash[i] & 0xff);
      low = low << 8 | (hash[i + Long.BYTES] & 0xff);
    }
    long version8 = 0x8000L;
    long variant = 0x8000000000000000L;
    long versioned = (high & ~0xf000L) | version8;
    long varied = (low & 0x3fffffffffffffffL) | variant;
    return new EntryId(new UUID(versioned, varied));
  }

  @Override
  public int compareTo(EntryId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
