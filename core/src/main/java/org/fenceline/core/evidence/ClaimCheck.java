package org.fenceline.core.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.Claim.Comparison;
import org.fenceline.core.entry.body.Claim.Modality;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.evidence.ClaimResult.Miss;
import org.fenceline.core.evidence.ClaimResult.Status;

/**
 * Holds one claim against the paragraph that it cites.
 *
 * <ol>
 *   <li>Its figure, date and names must stand in that paragraph.
 *   <li>The first of them is its anchor. The clause around the anchor must be as firm as the
 *       claim's modality says, neither more nor less, and negated or not as the claim is.
 *   <li>The figure must be hedged as the claim says, and its unit be named in the sentence or
 *       beside it.
 *   <li>The speaker must be named in the sentence where that says itself who speaks, else in it or
 *       beside it.
 * </ol>
 */
final class ClaimCheck {
  private static final Map<String, List<String>> UNITS =
      Map.of(
          "km", List.of("kilometre", "kilometer", "km"),
          "m", List.of("metre", "meter"),
          "mines", List.of("mine", "unit"),
          "year", List.of("annual", "year", "a year", "yearly"),
          "month", List.of("month"),
          "months", List.of("month"),
          "percent", List.of("%", "per cent", "percent"));

  private final Claim claim;
  private final List<Paragraph> document;
  private final List<Miss> misses = new ArrayList<>();
  private final List<Span> covered = new ArrayList<>();
  private boolean cannotBeChecked;

  ClaimCheck(Claim claim, List<Paragraph> document) {
    this.claim = claim;
    this.document = document;
  }

  /** What became of the claim. */
  ClaimResult result() {
    if (claim.paragraph() > document.size()) {
      miss("paragraph", Integer.toString(claim.paragraph()), "ends at " + document.size());
    } else {
      check(document.get(claim.paragraph() - 1));
    }
    Status status =
        misses.isEmpty()
            ? Status.FOUND_IN_TEXT
            : cannotBeChecked && misses.size() == 1 ? Status.CANNOT_BE_CHECKED : Status.UNSUPPORTED;
    return new ClaimResult(claim, status, misses);
  }

  /** The parts of the cited paragraph that the claim covers. */
  List<Span> covered() {
    return covered;
  }

  private void check(Paragraph paragraph) {
    Optional<Figure> figure = claim.value().flatMap(value -> figure(paragraph, value));
    Optional<Span> date = claim.when().flatMap(when -> date(paragraph, when));
    List<Span> names = names(paragraph);
    Optional<Span> anchor =
        figure.map(Figure::span).or(() -> date).or(() -> names.stream().findFirst());
    figure.ifPresent(found -> hedges(paragraph, found));
    anchor.ifPresent(span -> {
      firmness(paragraph, span);
      speaker(paragraph, span);
    });
  }

  private Optional<Figure> figure(Paragraph paragraph, Claim.Value value) {
    Optional<Figure> found =
        paragraph.figures().stream()
            .filter(figure -> figure.is(value.low(), value.upper()))
            .findFirst();
    if (found.isEmpty()) {
      String figures =
          paragraph.figures().stream()
              .map(figure -> text(figure.low(), figure.high()))
              .collect(Collectors.joining(", "));
      miss(
          "value",
          text(value.low(), value.upper()),
          figures.isEmpty() ? "has no figure there" : "has " + figures);
    } else {
      covered.add(found.get().span());
    }
    return found;
  }

