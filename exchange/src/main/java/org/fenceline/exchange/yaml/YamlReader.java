package org.fenceline.exchange.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.Document;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one YAML document. Plain scalars follow the JSON schema of YAML 1.2: numbers and booleans
 * are such, everything else is a string; a date stays a string.
 */
public final class YamlReader {

  /** Longest document that is read, in characters. */
  public static final int MAX_LENGTH = 4 * 1024 * 1024;

  /** Deepest nesting that is read. */
  public static final int MAX_DEPTH = 64;

  private static final int MAX_ALIASES = 20;

  private final Map<String, Integer> lines = new HashMap<>();

  private YamlReader() {}

  /** Reads the text of a file. */
  public static Document read(String text) throws MalformedInput {
    if (text.length() > MAX_LENGTH) {
      throw problem(Place.UNKNOWN, "the file is longer than " + MAX_LENGTH + " characters", "");
    }
    YamlReader reader = new YamlReader();
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setCodePointLimit(MAX_LENGTH)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        throw problem(Place.UNKNOWN, "the file is empty", "write one YAML document");
      }
      return new Document(reader.value(root.get(), "", 0), reader.lines);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      String message = e.getProblem() == null ? "cannot be read" : e.getProblem();
      throw problem(Place.ofLine(line), "not YAML: " + message, "");
    } catch (YamlEngineException e) {
      throw problem(Place.UNKNOWN, "not YAML: " + e.getMessage(), "");
    }
  }

  private Json value(Node node, String path, int depth) throws MalformedInput {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    if (depth > MAX_DEPTH) {
      throw problem(Place.ofLine(line), "nested deeper than " + MAX_DEPTH + " levels", "");
    }
    lines.put(path, line);
    return switch (node) {
      case MappingNode mapping -> object(mapping, path, depth);
      case SequenceNode sequence -> array(sequence, path, depth);
      case ScalarNode scalar -> scalar(scalar, new Place("", line, path));
      default -> throw problem(Place.ofLine(line), "an unexpected kind of node", "");
    };
  }

  private Json object(MappingNode mapping, String path, int depth) throws MalformedInput {
    SequencedMap<String, Json> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = tuple.getKeyNode().getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw problem(Place.ofLine(line), "a key that is not a plain word", "");
      }
      String name = key.getValue();
      if (members.containsKey(name)) {
        throw problem(Place.ofLine(line), "the key \"" + name + "\" stands twice", "remove one");
      }
      members.put(
          name, value(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, depth + 1));
    }
    return new Json.Obj(members);
  }

  private Json array(SequenceNode sequence, String path, int depth) throws MalformedInput {
    List<Json> items = new java.util.ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(value(item, path + "[" + items.size() + "]", depth + 1));
    }
    return new Json.Arr(items);
  }

  private static Json scalar(ScalarNode scalar, Place place) throws MalformedInput {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT)) {
      BigInteger number = new BigInteger(text.replace("+", ""));
      if (number.abs().compareTo(BigInteger.valueOf(Json.MAX_INTEGER)) > 0) {
        throw problem(place, text + " is beyond 2^53-1", "write it as a quoted string");
      }
      return new Json.Int(number.longValueExact());
    }
    if (tag.equals(Tag.FLOAT)) {
      return decimal(text, place);
    }
    if (tag.equals(Tag.BOOL)) {
      return new Json.Bool(Boolean.parseBoolean(text));
    }
    return tag.equals(Tag.NULL) ? new Json.Null() : new Json.Str(text);
  }

  private static Json decimal(String text, Place place) throws MalformedInput {
    try {
      return new Json.Dec(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw problem(
          place,
          "\"" + text + "\" is not a number that can be read: " + e.getMessage(),
          "quote it if it is a word");
    }
  }

  private static MalformedInput problem(Place place, String message, String mend) {
    return new MalformedInput(new Problem("yaml.syntax", place, message, mend));
  }
}
