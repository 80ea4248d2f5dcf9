package org.fenceline.exchange.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element and what it holds.
 *
 * @param name its name without a prefix
 * @param line the line on which it starts
 * @param attributes by their names without a prefix
 * @param text its own text, without that of elements in it
 * @param children elements in it
 */
public record XmlElement(
    String name, int line, Map<String, String> attributes, String text, List<XmlElement> children) {
  public XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** Elements in it of a name. */
  public Stream<XmlElement> all(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted));
  }

  /** The first element in it of a name. */
  public Optional<XmlElement> first(String wanted) {
    return all(wanted).findFirst();
  }

  /** An attribute. */
  public Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted));
  }
}
