package org.fenceline.core.entry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reads JSON strictly: one value, no duplicate keys, no lone surrogates, no integers that readers
 * would round (RFC 7493, sections 2.1 to 2.3), within limits on size and depth.
 */
public final class JsonReader {

  /** Deepest nesting that is read; entries need fewer than ten levels. */
  public static final int MAX_DEPTH = 64;

  /** Longest document that is read, in characters. */
  public static final int MAX_LENGTH = 64 * 1024 * 1024;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxDocumentLength(MAX_LENGTH)
                  .maxStringLength(MAX_LENGTH)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final Map<String, Integer> lines = new HashMap<>();
  private final boolean keepLines;

  private JsonReader(boolean keepLines) {
    this.keepLines = keepLines;
  }

  /** Reads a user's document and remembers the line of each part. */
  public static Document readDocument(String text) throws MalformedInput {
    JsonReader reader = new JsonReader(true);
    Json root = reader.read(text);
    return new Document(root, reader.lines);
  }

  /** Reads a value without remembering lines: for what this program wrote itself. */
  public static Json readValue(String text) throws MalformedInput {
    return new JsonReader(false).read(text);
  }

  private Json read(String text) throws MalformedInput {
    if (text.length() > MAX_LENGTH) {
      throw problem(Place.UNKNOWN, "the document is longer than " + MAX_LENGTH + " characters", "");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw problem(Place.UNKNOWN, "the document is empty", "write one JSON object");
      }
      Json root = value(parser, "");
      if (parser.nextToken() != null) {
        throw problem(
            here(parser, ""), "there is more text after the end of the value", "remove it");
      }
      return root;
    } catch (JsonParseException e) {
      throw problem(
          Place.ofLine(e.getLocation().getLineNr()), "not JSON: " + e.getOriginalMessage(), "");
    } catch (StreamConstraintsException e) {
      throw problem(Place.UNKNOWN, "beyond a limit: " + e.getOriginalMessage(), "");
    } catch (IOException e) {
      // A string is read: what is left is a malformed character, which Jackson reports this way.
      throw problem(Place.UNKNOWN, "not JSON: " + e.getMessage(), "");
    }
  }

  private Json value(JsonParser parser, String path) throws IOException, MalformedInput {
    if (keepLines) {
      lines.put(path, parser.currentTokenLocation().getLineNr());
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_STRING -> new Json.Str(text(parser, path));
      case VALUE_NUMBER_INT -> integer(parser, path);
      case VALUE_NUMBER_FLOAT -> decimal(parser, path);
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("a value starts with " + parser.currentToken());
    };
  }

  private Json object(JsonParser parser, String path) throws IOException, MalformedInput {
    SequencedMap<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = text(parser, path);
      parser.nextToken();
      members.put(name, value(parser, path.isEmpty() ? name : path + "." + name));
    }
    return new Json.Obj(members);
  }

  private Json array(JsonParser parser, String path) throws IOException, MalformedInput {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, path + "[" + items.size() + "]"));
    }
    return new Json.Arr(items);
  }

  private static Json integer(JsonParser parser, String path) throws IOException, MalformedInput {
    BigInteger number = parser.getBigIntegerValue();
    if (number.abs().compareTo(BigInteger.valueOf(Json.MAX_INTEGER)) > 0) {
      throw problem(
          here(parser, path),
          "the integer " + number + " is beyond 2^53-1, where JSON readers round",
          "write it as a string");
    }
    return new Json.Int(number.longValueExact());
  }

  private static Json decimal(JsonParser parser, String path) throws IOException, MalformedInput {
    try {
      return new Json.Dec(parser.getDecimalValue());
    } catch (NumberFormatException e) {
      throw problem(
          here(parser, path),
          "the number " + parser.getText() + " is beyond what is read: " + e.getMessage(),
          "write it with fewer digits");
    }
  }

  private static String text(JsonParser parser, String path) throws IOException, MalformedInput {
    String text = parser.getText();
    int bad = loneSurrogate(text);
    if (bad >= 0) {
      throw problem(
          here(parser, path),
          "half a surrogate pair at character " + (bad + 1) + " of a string",
          "write the whole character");
    }
    return text;
  }

  /** Index of the first half of a surrogate pair that stands alone, or −1. */
  static int loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  private static Place here(JsonParser parser, String path) {
    return new Place("", parser.currentTokenLocation().getLineNr(), path);
  }

  private static MalformedInput problem(Place place, String message, String mend) {
    return new MalformedInput(new Problem("json.syntax", place, message, mend));
  }
}
