package org.fenceline.exchange.position;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.MalformedInput;

/**
 * Takes a text of degrees apart into its two coordinates.
 *
 * <p>(1) The text is cut into numbers, unit signs, compass letters and separators; a comma between
 * two digits is a decimal comma, unless the text has decimal points. (2) It is divided into two: by
 * its compass letters, which all stand before or all behind their numbers; else by a separator;
 * else by its degree signs; else in the middle. (3) Each half is degrees, minutes and seconds, of
 * which the last alone may have decimals.
 */
final class AngleReader {
  private static final String DEGREE = "°";
  private static final String MINUTE = "'";
  private static final String SECOND = "\"";
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final List<String> UNITS = List.of(DEGREE, MINUTE, SECOND);
  // By the number of parts.
  private static final List<Notation> NOTATIONS =
      List.of(Notation.DECIMAL_DEGREES, Notation.DEGREES_MINUTES, Notation.DEGREES_MINUTES_SECONDS);

  private static final Pattern DECIMAL_POINT = Pattern.compile("\\d\\.\\d");
  private static final Pattern COMMAS_ONLY = Pattern.compile("[\\d,]*\\d,\\d[\\d,]*");
  private static final String OTHERS =
      "(?<SIGN>[-+])|(?<LETTER>[NSEWO])|(?<UNIT>[°'\"])|(?<SEPARATOR>[,;/])";
  private static final Pattern WITH_POINT =
      Pattern.compile("\\G *(?:(?<NUMBER>\\d+(?:\\.\\d+)?)|" + OTHERS + ")");
  private static final Pattern WITH_COMMA =
      Pattern.compile("\\G *(?:(?<NUMBER>\\d+(?:,\\d+)?)|" + OTHERS + ")");

  /** Sorts of pieces; each the name of a group in the patterns. */
  private enum Sort {
    NUMBER,
    SIGN,
    LETTER,
    UNIT,
    SEPARATOR
  }

  private record Token(Sort sort, String text) {}

  private final String text;
  private final String plain;

  AngleReader(String text, String plain) {
    this.text = text.strip();
    this.plain = plain;
  }

  /** The two coordinates, in the order of the text. */
  List<Angle> angles() throws MalformedInput {
    List<Token> tokens = tokens();
    List<List<Token>> halves = halves(tokens);
    Angle first = angle(halves.getFirst());
    Angle second = angle(halves.getLast());
    if (first.axis() != Axis.NOT_SAID && first.axis() == second.axis()) {
      throw PositionProblem.notation(
          text, first.axis() == Axis.LATITUDE ? "it has two latitudes" : "it has two longitudes");
    }
    return List.of(first, second);
  }

  private List<Token> tokens() throws MalformedInput {
    if (plain.chars().noneMatch(Character::isDigit)) {
      throw PositionProblem.notation(text, "it has no numbers");
    }
    boolean points = DECIMAL_POINT.matcher(plain).find();
    if (!points && COMMAS_ONLY.matcher(plain).matches()) {
      throw PositionProblem.ambiguous(
          "in \"" + text + "\" nobody can tell which commas are decimal",
          "write decimal points, or a space between latitude and longitude");
    }
    Matcher matcher = (points ? WITH_POINT : WITH_COMMA).matcher(plain);
    List<Token> tokens = new ArrayList<>();
    int end = 0;
    while (matcher.find()) {
      for (Sort sort : Sort.values()) {
        String piece = matcher.group(sort.name());
        if (piece != null) {
          tokens.add(new Token(sort, piece));
        }
      }
      end = matcher.end();
    }
    if (end < plain.length()) {
      throw PositionProblem.notation(
          text, "\"" + plain.substring(end).strip() + "\" cannot be read");
    }
    return tokens;
  }

