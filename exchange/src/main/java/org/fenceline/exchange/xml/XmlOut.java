package org.fenceline.exchange.xml;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML file: elements in elements, every text in a form that XML can hold. */
public final class XmlOut {
  private final XMLStreamWriter writer;

  /** Writes elements in other elements. */
  @FunctionalInterface
  public interface Content {
    void write() throws IOException;
  }

  private XmlOut(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** Begins a file in UTF-8. */
  public static XmlOut begin(OutputStream out) throws IOException {
    try {
      // The JDK's own: another on the class path may write other bytes.
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
      writer.writeCharacters("\n");
      return new XmlOut(writer);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An element with what is in it; attributes are names and values in turn. */
  public void element(String name, Content content, String... attributes) throws IOException {
    try {
      start(name, attributes);
      writer.writeCharacters("\n");
      content.write();
      writer.writeEndElement();
      writer.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An element with a text. */
  public void text(String name, String text, String... attributes) throws IOException {
    try {
      start(name, attributes);
      writer.writeCharacters(XmlText.of(text));
      writer.writeEndElement();
      writer.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    writer.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], XmlText.of(attributes[i + 1]));
    }
  }

  /** Ends the file. */
  public void end() throws IOException {
    try {
      writer.writeEndDocument();
      writer.flush();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static IOException failed(XMLStreamException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }
}
