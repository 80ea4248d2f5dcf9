package org.fenceline.exchange.mined;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.mined.MinePosition;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsFileTest {
  private static final int RUNS = 2_000;
  private static final String HEADER = "longitude,latitude,lot\n";

  private static PositionsFile file() {
    return new PositionsFile(_ -> true);
  }

  private static List<FieldPositions> many(String text) throws MalformedInput {
    List<FieldPositions> fields = new ArrayList<>();
    file().ofManyFields(new StringReader(text), fields::add);
    return fields;
  }

  private static String refused(String text) {
    return problems(() -> file().ofOneField(text));
  }

  private static String refusedMany(Reader in) {
    return problems(() -> file().ofManyFields(in, _ -> {}));
  }

  private static String problems(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    MalformedInput refused = catchThrowableOfType(MalformedInput.class, call);
    assertThat(refused).isNotNull();
    return String.valueOf(refused.getMessage());
  }

  @Test
  void columnsStandInAnyOrderAndSomeMayBeLeftOut() throws Exception {
    assertThat(
            file()
                .ofOneField(
                    """
                    \ufefflot,accuracy_metres,latitude,longitude,position_id
                    X26,0.5,52.0,-22.500000001,a

                    X26,,-52,179,
                    """))
        .containsExactly(
            new MinePosition(
                Position.parse("-22.500000001", "52"),
                new org.fenceline.core.entry.value.Name("X26"),
                0.5),
            new MinePosition(
                Position.parse("179", "-52"), new org.fenceline.core.entry.value.Name("X26"), 0));
  }

  @Test
  void coordinatesAreReadAsPositionsReadThem() {
    Property.check(
        "degrees as text",
        RUNS,
        random -> {
          BigDecimal degrees =
              BigDecimal.valueOf(random.nextLong(-200_000_000_000L, 200_000_000_000L), 9)
                  .setScale(random.nextInt(10), java.math.RoundingMode.HALF_EVEN);
          String text =
              random.nextInt(10) == 0
                  ? degrees.toPlainString() + "x.- 1".charAt(random.nextInt(5))
                  : degrees.toPlainString();
          long expected;
          try {
            expected = Position.parse(text, "0").longitudeNanodegrees();
          } catch (IllegalArgumentException _) {
            expected = Cells.NOT_DEGREES;
          }
          assertThat(Cells.nanodegrees(text, 180)).as(text).isEqualTo(expected);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "-",
    ".",
    "-.5",
    "1.",
    "1234",
    "1.1234567890",
    "+1",
    "1e1",
    "--1",
    "1.2.3",
    "180.000000001"
  })
  void whatIsNoDegreeIsNone(String text) {
    assertThat(Cells.nanodegrees(text, 180)).isEqualTo(Cells.NOT_DEGREES);
  }

  @Test
  void everyRowThatCannotBeReadIsToldWithLineAndColumnAndWithoutItsText() {
    String told =
        refused(
            """
            position_id,longitude,latitude,lot,accuracy_metres
            1,-22.4991234,52.0011234,X26,1
            1,-22.4991235,52.0011235,X26,1
            2,52.0011236W,95.1236,22.4 991236,-1
            3,-22.4991237,52.0011237
            4/5,-22.4991238,52.0011238,X26,
            """);
    assertThat(told)
        .contains("line 3: position_id: stands farther up in this field already")
        .contains("line 4: longitude: is not in decimal degrees from -180 to 180")
        .contains("line 4: latitude: is not in decimal degrees from -90 to 90")
        .contains("line 4: lot: is not a name")
        .contains("line 4: accuracy_metres: is no number of metres")
        .contains("line 5: has 3 cells, the header 5")
        .contains("line 6: position_id: is not a name");
    assertThat(told).doesNotContain("123").doesNotContain("X26").doesNotContain("991");
  }

  @Test
  void aFileWithoutHeaderOrWithOtherColumnsIsRefusedWithoutRepeatingThem() {
    assertThat(refused("-22.4991234,52.0011234,X26\n"))
        .contains("columns longitude, latitude, lot are missing")
        .contains("3 of the columns are none")
        .doesNotContain("1234");
    assertThat(refused("longitude,latitude,lot,fuze\n")).contains("1 of the columns are none");
    assertThat(refused("field,longitude,latitude,lot\n")).contains("1 of the columns are none");
    assertThat(refused("lot,longitude,latitude,lot\n")).contains("a column stands twice");
    assertThat(refusedMany(new StringReader(HEADER))).contains("the columns field are missing");
  }

  @Test
  void emptyFilesBrokenQuotesAndOtherEncodingsAreRefused() {
    assertThat(refused("")).contains("the file is empty");
    assertThat(refused(HEADER)).contains("holds no position");
    assertThat(refused(HEADER + "\"-22.4991234,52.0,X26\n"))
        .contains("close the quote that is open")
        .doesNotContain("1234");
    assertThat(refused(HEADER + "1".repeat(2_000) + ",52,X26\n"))
        .contains("line 2: longitude: is not in decimal degrees")
        .hasSizeLessThan(200);
    assertThat(refused(HEADER + "1".repeat(2_000_000) + ",52,X26\n")).contains("csv.syntax");
    assertThat(
            refusedMany(
                new InputStreamReader(
                    new ByteArrayInputStream("field,lot\nL\u00f3d\u017a,1".getBytes(ISO_8859_1)),
                    UTF_8.newDecoder())))
        .contains("is not UTF-8 text");
  }

  @Test
  void manyFieldsComeOneByOneEachAsAFileOfItsOwn() throws Exception {
    List<FieldPositions> fields =
        many(
            """
            position_id,field,longitude,latitude,lot
            1,EX-F1,-22.50,52.000,X26
            2,EX-F1,-22.51,52.0,X25
            1,EX-F2, -22.52 ,52.0,X26
            """);
    assertThat(fields.stream().map(field -> field.field().text()))
        .containsExactly("EX-F1", "EX-F2");
    assertThat(fields.stream().map(FieldPositions::line)).containsExactly(2, 4);
    assertThat(fields.getFirst().text())
        .isEqualTo("position_id,longitude,latitude,lot\n1,-22.50,52.000,X26\n2,-22.51,52.0,X25\n");
    assertThat(fields.getLast().text())
        .isEqualTo("position_id,longitude,latitude,lot\n1,-22.52,52.0,X26\n");
    for (FieldPositions field : fields) {
      assertThat(file().ofOneField(field.text())).isEqualTo(field.mines());
      assertThat(field.toString()).doesNotContain("22.5");
    }
  }

  @Test
  void rowsOfAFieldStandTogether() {
    String text = "field,longitude,latitude,lot\nA,1,1,X26\nB,1,1,X26\nA,1,1,X26\n";
    assertThat(refusedMany(new StringReader(text)))
        .contains("line 4: field: rows of this field stand farther up already");
  }

  @Test
  void groundThatIsNotAllowedIsToldByItsLineAlone() {
    assertThat(
            problems(() ->
                new PositionsFile(position -> position.latitude() < 50)
                    .ofOneField(HEADER + "-22.4991234,49.0,X26\n-22.4991235,52.0,X26\n")))
        .contains("line 3: the position lies outside")
        .contains("register.real-ground")
        .doesNotContain("1235");
  }

  @Test
  void whatIsBeyondTheLimitsIsRefused() {
    String row = "1,1,X26\n";
    assertThat(refused(HEADER + row.repeat(PositionsFile.MOST_POSITIONS + 1)))
        .contains("a field has at most 200000 positions");
    StringBuilder bad = new StringBuilder(HEADER);
    for (int i = 0; i < 500; i++) {
      bad.append("x,1,X26\n");
    }
    assertThat(refused(bad.toString()).lines()).hasSize(PositionsFile.MOST_PROBLEMS);
  }
}
