package org.fenceline.exchange.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.junit.jupiter.api.Test;

class PositionTextTest {

  @Test
  void degreesAreReadInTheirUsualSpellings() throws Exception {
    for (String text :
        List.of(
            "52.2297 21.0122",
            "52.2297, 21.0122",
            "52.2297,21.0122",
            "52.2297;21.0122",
            "52.2297 / 21.0122",
            "+52.2297 +21.0122",
            "+52.2297+021.0122",
            "52,2297 21,0122",
            "52,2297; 21,0122",
            "52,2297, 21,0122",
            "52.2297N 21.0122E",
            "52.2297 n, 21.0122 e",
            "52.2297° N, 21.0122° E",
            "52,2297° N, 21,0122° E",
            "52,2297N,21,0122E",
            "N52.2297 E21.0122",
            "N 52.2297°, E 21.0122°",
            "E 21.0122 N 52.2297",
            "21.0122E 52.2297N",
            "\u00a052.2297º\u2009N \t21.0122˚E ")) {
      assertThat(PositionText.read(text))
          .as(text)
          .isEqualTo(
              new PositionReading(
                  Position.parse("21.0122", "52.2297"),
                  Notation.DECIMAL_DEGREES,
                  1e-4 * DegreesText.DEGREE_METRES));
    }
  }

  @Test
  void minutesAndSecondsAreReadInTheirUsualSpellings() throws Exception {
    for (String text :
        List.of(
            "52°13'48\"N 21°00'36\"E",
            "52° 13' 48\" N, 21° 00' 36\" E",
            "N52°13'48\" E021°00'36\"",
            "52°13′48″N 21°00′36″E",
            "52°13’48”N 21°00’36”E",
            "52º13´48´´N 21º00´36´´E",
            "52°13'48''N 21°0'36''E",
            "52 13 48 N 21 00 36 E",
            "52 13 48 21 0 36",
            "52°13'48\" 21°00'36\"",
            "+52 13 48, +21 00 36",
            "21 00 36 E / 52 13 48 N")) {
      assertThat(PositionText.read(text).position())
          .as(text)
          .isEqualTo(Position.parse("21.01", "52.23"));
      assertThat(PositionText.read(text).notation())
          .as(text)
          .isEqualTo(Notation.DEGREES_MINUTES_SECONDS);
      assertThat(PositionText.read(text).resolutionMetres()).as(text).isCloseTo(31, within(0.1));
    }
    for (String text :
        List.of(
            "52°13.8'N 21°00.6'E", "52 13,8 N 21 00,6 E", "52 13.8 21 0.6", "N52 13.8 E21 0.6")) {
      assertThat(PositionText.read(text).position())
          .as(text)
          .isEqualTo(Position.parse("21.01", "52.23"));
      assertThat(PositionText.read(text).notation()).as(text).isEqualTo(Notation.DEGREES_MINUTES);
    }
  }

  @Test
  void southAndWestAreBelowZeroHoweverSmall() throws Exception {
    for (String text :
        List.of(
            "-0.5 -0.25",
            "0.5S 0.25W",
            "0°30'S 0°15'W",
            "-0°30' -0°15'",
            "−0 30 –0 15",
            "W0.25 S0.5")) {
      assertThat(PositionText.read(text).position())
          .as(text)
          .isEqualTo(Position.parse("-0.25", "-0.5"));
    }
  }

  @Test
  void gridsAreReadInTheirUsualSpellings() throws Exception {
    Position warsaw = Position.parse("21.0122", "52.2297");
    for (String text :
        List.of(
            "UTM 34 north 500833.24 5786586.67",
            "34N 500833.24 5786586.67",
            "34U 500833.24 5786586.67",
            "34 U 500833,24 5786586,67",
            "utm zone 34n 500833.24 5786586.67",
            "34U 500833.24mE 5786586.67mN",
            "34U 500833.24 m E, 5786586.67 m N",
            "Zone 34 north, 500833.24 E, 5786586.67 N")) {
      PositionReading reading = PositionText.read(text);
      assertThat(Geodesics.distanceMetres(reading.position(), warsaw)).as(text).isLessThan(0.01);
      assertThat(reading.notation()).isEqualTo(Notation.UTM);
      assertThat(reading.resolutionMetres()).isEqualTo(0.01);
    }
    for (String text :
        List.of(
            "34UEC0083386586",
            "34U EC 00833 86586",
            "34 U EC 00833 86586",
            "34uec 0083386586",
            "MGRS: 34U EC 00833 86586",
            "34U EC 0083386586")) {
      PositionReading reading = PositionText.read(text);
      assertThat(Geodesics.distanceMetres(reading.position(), warsaw)).as(text).isLessThan(1);
      assertThat(reading.notation()).isEqualTo(Notation.MGRS);
      assertThat(reading.resolutionMetres()).isEqualTo(1);
    }
    assertThat(PositionText.read("1N BE 0833 6508")).isEqualTo(PositionText.read("01NBE08336508"));
    assertThat(PositionText.read("34UEC").resolutionMetres()).isEqualTo(100_000);
  }

