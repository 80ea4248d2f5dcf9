package org.fenceline.exchange.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.Kind;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.json.Document;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.json.RecordShape;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Name;
import org.fenceline.exchange.yaml.YamlReader;

/**
 * A mapping as it stands in its file.
 *
 * @param kind what each row becomes
 * @param dataSet name under which the rows are known
 * @param layer of which layer, table or sheet; all when left out
 * @param key columns that name a row for good; without any its content does
 * @param where columns and the words in them that make a row one of this mapping
 * @param crs reference system, where the file does not say it
 * @param encoding how its characters are written, where the file does not say it
 * @param delimiter what stands between its columns
 * @param decimal what stands before the fraction of a number, a point unless said
 * @param disclosure who may read the entries
 * @param place columns that say where it is
 * @param on column that says when it was true
 * @param fields what becomes of the columns, by the members of the body
 */
@Meaning("What the columns of a file mean.")
public record Mapping(
    String kind,
    Name dataSet,
    Optional<String> layer,
    List<String> key,
    Optional<Json.Obj> where,
    Optional<String> crs,
    Optional<String> encoding,
    Optional<String> delimiter,
    Optional<String> decimal,
    Optional<Disclosure> disclosure,
    Optional<PlaceColumns> place,
    Optional<Dating> on,
    Json.Obj fields) {

  /** Kinds that only a person records: that ground became safer is nothing that a layer says. */
  private static final List<String> NEVER = List.of("release", "handover");

  public Mapping {
    key = List.copyOf(key);
    decimal.ifPresent(sign -> {
      if (!sign.equals(",") && !sign.equals(".")) {
        throw new IllegalArgumentException("decimal is \",\" or \".\"");
      }
    });
  }

  /** A mapping whose parts were all checked. */
  record Ready(Mapping mapping, Kind kind, SequencedMap<String, FieldRule> rules) {}

  /**
   * Reads a mapping's file.
   *
   * @throws MalformedInput with everything that is wrong, each with its line
   */
  public static Mapping read(String yaml) throws MalformedInput {
    Document document = YamlReader.read(yaml);
    Mapping mapping = RecordShape.of(Mapping.class).read(document);
    try {
      mapping.ready();
    } catch (MalformedInput e) {
      throw new MalformedInput(e.problems().stream().map(document::placed).toList());
    }
    return mapping;
  }

  /** The mapping with its kind and rules looked up. */
  Ready ready() throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    Optional<Kind> found =
        Kinds.ALL.find(kind).filter(k -> k.trait() != Kind.Trait.ACT && !NEVER.contains(k.word()));
    if (found.isEmpty()) {
      problems.add(
          new Problem(
              "import.kind",
              Place.ofField("kind"),
              "\"" + kind + "\" is nothing that a row can become",
              NEVER.contains(kind)
                  ? "a layer of cleared ground is no release: import it as hazard with status closed"
                  : "write one of hazard, accident, device, minefield, area-of-concern, ..."));
    }
    SequencedMap<String, FieldRule> rules = new LinkedHashMap<>();
    for (Map.Entry<String, Json> field : fields.members().entrySet()) {
      FieldRule.read(field.getKey(), field.getValue(), problems)
          .ifPresent(rule -> rules.put(field.getKey(), rule));
    }
    on.ifPresent(dating -> dating.check(problems));
    place.ifPresent(columns -> columns.check(problems));
    where.ifPresent(wanted -> Selection.check(wanted, problems));
    if (!problems.isEmpty() || found.isEmpty()) {
      throw new MalformedInput(problems);
    }
    return new Ready(this, found.get(), rules);
  }

  /** Whether the fraction of its numbers stands after a comma. */
  boolean hasDecimalComma() {
    return decimal.filter(","::equals).isPresent();
  }
}
