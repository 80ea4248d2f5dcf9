package org.fenceline.core.evidence;

/**
 * Part of a paragraph.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
public record Span(int start, int end) {
  boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The text of it. */
  public String of(String paragraph) {
    return paragraph.substring(start, end);
  }
}
