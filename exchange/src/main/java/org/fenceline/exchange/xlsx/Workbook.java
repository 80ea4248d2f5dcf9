package org.fenceline.exchange.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.exchange.feature.FileBytes;
import org.fenceline.exchange.xml.XmlElement;
import org.fenceline.exchange.xml.XmlFile;
import org.fenceline.exchange.zip.ZipParts;

/** What stands beside the sheets: their names, shared texts, and which styles show dates. */
final class Workbook {
  private static final Set<Integer> DATE_FORMATS =
      Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47);

  private final ZipParts parts;
  private final SequencedMap<String, String> sheets = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Boolean> dates = new ArrayList<>();
  private boolean from1904;

  Workbook(ZipParts parts) throws MalformedInput {
    this.parts = parts;
    Map<String, String> targets = new HashMap<>();
    read(
        "xl/_rels/workbook.xml.rels",
        Set.of("Relationship"),
        link -> targets.put(link.attribute("Id").orElse(""), link.attribute("Target").orElse("")));
    read(
        "xl/workbook.xml",
        Set.of("sheet", "workbookPr"),
        element -> {
          if (element.name().equals("workbookPr")) {
            String said = element.attribute("date1904").orElse("");
            from1904 = said.equals("1") || said.equals("true");
          } else {
            String target = targets.getOrDefault(element.attribute("id").orElse(""), "");
            sheets.put(
                element.attribute("name").orElse(""),
                target.startsWith("/") ? target.substring(1) : "xl/" + target);
          }
        });
    if (parts.names().contains("xl/sharedStrings.xml")) {
      read("xl/sharedStrings.xml", Set.of("si"), element -> texts.add(text(element)));
    }
    if (parts.names().contains("xl/styles.xml")) {
      readStyles();
    }
  }

  private void readStyles() throws MalformedInput {
    Map<Integer, Boolean> own = new HashMap<>();
    read(
        "xl/styles.xml",
        Set.of("numFmts", "cellXfs", "cellStyleXfs", "dxfs"),
        element -> {
          if (element.name().equals("numFmts")) {
            element
                .all("numFmt")
                .forEach(format ->
                    own.put(
                        number(format.attribute("numFmtId").orElse("")),
                        isDate(format.attribute("formatCode").orElse(""))));
          } else if (element.name().equals("cellXfs")) {
            element
                .all("xf")
                .map(style -> number(style.attribute("numFmtId").orElse("")))
                .forEach(id -> dates.add(own.getOrDefault(id, DATE_FORMATS.contains(id))));
          }
        });
  }

  // Quoted text, colours and escaped characters are no part of the pattern.
  private static boolean isDate(String format) {
    String pattern = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return pattern.matches("(?i).*[ymdhs].*");
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** The runs of a text; how kanji are read aloud is no part of it. */
  static String text(XmlElement element) {
    StringBuilder text = new StringBuilder();
    for (XmlElement child : element.children()) {
      if (child.name().equals("t")) {
        text.append(child.text());
      } else if (child.name().equals("r")) {
        text.append(text(child));
      }
    }
    return text.toString();
  }

  /** Takes an element. */
  @FunctionalInterface
  interface ElementTaker {
    void take(XmlElement element) throws MalformedInput;
  }

  /** Hands over the elements of some names in a part. */
  void read(String part, Set<String> names, ElementTaker taker) throws MalformedInput {
    byte[] bytes =
        parts.part(part).orElseThrow(() -> FileBytes.damaged("is no workbook: it has no " + part));
    XmlFile.read(
        bytes,
        new XmlFile.Taker() {
          @Override
          public boolean wants(String name) {
            return names.contains(name);
          }

          @Override
          public void element(XmlElement element) throws MalformedInput {
            taker.take(element);
          }

          @Override
          public void begin(String name) {
            // Not wanted.
          }

          @Override
          public void end(String name) {
            // Not wanted.
          }
        });
  }

  /** The parts of the sheets by their names, in the order of the tabs. */
  SequencedMap<String, String> sheets() {
    return sheets;
  }

  /** A shared text by its number. */
  String sharedText(String index) throws MalformedInput {
    int at = number(index.strip());
    if (at < 0 || at >= texts.size()) {
      throw FileBytes.damaged("names a shared text that is not there: " + index);
    }
    return texts.get(at);
  }

  /** Whether cells of a style show dates. */
  boolean isDateStyle(String style) {
    int at = number(style);
    return at >= 0 && at < dates.size() && dates.get(at);
  }

  boolean countsFrom1904() {
    return from1904;
  }
}
