package org.fenceline.exchange.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.fenceline.core.entry.Citation;
import org.fenceline.core.entry.Draft;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.FileImport;
import org.fenceline.core.entry.json.Document;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.When;
import org.fenceline.exchange.crs.Crs;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.rows.Reimport;

/** Makes entries of the features of one file by one mapping. */
public final class FeatureImport implements FeatureFile.FeatureTaker {

  /** The member that holds a kind's shape; other kinds have none. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "hazard", "place",
          "accident", "place",
          "device", "place",
          "find", "place",
          "area-of-concern", "place",
          "minefield", "perimeter");

  private final Mapping mapping;
  private final Mapping.Ready ready;
  private final Selection selection;
  private final Identity identity;
  private final boolean exercise;
  private final Reimport reimport;
  private final Map<String, Optional<Crs>> systems = new HashMap<>();
  private final Set<String> columns = new TreeSet<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Problem> refused = new ArrayList<>();
  private long rows;
  private long aside;
  private long refusedRows;
  private long withoutPlace;

  /**
   * What came of a file.
   *
   * @param facts the entries, those that are in the register already included
   * @param refused what is wrong with the rows that became none
   * @param rows features of the file
   * @param refusedRows how many became no entry because of what is wrong with them
   * @param aside how many are left to another mapping
   * @param withoutPlace entries that need a location
   * @param columnsNotTaken columns of the file that no entry holds
   */
  public record Imported(
      List<Fact> facts,
      List<Problem> refused,
      long rows,
      long refusedRows,
      long aside,
      long withoutPlace,
      List<String> columnsNotTaken) {
    public Imported {
      facts = List.copyOf(facts);
      refused = List.copyOf(refused);
      columnsNotTaken = List.copyOf(columnsNotTaken);
    }
  }

  /**
   * An import into one register.
   *
   * @param exercise whether the register is one of an exercise
   * @param threads gives the entries around an id that are in the register already
   */
  public FeatureImport(Mapping mapping, boolean exercise, Function<EntryId, List<Logged>> threads)
      throws MalformedInput {
    this.mapping = mapping;
    this.ready = mapping.ready();
    this.selection = new Selection(mapping);
    this.identity = new Identity(mapping.dataSet(), mapping.key());
    this.exercise = exercise;
    this.reimport = new Reimport(threads);
  }

  /** Features that were taken so far. */
  public long rows() {
    return rows;
  }

  @Override
  public void take(Feature feature) throws MalformedInput {
    rows++;
    columns.addAll(feature.texts().keySet());
    if (mapping.layer().filter(layer -> !layer.equals(feature.spot().layer())).isPresent()
        || (feature.problems().isEmpty() && !selection.takes(feature))) {
      aside++;
      return;
    }
    List<Problem> problems = new ArrayList<>(feature.problems());
    if (problems.isEmpty()) {
      fact(feature, problems).map(reimport::of).ifPresent(facts::add);
    }
    if (!problems.isEmpty()) {
      refused.addAll(problems);
      refusedRows++;
    }
  }

  /**
   * What came of the file.
   *
   * @param parts digest of each file that belongs to it
   * @throws MalformedInput when the mapping names a column that no row has
   */
  public Imported finish(List<Sha256> parts) throws MalformedInput {
    Set<String> named = named();
    if (rows > aside) {
      List<Problem> unknown =
          named.stream()
              .filter(column -> !columns.contains(column))
              .map(column ->
                  new Problem(
                      "import.column",
                      Place.UNKNOWN,
                      "no row has the column \"" + column + "\" that the mapping names",
                      "the columns are " + String.join(", ", columns)))
              .toList();
      if (!unknown.isEmpty()) {
        throw new MalformedInput(unknown);
      }
    }
    List<Fact> all = new ArrayList<>(facts);
    for (Sha256 part : parts) {
      all.add(fileImport(part));
    }
    return new Imported(
        all,
        refused,
        rows,
        refusedRows,
        aside,
        withoutPlace,
        columns.stream().filter(column -> !named.contains(column)).toList());
  }

  private Set<String> named() {
    Set<String> named = new TreeSet<>(mapping.key());
    selection.columns().forEach(named::add);
    mapping.place().ifPresent(place -> named.addAll(place.columns()));
    mapping.on().ifPresent(dating -> named.addAll(dating.columns()));
    ready.rules().values().forEach(rule -> named.addAll(rule.columns()));
    return named;
  }

  private Fact fileImport(Sha256 sha256) {
    return new Fact(
        EntryId.ofRow("fenceline-imports", mapping.dataSet() + " " + sha256, 0),
        exercise,
        new When.Unknown(),
        Optional.empty(),
        Disclosure.RESTRICTED,
        List.of(),
        Optional.empty(),
        new FileImport(mapping.dataSet(), sha256, rows));
  }

