package org.fenceline.exchange.files;

import java.util.Locale;
import org.fenceline.exchange.csv.CsvExtract;
import org.fenceline.exchange.extract.ExtractWriter;
import org.fenceline.exchange.geojson.GeoJsonWriter;
import org.fenceline.exchange.gpx.GpxWriter;
import org.fenceline.exchange.kml.KmlWriter;
import org.fenceline.exchange.xlsx.XlsxWriter;

/** Formats in which extracts are written. */
public enum ExtractFormat {
  GEOJSON,
  CSV,
  XLSX,
  KML,
  GPX;

  /** A writer of one file. */
  public ExtractWriter writer() {
    return switch (this) {
      case GEOJSON -> new GeoJsonWriter();
      case CSV -> new CsvExtract();
      case XLSX -> new XlsxWriter();
      case KML -> new KmlWriter();
      case GPX -> new GpxWriter();
    };
  }

  /** The format's word, which is the ending of its files' names too. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
