package org.fenceline.core.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.body.Claim.Comparison;

/**
 * Finds the figures of a paragraph: "1.2 million", "between five and six million", "5–6 million",
 * "800-kilometre", "hundreds of millions". What was read as a date is no figure; ordinals ("first",
 * "22nd") are none.
 */
final class FigureReader {
  private static final Set<String> ABOUT =
      Set.of("about", "around", "approximately", "roughly", "some", "nearly", "almost");
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
  private static final Map<String, Long> VAGUE =
      Map.of(
          "tens", 10L,
          "dozens", 12L,
          "hundreds", 100L,
          "thousands", 1_000L,
          "millions", 1_000_000L,
          "billions", 1_000_000_000L);

  private final List<Token> tokens;
  private final List<Span> dates;
  private final List<Figure> figures = new ArrayList<>();

  private FigureReader(String paragraph, List<Span> dates) {
    this.tokens = Token.of(paragraph);
    this.dates = dates;
  }

  /** The figures of a paragraph, in order. */
  static List<Figure> read(String paragraph, List<Span> dates) {
    FigureReader reader = new FigureReader(paragraph, dates);
    for (int i = 0; i < reader.tokens.size(); ) {
      i = reader.take(i);
    }
    return reader.figures;
  }

  /** Takes the figure at a token, if there is one; gives the token at which to go on. */
  private int take(int index) {
    Token token = tokens.get(index);
    if (dates.stream().anyMatch(date -> date.overlaps(token.span()))) {
      return index + 1;
    }
    Optional<Integer> vague = vague(index);
    if (vague.isPresent()) {
      return vague.get();
    }
    Optional<NumberWords.Reading> number = NumberWords.at(tokens, index);
    if (number.isEmpty() || isOrdinal(number.get().end())) {
      return number.map(NumberWords.Reading::end).orElse(index + 1);
    }
    return range(index, number.get());
  }

  private int range(int index, NumberWords.Reading first) {
    boolean between = before(index, 1).equals("between");
    boolean from = before(index, 1).equals("from");
    int joint = first.end();
    String word = joint < tokens.size() ? tokens.get(joint).word() : "";
    boolean joins =
        (between && word.equals("and"))
            || word.equals("to")
            || (joint < tokens.size() && tokens.get(joint).isDash());
    if (joins && joint + 1 < tokens.size()) {
      Optional<NumberWords.Reading> second = NumberWords.at(tokens, joint + 1);
      if (second.isPresent()) {
        NumberWords.Reading last = second.get();
        boolean shared = first.scale() == 1 && last.scale() > 1;
        BigDecimal low =
            shared ? first.mantissa().multiply(BigDecimal.valueOf(last.scale())) : first.value();
        if (low.compareTo(last.value()) < 0) {
          Set<Comparison> comparisons = comparisons(between || from ? index - 1 : index);
          comparisons.add(Comparison.BETWEEN);
          add(between || from ? index - 1 : index, last.end(), low, last.value(), comparisons);
          return last.end();
        }
      }
    }
    add(index, first.end(), first.value(), first.value(), comparisons(index));
    return first.end();
  }

  /**
   * "hundreds of millions", "tens of thousands", "thousands of": from the smallest number that the
   * words fit to the largest.
   */
  private Optional<Integer> vague(int index) {
    long least = VAGUE.getOrDefault(tokens.get(index).word(), 0L);
    if (least == 0 || !after(index, 1).equals("of")) {
      return Optional.empty();
    }
    Optional<Long> scale = NumberWords.plural(after(index, 2));
    BigDecimal unit = BigDecimal.valueOf(scale.orElse(1L));
    long most = least < 100 ? 99 : least < 1_000 ? 999 : 999 * least;
    int end = scale.isPresent() ? index + 3 : index + 2;
    add(
        index,
        end,
        BigDecimal.valueOf(least).multiply(unit),
        BigDecimal.valueOf(most).multiply(unit),
        comparisons(index));
    return Optional.of(end);
  }

  private void add(
      int first, int end, BigDecimal low, BigDecimal high, Set<Comparison> comparisons) {
    Span span = new Span(tokens.get(first).span().start(), tokens.get(end - 1).span().end());
    figures.add(new Figure(low, high, span, comparisons));
  }

  private Set<Comparison> comparisons(int index) {
    Set<Comparison> found = EnumSet.noneOf(Comparison.class);
    int look = index;
    if (ABOUT.contains(before(look, 1))) {
      found.add(Comparison.ABOUT);
      look--;
    }
    boolean compared =
        before(look, 2).equals("compared")
            && (before(look, 1).equals("with") || before(look, 1).equals("to"));
    if (compared || before(look, 1).equals("versus")) {
      found.add(Comparison.COMPARED_WITH);
    }
    return found;
  }

  private boolean isOrdinal(int next) {
    return next < tokens.size()
        && ORDINALS.contains(tokens.get(next).word())
        && tokens.get(next).span().start() == tokens.get(next - 1).span().end();
  }

  private String before(int index, int back) {
    return index - back >= 0 ? tokens.get(index - back).word() : "";
  }

  private String after(int index, int on) {
    return index + on < tokens.size() ? tokens.get(index + on).word() : "";
  }
}