  private List<List<Token>> halves(List<Token> tokens) throws MalformedInput {
    List<Integer> letters = places(tokens, Sort.LETTER);
    if (!letters.isEmpty()) {
      return byLetters(tokens, letters);
    }
    List<Integer> separators = places(tokens, Sort.SEPARATOR);
    if (separators.size() == 1) {
      int at = separators.getFirst();
      return split(tokens, at, at + 1);
    }
    if (separators.size() > 1) {
      throw PositionProblem.notation(text, "it has more than one comma, semicolon or stroke");
    }
    List<Integer> signs = places(tokens, Sort.SIGN);
    List<Integer> numbers = places(tokens, Sort.NUMBER);
    List<Integer> degrees = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).text().equals(DEGREE)) {
        degrees.add(i);
      }
    }
    int begin = -1;
    if (degrees.size() == 2) {
      begin = degrees.getLast() - 1;
    } else if (degrees.isEmpty() && numbers.size() % 2 == 0 && !numbers.isEmpty()) {
      begin = numbers.get(numbers.size() / 2);
    }
    if (begin < 1) {
      throw PositionProblem.notation(text, "it is not a latitude and a longitude");
    }
    return signs.contains(begin - 1)
        ? split(tokens, begin - 1, begin - 1)
        : split(tokens, begin, begin);
  }

  private List<List<Token>> byLetters(List<Token> tokens, List<Integer> letters)
      throws MalformedInput {
    if (letters.stream().anyMatch(at -> tokens.get(at).text().equals("O"))) {
      throw PositionProblem.ambiguous(
          "the O in \"" + text + "\" is east in German and west in French and Spanish",
          "write E or W");
    }
    if (letters.size() != 2) {
      throw PositionProblem.notation(text, "it needs two of the letters N, S, E, W, or none");
    }
    List<Token> kept = new ArrayList<>(tokens);
    int cut;
    if (letters.getFirst() == 0) {
      cut = letters.getLast();
      if (cut > 0 && tokens.get(cut - 1).sort() == Sort.SEPARATOR) {
        kept.remove(cut - 1);
        cut--;
      }
    } else {
      cut = letters.getFirst() + 1;
      if (cut < kept.size() && kept.get(cut).sort() == Sort.SEPARATOR) {
        kept.remove(cut);
      }
    }
    return split(kept, cut, cut);
  }

  private static List<List<Token>> split(List<Token> tokens, int end, int begin) {
    return List.of(tokens.subList(0, end), tokens.subList(begin, tokens.size()));
  }

  private static List<Integer> places(List<Token> tokens, Sort sort) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).sort() == sort) {
        places.add(i);
      }
    }
    return places;
  }

  private Angle angle(List<Token> tokens) throws MalformedInput {
    List<Token> rest = new ArrayList<>(tokens);
    String letter = "";
    if (!rest.isEmpty() && rest.getFirst().sort() == Sort.LETTER) {
      letter = rest.removeFirst().text();
    } else if (!rest.isEmpty() && rest.getLast().sort() == Sort.LETTER) {
      letter = rest.removeLast().text();
    }
    boolean signed = !rest.isEmpty() && rest.getFirst().sort() == Sort.SIGN;
    boolean minus = signed && rest.removeFirst().text().equals("-");
    if (signed && !letter.isEmpty()) {
      throw PositionProblem.ambiguous(
          "\"" + text + "\" has both a sign and the letter " + letter, "write one of them");
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal unit = BigDecimal.ONE;
    double step = 1;
    int parts = 0;
    StringBuilder found = new StringBuilder(minus ? "-" : "");
    for (int i = 0; i < rest.size(); parts++) {
      Token number = rest.get(i++);
      if (number.sort() != Sort.NUMBER || parts == UNITS.size()) {
        throw PositionProblem.notation(text, "degrees, minutes and seconds cannot be told apart");
      }
      String mark = i < rest.size() && rest.get(i).sort() == Sort.UNIT ? rest.get(i++).text() : "";
      checkMark(mark, parts, i < rest.size());
      BigDecimal value = new BigDecimal(number.text().replace(',', '.'));
      checkPart(value, number, parts, i < rest.size());
      total = total.add(value.divide(unit, MathContext.DECIMAL64));
      step = Math.pow(10, -value.scale()) / unit.doubleValue();
      unit = unit.multiply(SIXTY);
      found.append(number.text()).append(mark);
    }
    if (parts == 0) {
      throw PositionProblem.notation(text, "it is not a latitude and a longitude");
    }
    boolean below = minus || letter.equals("S") || letter.equals("W");
    return new Angle(
        below ? total.negate() : total,
        axis(letter),
        NOTATIONS.get(parts - 1),
        step,
        found.append(letter.isEmpty() ? "" : " " + letter).toString());
  }

  private void checkMark(String mark, int part, boolean moreFollow) throws MalformedInput {
    String right = UNITS.get(part);
    if (!mark.isEmpty() && !mark.equals(right)) {
      throw PositionProblem.notation(text, "where " + right + " should stand it has " + mark);
    }
    if (mark.isEmpty() && moreFollow && plain.contains(DEGREE)) {
      throw PositionProblem.notation(text, "a sign " + right + " is missing");
    }
  }

  private void checkPart(BigDecimal value, Token number, int part, boolean moreFollow)
      throws MalformedInput {
    if (part > 0 && value.compareTo(SIXTY) >= 0) {
      throw PositionProblem.range(
          "there are no " + number.text() + (part == 1 ? " minutes" : " seconds"),
          "they run from 0 to less than 60");
    }
    if (moreFollow && value.scale() > 0) {
      throw PositionProblem.notation(
          text, "of degrees, minutes and seconds only the last can have decimals");
    }
  }

  private static Axis axis(String letter) {
    return switch (letter) {
      case "N", "S" -> Axis.LATITUDE;
      case "E", "W" -> Axis.LONGITUDE;
      default -> Axis.NOT_SAID;
    };
  }
}
