package org.fenceline.exchange.shapefile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.feature.FileBytes;

/** A Shapefile. */
public final class Shapefile implements FeatureFile {
  private final Path shp;
  private final String encoding;
  private final List<String> guesses = new ArrayList<>();

  /**
   * A file by its {@code .shp}.
   *
   * @param encoding what a person says of its texts; empty when nobody does
   */
  public Shapefile(Path shp, String encoding) {
    this.shp = shp;
    this.encoding = encoding;
  }

  @Override
  public List<Path> parts() {
    List<Path> parts = new ArrayList<>(List.of(shp));
    beside("dbf").ifPresent(parts::add);
    return parts;
  }

  @Override
  public List<String> guesses() {
    return List.copyOf(guesses);
  }

  @Override
  public void read(FeatureTaker taker) throws MalformedInput {
    guesses.clear();
    Optional<String> crs = crs();
    ShpRecords shapes = new ShpRecords(FileBytes.of(shp));
    Optional<Path> dbf = beside("dbf");
    Optional<DbfTable> table =
        dbf.isEmpty()
            ? Optional.empty()
            : Optional.of(new DbfTable(FileBytes.of(dbf.get()), encoding()));
    if (table.isEmpty()) {
      guesses.add("there is no .dbf beside it: the shapes have no columns");
    }
    int number = 0;
    while (shapes.hasNext()) {
      number++;
      Feature.Spot spot = new Feature.Spot("", 0, "record " + number);
      List<Problem> problems = new ArrayList<>();
      Optional<Drawn> shape = shapes.next(spot, problems);
      if (table.isPresent() && number > table.get().records()) {
        throw differs("more records than its .dbf, which has " + table.get().records());
      }
      taker.take(
          new Feature(
              spot,
              shape,
              crs,
              table.isPresent()
                  ? table.get().record(number - 1, spot, problems)
                  : new java.util.LinkedHashMap<>(),
              problems));
    }
    if (table.isPresent() && number < table.get().records()) {
      throw differs(number + " records, its .dbf " + table.get().records());
    }
  }

  private static MalformedInput differs(String message) {
    return FileBytes.damaged("has " + message);
  }

  private Optional<String> crs() throws MalformedInput {
    Optional<Path> prj = beside("prj");
    return prj.isEmpty()
        ? Optional.empty()
        : PrjText.crs(new String(FileBytes.of(prj.get()), US_ASCII));
  }

  private String encoding() throws MalformedInput {
    Optional<Path> cpg = beside("cpg");
    if (!encoding.isEmpty() || cpg.isEmpty()) {
      return encoding;
    }
    String named = new String(FileBytes.of(cpg.get()), US_ASCII).strip().replaceFirst("^ANSI ", "");
    String plain = named.replaceFirst("^(?i)(ISO)[ _-]?8859[ _-]?", "ISO-8859-");
    return plain.matches("\\d{4}") ? "windows-" + plain : plain.matches("65001") ? "UTF-8" : plain;
  }

  private Optional<Path> beside(String ending) {
    String name = String.valueOf(shp.getFileName());
    String stem = name.substring(0, name.length() - 3);
    return List.of(ending, ending.toUpperCase(java.util.Locale.ROOT)).stream()
        .map(end -> shp.resolveSibling(stem + end))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