  private Optional<Span> date(Paragraph paragraph, When when) {
    List<DateMention> equal =
        paragraph.dates().stream()
            .filter(mention -> mention.when().equals(Optional.of(when)))
            .toList();
    equal.forEach(mention -> covered.add(mention.span()));
    if (equal.isEmpty()) {
      Optional<DateMention> relative =
          paragraph.dates().stream()
              .filter(mention -> mention.isRelative() && mention.when().isEmpty())
              .findFirst();
      cannotBeChecked = relative.isPresent();
      String dates =
          paragraph.dates().stream()
              .map(mention ->
                  "\""
                      + mention.span().of(paragraph.text())
                      + "\""
                      + mention.when().map(w -> " (" + w + ")").orElse(""))
              .collect(Collectors.joining(", "));
      miss(
          "when",
          when.toString(),
          relative.isPresent()
              ? dates + ", which cannot be checked without the date of publication"
              : dates.isEmpty() ? "has no date there" : "has " + dates);
    }
    return equal.stream().map(DateMention::span).findFirst();
  }

  private List<Span> names(Paragraph paragraph) {
    List<Span> found = new ArrayList<>();
    for (String name : claim.names()) {
      Optional<Span> span = paragraph.find(name);
      if (span.isPresent()) {
        found.add(span.get());
        covered.add(span.get());
      } else {
        miss("names", "\"" + name + "\"", "does not have it in paragraph " + paragraph.number());
      }
    }
    return found;
  }

  private void hedges(Paragraph paragraph, Figure figure) {
    Set<Comparison> wanted = EnumSet.noneOf(Comparison.class);
    wanted.addAll(claim.comparison());
    if (!wanted.equals(figure.comparisons())) {
      miss("comparison", words(wanted), "says " + words(figure.comparisons()));
    }
    String near =
        paragraph
            .neighbourhood(figure.span())
            .of(paragraph.text())
            .toLowerCase(java.util.Locale.ROOT);
    for (String part : claim.value().map(Claim.Value::unit).orElse("").split("/")) {
      List<String> words = UNITS.getOrDefault(part, List.of(part));
      if (words.stream().noneMatch(near::contains)) {
        miss("unit", part, "does not name it near the figure");
      }
    }
  }

  private void firmness(Paragraph paragraph, Span anchor) {
    Span clauseSpan = paragraph.clause(anchor);
    String clause = paragraph.withoutDates(clauseSpan);
    Modality said = Cues.modality(clause);
    if (said != claim.modality()) {
      miss("modality", word(claim.modality()), "says " + word(said) + " (\"" + clause + "\")");
    }
    boolean negated = claim.negated().orElse(false);
    Span sentence = paragraph.sentence(anchor);
    String before = paragraph.text().substring(sentence.start(), clauseSpan.start());
    boolean denied = Cues.isNegated(clause) || Cues.deniesWhatFollows(before);
    if (negated != denied) {
      miss("negated", Boolean.toString(negated), "says the contrary (\"" + clause + "\")");
    }
  }

  private void speaker(Paragraph paragraph, Span anchor) {
    if (claim.speaker().isEmpty()) {
      return;
    }
    String speaker = claim.speaker().get();
    boolean named = document.stream().anyMatch(line -> line.find(speaker).isPresent());
    String lastName = speaker.substring(speaker.lastIndexOf(' ') + 1);
    Span sentence = paragraph.sentence(anchor);
    Span scope =
        Cues.isAttributed(sentence.of(paragraph.text()))
            ? sentence
            : paragraph.neighbourhood(anchor);
    if (!named) {
      miss("speaker", "\"" + speaker + "\"", "never has that name");
    } else if (paragraph.find(lastName, scope).isEmpty()) {
      miss("speaker", "\"" + speaker + "\"", "does not name them with what is said");
    }
  }

  private void miss(String field, String wanted, String found) {
    misses.add(new Miss(field, wanted, found));
  }

  private static String text(BigDecimal low, BigDecimal high) {
    return low.compareTo(high) == 0
        ? low.toPlainString()
        : low.toPlainString() + " to " + high.toPlainString();
  }

  private static String words(Set<Comparison> comparisons) {
    return comparisons.isEmpty()
        ? "no comparison"
        : comparisons.stream().map(ClaimCheck::word).sorted().collect(Collectors.joining(" and "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