  private Optional<Fact> fact(Feature feature, List<Problem> problems) throws MalformedInput {
    Identity.Named named;
    try {
      named = identity.of(feature);
    } catch (RowProblem e) {
      problems.add(placed(feature, e));
      return Optional.empty();
    }
    BodyDraft body = new BodyDraft();
    Optional<Geometry> place = place(feature, problems);
    String member = SHAPES.get(ready.kind().word());
    if (member != null) {
      place.ifPresent(shape -> body.put(member, Json.of(shape.toString())));
    }
    ready
        .rules()
        .forEach((path, rule) -> {
          try {
            rule.of(feature, named.word(), mapping.hasDecimalComma())
                .ifPresent(value -> body.put(path, value));
          } catch (RowProblem e) {
            problems.add(placed(feature, e));
          }
        });
    Json.Builder draft = Json.object();
    mapping
        .on()
        .ifPresent(dating -> {
          try {
            draft.put("on", dating.of(feature).toString());
          } catch (RowProblem e) {
            problems.add(placed(feature, e));
          }
        });
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Optional<Fact> fact =
        checked(feature, named, draft.put("body", body.build()).build(), problems);
    if (fact.isPresent() && member != null && place.isEmpty()) {
      withoutPlace++;
    }
    return fact;
  }

  private Optional<Fact> checked(
      Feature feature, Identity.Named named, Json.Obj draft, List<Problem> problems) {
    Json.Builder whole = Json.object().putAll(draft.members());
    mapping
        .disclosure()
        .ifPresent(
            level -> whole.put("disclosure", level.name().toLowerCase(java.util.Locale.ROOT)));
    Citation cited = named.citation();
    whole.put(
        "citations",
        Json.array(
            List.of(
                Json.object().put("source", cited.source()).put("place", cited.place()).build())));
    try {
      return Optional.of(
          Draft.check(
              ready.kind(),
              new Document(whole.build(), Map.of()),
              named.id(),
              exercise,
              Optional.empty()));
    } catch (MalformedInput e) {
      for (Problem problem : e.problems()) {
        problems.add(
            feature
                .spot()
                .problem(
                    problem.code(),
                    problem.place().field().replaceFirst("^body\\.", ""),
                    problem.message(),
                    problem.mend()));
      }
      return Optional.empty();
    }
  }

  private Optional<Geometry> place(Feature feature, List<Problem> problems) throws MalformedInput {
    Optional<Drawn> drawn = feature.shape();
    try {
      Optional<PlaceColumns.Found> found = Optional.empty();
      if (mapping.place().isPresent()) {
        found = mapping.place().get().of(feature, mapping.hasDecimalComma());
        drawn = Optional.empty();
      }
      if (found.isPresent()) {
        switch (found.get()) {
          case PlaceColumns.Found.Degrees degrees -> {
            return Optional.of(degrees.geometry());
          }
          case PlaceColumns.Found.Metres metres -> drawn = Optional.of(metres.drawn());
        }
      }
      return drawn.isEmpty() ? Optional.empty() : Optional.of(crs(feature).toDegrees(drawn.get()));
    } catch (RowProblem e) {
      problems.add(placed(feature, e));
    } catch (IllegalArgumentException e) {
      problems.add(feature.spot().problem("import.place", "", String.valueOf(e.getMessage()), ""));
    }
    return Optional.empty();
  }

  // Of the whole file, not of a row: places in a system that nobody knows are guesses, all of them.
  private Crs crs(Feature feature) throws MalformedInput {
    String said = feature.crs().orElse("");
    String named = mapping.crs().orElse(said);
    if (named.isEmpty()) {
      throw noCrs(
          "the file does not say on which datum its coordinates are",
          "ask whoever made it and write its code in the mapping, such as crs: EPSG:28992");
    }
    if (!said.isEmpty() && !said.equals(named)) {
      throw noCrs(
          "the file says " + said + ", the mapping " + named, "remove crs from the mapping");
    }
    return systems
        .computeIfAbsent(named, Crs::of)
        .orElseThrow(
            () -> noCrs("\"" + named + "\" is no reference system that is known", Crs.codes()));
  }

  private static MalformedInput noCrs(String message, String mend) {
    return new MalformedInput(new Problem("import.crs", Place.UNKNOWN, message, mend));
  }

  private static Problem placed(Feature feature, RowProblem e) {
    return feature.spot().problem(e.code(), e.column(), e.message(), e.mend());
  }
}
