package org.fenceline.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.value.When;

/**
 * A non-empty line of a document, with what can be read from it.
 *
 * @param number from 1, headline included
 * @param text the line
 * @param sentences its sentences, in order
 * @param figures its figures
 * @param dates its dates
 */
public record Paragraph(
    int number, String text, List<Span> sentences, List<Figure> figures, List<DateMention> dates) {

  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?][\"\u201d\u2019')]*\\s+(?=[\"\u201c\u2018(]*[\\p{Lu}\\d])");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Maj", "Capt", "Lt", "Sgt", "St", "No",
          "Art", "Arts", "approx", "vs", "e.g", "i.e", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul",
          "Aug", "Sep", "Sept", "Oct", "Nov", "Dec");
  // Where one thought ends and another begins within a sentence; not inside a range or a date.
  private static final Pattern CLAUSE_END =
      Pattern.compile("[,;:()]\\s|\\s[-\u2013\u2014]\\s|\\s(?:and|that)\\s");

  /**
   * The paragraphs of a document.
   *
   * @param published when it was published, where that is known
   */
  public static List<Paragraph> of(String document, Optional<When> published) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String line : document.lines().toList()) {
      String text = line.startsWith("\ufeff") ? line.substring(1) : line;
      if (!text.isBlank()) {
        List<DateMention> dates = DateReader.read(text, published);
        List<Figure> figures =
            FigureReader.read(text, dates.stream().map(DateMention::span).toList());
        paragraphs.add(new Paragraph(paragraphs.size() + 1, text, sentences(text), figures, dates));
      }
    }
    return paragraphs;
  }

  private static List<Span> sentences(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    Matcher matcher = SENTENCE_END.matcher(text);
    while (matcher.find()) {
      if (!isAbbreviation(text.substring(start, matcher.start()))) {
        sentences.add(new Span(start, matcher.end()));
        start = matcher.end();
      }
    }
    sentences.add(new Span(start, text.length()));
    return sentences;
  }

  private static boolean isAbbreviation(String before) {
    String last = before.substring(before.lastIndexOf(' ') + 1).replaceAll("^[\"\u201c(]", "");
    return ABBREVIATIONS.contains(last) || last.matches("(?:\\p{Lu}\\.)*\\p{Lu}");
  }

  /** The sentence that holds a part. */
  Span sentence(Span part) {
    return sentences.get(sentenceIndex(part));
  }

  /** The sentence that holds a part, and those beside it. */
  Span neighbourhood(Span part) {
    int index = sentenceIndex(part);
    return new Span(
        sentences.get(Math.max(0, index - 1)).start(),
        sentences.get(Math.min(sentences.size() - 1, index + 1)).end());
  }

  private int sentenceIndex(Span part) {
    for (int i = 0; i < sentences.size(); i++) {
      if (part.start() < sentences.get(i).end()) {
        return i;
      }
    }
    return sentences.size() - 1;
  }

  /** The clause of its sentence that holds a part. */
  Span clause(Span part) {
    Span sentence = sentence(part);
    int start = sentence.start();
    int end = sentence.end();
    Matcher matcher = CLAUSE_END.matcher(text);
    matcher.region(sentence.start(), sentence.end());
    while (matcher.find()) {
      Span mark = new Span(matcher.start(), matcher.end());
      if (figures.stream().noneMatch(figure -> figure.span().overlaps(mark))
          && dates.stream().noneMatch(date -> date.span().overlaps(mark))) {
        if (mark.end() <= part.start()) {
          start = mark.end();
        } else if (mark.start() >= part.end()) {
          end = mark.start();
          break;
        }
      }
    }
    return new Span(start, end);
  }

  /** The words of a part, dates left out: the month of May is no cue. */
  String withoutDates(Span part) {
    StringBuilder words = new StringBuilder(part.of(text));
    for (DateMention date : dates) {
      for (int i = date.span().start(); i < date.span().end(); i++) {
        if (i >= part.start() && i < part.end()) {
          words.setCharAt(i - part.start(), ' ');
        }
      }
    }
    return words.toString();
  }

  /** Where a word or name stands as a whole, first; case counts. */
  Optional<Span> find(String words) {
    return find(words, new Span(0, text.length()));
  }

  /** Where a word or name stands as a whole within a part. */
  Optional<Span> find(String words, Span within) {
    Pattern whole = Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(words) + "(?![\\p{L}\\d])");
    Matcher matcher = whole.matcher(text);
    matcher.region(within.start(), within.end());
    return matcher.find()
        ? Optional.of(new Span(matcher.start(), matcher.end()))
        : Optional.empty();
  }
}
