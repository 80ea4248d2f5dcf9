package org.fenceline.core.entry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8785's own vectors, and what must be refused before anything is hashed. */
class CanonicalJsonTest {
  private static final int PROPERTY_RUNS = 2_000;

  @Test
  void theObjectOfSection322IsCanonicalised() throws Exception {
    String input =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    assertThat(CanonicalJson.canonicalise(input))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void membersAreSortedAsSection323Says() throws Exception {
    String input =
        """
        {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
         "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
         "\\u00f6": "Latin Small Letter O With Diaeresis"}
        """;
    Json.Obj sorted = (Json.Obj) JsonReader.readValue(CanonicalJson.canonicalise(input));
    assertThat(sorted.members().values().stream().map(v -> ((Json.Str) v).text()))
        .containsExactly(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  // RFC 8785, appendix B: the bits of a double and its canonical text.
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2",
  })
  void numbersAreWrittenAsAppendixBSays(String bits, String text) throws Exception {
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    // Java's shortest form has a fraction, so that whole numbers beyond 2^53 are read as doubles.
    String input = Double.toString(number);
    assertThat(CanonicalJson.canonicalise("[" + input + "]")).isEqualTo("[" + text + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":9007199254740993}",
        "{\"a\":-9007199254740993}",
        "{\"a\":9007199254740992}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"x\\udc00y\"}",
        "{\"\\ud800\":1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":01}",
        "{\"a\":1",
        "{\"a\":1} {}",
        "{\"a\":NaN}",
        "",
        "12",
        "\"text\"",
      })
  void whatReadersWouldTakeDifferentlyIsRefused(String input) {
    assertThatThrownBy(() -> CanonicalJson.canonicalise(input)).isInstanceOf(MalformedInput.class);
  }

  @Test
  void theLargestExactIntegerIsAccepted() throws Exception {
    assertThat(CanonicalJson.canonicalise("{\"a\":9007199254740991}"))
        .isEqualTo("{\"a\":9007199254740991}");
  }

  @Test
  void anEntryHoldsNoFractionNoNullAndNoHalfCharacter() {
    for (Json bad :
        List.of(
            Json.of(new BigDecimal("0.1000000000000000055511151231257827")),
            Json.of(new BigDecimal("1.5")),
            new Json.Null(),
            Json.of("\ud800"))) {
      Json.Obj entry = Json.object().put("a", bad).build();
      assertThatThrownBy(() -> CanonicalJson.ofEntry(entry))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Json.of(1L << 53)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsWrittenFromTheTreeIsWhatTheLibraryMakesOfItsText() {
    Property.check(
        "both ways to canonical text give the same",
        PROPERTY_RUNS,
        random -> {
          Json.Obj object = object(random, 3);
          String fromText = CanonicalJson.canonicalise(JsonWriter.compact(object));
          assertThat(CanonicalJson.ofEntry(object)).isEqualTo(fromText);
        });
  }

  private static Json.Obj object(SplittableRandom random, int depth) {
    Json.Builder object = Json.object();
    Set<String> names = new HashSet<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String name = text(random);
      if (names.add(name)) {
        object.put(name, value(random, depth));
      }
    }
    return object.build();
  }

  private static Json value(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> Json.of(text(random));
      case 1 -> Json.of(random.nextLong(-Json.MAX_INTEGER, Json.MAX_INTEGER + 1));
      case 2 -> Json.of(random.nextBoolean());
      case 3 -> object(random, depth - 1);
      default ->
          Json.array(
              Stream.generate(() -> value(random, depth - 1)).limit(random.nextInt(4)).toList());
    };
  }

  /** Characters of every kind that is written in a way of its own, and of every plane. */
  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int character =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x30);
            case 1 -> "\"\\/\u007f\u2028\ufeff".codePointAt(random.nextInt(6));
            case 2 -> random.nextInt(0xd800);
            default -> random.nextInt(0xe000, Character.MAX_CODE_POINT + 1);
          };
      text.appendCodePoint(character);
    }
    return text.toString();
  }

  @Test
  void deepNestingIsRefusedAndNotOverflowed() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> CanonicalJson.canonicalise(deep)).isInstanceOf(MalformedInput.class);
  }

  @Test
  void aProblemNamesLineAndField() {
    assertThatThrownBy(
            () -> JsonReader.readDocument("{\n \"a\": {\n  \"b\": 9007199254740993\n }\n}"))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("a.b");
  }

  /** Found by fuzzing: such numbers threw, or would fill the memory when they are written out. */
  @Test
  void numbersOfAbsurdExponentsAreRefusedWithTheirLine() {
    for (String number : List.of("7e47479690682", "1e999999999", "1e-999999999")) {
      assertThatThrownBy(() -> JsonReader.readDocument("{\n\"a\": " + number + "}"))
          .isInstanceOf(MalformedInput.class)
          .hasMessageContaining(number)
          .hasMessageContaining("2");
    }
  }
}
