package org.fenceline.exchange.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.FileBytes;

/** Reads an XML file and hands over the elements that are asked for. */
public final class XmlFile {

  /** Deepest nesting that is read. */
  public static final int MAX_DEPTH = 64;

  private final XMLStreamReader reader;
  private final Taker taker;
  private int depth;

  /** What a format wants of a file. */
  public interface Taker {
    /** Whether an element is wanted whole. */
    boolean wants(String name);

    /** An element that was wanted. */
    void element(XmlElement element) throws MalformedInput;

    /** An element that was not wanted begins. */
    void begin(String name) throws MalformedInput;

    /** An element that was not wanted ends. */
    void end(String name) throws MalformedInput;
  }

  private XmlFile(XMLStreamReader reader, Taker taker) {
    this.reader = reader;
    this.taker = taker;
  }

  /** Reads a whole file. */
  public static void read(byte[] bytes, Taker taker) throws MalformedInput {
    // The JDK's own: another on the class path may not know these limits.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        new XmlFile(reader, taker).read();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      String told = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
      // The JDK's own limits, on attributes and names among others, carry this number.
      boolean limit = told.contains("JAXP0001");
      throw new MalformedInput(
          new Problem(
              limit ? "import.limit" : "import.damaged",
              Place.ofLine(line),
              "not XML: " + told.lines().findFirst().orElse(""),
              "take another copy of the file"));
    }
  }

  private void read() throws XMLStreamException, MalformedInput {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = reader.getLocalName();
          if (taker.wants(name)) {
            taker.element(element());
          } else {
            deeper();
            taker.begin(name);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          taker.end(reader.getLocalName());
        }
        case XMLStreamConstants.DTD ->
            throw new MalformedInput(
                new Problem(
                    "import.damaged",
                    Place.ofLine(reader.getLocation().getLineNumber()),
                    "has a document type of its own, which could fetch or swell anything",
                    "remove the line <!DOCTYPE ...>"));
        default -> {
          // Comments, text between elements and the like say nothing.
        }
      }
    }
  }

  private void deeper() throws MalformedInput {
    if (++depth > MAX_DEPTH) {
      throw FileBytes.limit(
          "nests deeper than " + MAX_DEPTH + " elements", "take another copy of the file");
    }
  }

  private XmlElement element() throws XMLStreamException, MalformedInput {
    deeper();
    String name = reader.getLocalName();
    int line = reader.getLocation().getLineNumber();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        default -> {
          // Comments say nothing.
        }
      }
    }
    depth--;
    return new XmlElement(name, line, attributes, text.toString(), children);
  }
}
