package org.fenceline.exchange.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.csv.CsvFeatures;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.geojson.GeoJsonFile;
import org.fenceline.exchange.geopackage.GeoPackage;
import org.fenceline.exchange.gpx.GpxFile;
import org.fenceline.exchange.kml.KmlFile;
import org.fenceline.exchange.mapping.Mapping;
import org.fenceline.exchange.shapefile.Shapefile;
import org.fenceline.exchange.xlsx.XlsxFile;

/** Opens files of any format that is read. */
public final class FeatureFiles {

  /** The endings of the names of files that are read. */
  public static final String FORMATS =
      ".geojson, .json, .csv, .tsv, .txt, .kml, .kmz, .gpx, .shp, .gpkg, .xlsx";

  private FeatureFiles() {}

  /** A file as a mapping says to read it. */
  public static FeatureFile open(Path path, Mapping mapping) throws MalformedInput {
    return open(path, mapping.encoding().orElse(""), mapping.delimiter().orElse(""));
  }

  /** A file of which nothing is said. */
  public static FeatureFile open(Path path) throws MalformedInput {
    return open(path, "", "");
  }

  private static FeatureFile open(Path path, String encoding, String delimiter)
      throws MalformedInput {
    String name =
        Optional.ofNullable(path.getFileName())
            .map(Path::toString)
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "geojson", "json" -> new GeoJsonFile(path);
      case "kml", "kmz" -> new KmlFile(path);
      case "shp" -> new Shapefile(path, encoding);
      case "gpkg" -> new GeoPackage(path);
      case "xlsx" -> new XlsxFile(path);
      case "gpx" -> new GpxFile(path);
      case "csv", "tsv", "txt" -> new CsvFeatures(path, encoding, delimiter);
      default ->
          throw new MalformedInput(
              new Problem(
                  "import.format",
                  Place.UNKNOWN,
                  "the ending of its name is of no format that is read",
                  "files end in " + FORMATS));
    };
  }
}