  @Test
  void theEdgesOfThePolarGridsAreOnThem() throws Exception {
    for (String longitude : new String[] {"0", "90", "180", "-90"}) {
      for (String latitude : new String[] {"84", "-80.000000001"}) {
        Position edge = Position.parse(longitude, latitude);
        PositionReading reading = PositionText.read(PositionText.write(edge, Notation.UPS, 0.001));
        assertThat(Geodesics.distanceMetres(reading.position(), edge)).isLessThan(0.001);
        String square = PositionText.write(edge, Notation.MGRS, 1);
        assertThat(Geodesics.distanceMetres(PositionText.read(square).position(), edge))
            .as(square)
            .isLessThan(1);
      }
    }
  }

  @Test
  void theLetterSAloneIsTheSouthWhereBandSIsImpossible() throws Exception {
    assertThat(PositionText.read("56S 334873 6252266").position().latitude()).isNegative();
    assertThat(PositionText.read("56 south 334873 4000000").position().latitude()).isNegative();
    assertThat(PositionText.read("31N 500000 5000000").position().latitude()).isPositive();
  }

  @Test
  void whatIsNoPositionOrSeveralIsToldByItsCode() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String text :
        List.of(
            "",
            "Warsaw",
            "52.2297",
            "52.2297 N",
            "52.2297 N 21.0122",
            "52.2297 N 21.0122 S",
            "52.2297.1 21.0122",
            "52.5 13 48 N 21 00 36 E",
            "52°13°48\"N 21°00'36\"E",
            "52°13 48 N 21°00'36\"E",
            "1 2 3 4 5",
            "1 2 3 4 5 6 7 8",
            "1, 2, 3",
            "N 52 21 E",
            "34UEC 0083 86586",
            "34UEC 00833",
            "34UEC 008331 865861",
            "1e2 3",
            "x".repeat(101))) {
      codes.put(text, "position.notation");
    }
    for (String text :
        List.of(
            "52°60'N 21°E",
            "52°13'60\"N 21°00'36\"E",
            "95 200",
            "50 181",
            "-91 -200",
            "34N 99999 5000000",
            "34N 500000 9500000",
            "34 south 500000 900000",
            "UPS north 500000 2000000")) {
      codes.put(text, "position.range");
    }
    for (String text :
        List.of("121.5 31.2", "121.5 N 31.2 E", "-121.5, 31.2", "34N 5786586 500833")) {
      codes.put(text, "position.swapped");
    }
    for (String text :
        List.of("52,21", "52,2297,21,0122", "-52.5 S 21 E", "52 N 21 O", "34S 500000 4000000")) {
      codes.put(text, "position.ambiguous");
    }
    for (String text :
        List.of(
            "61N 500000 5000000",
            "00U 500000 5000000",
            "34O 500000 5000000",
            "34X 500000 5000000",
            "61UEC0083386586",
            "34UZZ0083386586",
            "34TEC0083386586",
            "34IEC0083386586",
            "ZZZ1111",
            "YAA11",
            "BRA11")) {
      codes.put(text, "position.zone");
    }
    codes.forEach((text, code) -> {
      Throwable told = catchThrowable(() -> PositionText.read(text));
      assertThat(told).as(text).isInstanceOf(MalformedInput.class);
      List<Problem> problems = ((MalformedInput) told).problems();
      assertThat(problems).as(text).extracting(Problem::code).containsExactly(code);
      assertThat(problems.getFirst().mend()).as(text).isNotEmpty();
    });
  }

  @Test
  void aPositionIsWrittenAsFinelyAsWanted() {
    Position position = Position.parse("-21.0122", "52.99999");
    assertThat(PositionText.write(position, Notation.DECIMAL_DEGREES, 0.01))
        .isEqualTo("52.99999000 N 21.01220000 W");
    assertThat(PositionText.write(position, Notation.DEGREES_MINUTES, 100))
        .isEqualTo("53°00.00'N 21°00.73'W");
    assertThat(PositionText.write(position, Notation.DEGREES_MINUTES_SECONDS, 1))
        .isEqualTo("52°59'59.96\"N 21°00'43.92\"W");
    assertThat(PositionText.write(position, Notation.DEGREES_MINUTES_SECONDS, 100))
        .isEqualTo("53°00'00\"N 21°00'44\"W");
    assertThat(PositionText.write(position, Notation.MGRS, 10)).hasSize(13);
    assertThat(PositionText.write(position, Notation.MGRS, 1e9)).hasSize(5);
    assertThatThrownBy(() -> PositionText.write(position, Notation.UPS, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not in UPS");
    assertThatThrownBy(() -> PositionText.write(position, Notation.MGRS, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
