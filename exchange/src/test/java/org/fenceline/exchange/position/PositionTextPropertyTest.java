package org.fenceline.exchange.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.sis.referencing.gazetteer.MilitaryGridReferenceSystem;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.opengis.geometry.DirectPosition;

class PositionTextPropertyTest {
  private static final int RUNS = 1_000;
  private static final List<Notation> DEGREES =
      List.of(Notation.DECIMAL_DEGREES, Notation.DEGREES_MINUTES, Notation.DEGREES_MINUTES_SECONDS);

  @Test
  void theFinestTextOfDegreesIsThePosition() {
    Property.check(
        "degrees there and back",
        RUNS,
        random -> {
          Position position = position(random);
          for (Notation notation : DEGREES) {
            String text = PositionText.write(position, notation, 1e-9);
            PositionReading reading = PositionText.read(text);
            assertThat(reading.position()).as(text).isEqualTo(position);
            assertThat(reading.notation()).as(text).isEqualTo(notation);
          }
        });
  }

  @Test
  void aCoarserTextIsAsNearAsItSays() {
    Property.check(
        "text of a resolution",
        RUNS,
        random -> {
          Position position = position(random);
          double resolution = Math.pow(10, random.nextDouble(-3, 4));
          boolean polar = Grid.of(position).isPolar();
          for (Notation notation : Notation.values()) {
            if (notation == (polar ? Notation.UTM : Notation.UPS)) {
              continue;
            }
            String text = PositionText.write(position, notation, resolution);
            PositionReading reading = PositionText.read(text);
            assertThat(reading.notation()).as(text).isEqualTo(notation);
            assertThat(Geodesics.distanceMetres(reading.position(), position))
                .as(text)
                // Half the diagonal of a square, and the scale of the grid.
                .isLessThanOrEqualTo(reading.resolutionMetres() * Math.sqrt(0.5) * 1.04 + 1e-4);
            boolean canBeSoFine = resolution >= 1 || notation != Notation.MGRS;
            boolean canBeSoCoarse = notation != Notation.MGRS || resolution <= 100_000;
            if (canBeSoFine && canBeSoCoarse) {
              assertThat(reading.resolutionMetres())
                  .as(text)
                  .isLessThanOrEqualTo(resolution * 1.000001);
            }
            if (Grid.of(reading.position()).isPolar() != polar) {
              continue;
            }
            // What was read and is written again is the same text, unless it came to lie in
            // another zone or band by being rounded or by being the middle of a cut square.
            String again =
                PositionText.write(reading.position(), notation, reading.resolutionMetres());
            assertThat(
                    again.equals(text)
                        || !zoneAndBand(reading.position()).equals(zoneAndBand(position)))
                .as(text + " again " + again)
                .isTrue();
          }
        });
  }

  @Test
  void gridTextsAreThePositionToATenthOfAMillimetre() {
    Property.check(
        "grids there and back",
        RUNS,
        random -> {
          Position position = position(random);
          Notation notation = Grid.of(position).isPolar() ? Notation.UPS : Notation.UTM;
          String text = PositionText.write(position, notation, 1e-9);
          assertThat(Geodesics.distanceMetres(PositionText.read(text).position(), position))
              .as(text)
              .isLessThan(1e-4);
        });
  }

  @Test
  void utmIsWhereProjFindsIt() {
    CRSFactory systems = new CRSFactory();
    CoordinateReferenceSystem wgs84 =
        systems.createFromParameters("wgs84", "+proj=longlat +datum=WGS84");
    Property.check(
        "UTM by two libraries",
        RUNS,
        random -> {
          Position position = position(random);
          Grid grid = Grid.of(position);
          if (grid.isPolar()) {
            return;
          }
          CoordinateTransform transform =
              new CoordinateTransformFactory()
                  .createTransform(
                      wgs84,
                      systems.createFromParameters(
                          "utm",
                          "+proj=utm +datum=WGS84 +zone="
                              + grid.zone()
                              + (grid.north() ? "" : " +south")));
          ProjCoordinate other =
              transform.transform(
                  new ProjCoordinate(position.longitude(), position.latitude()),
                  new ProjCoordinate());
          Grid.Point point = grid.project(position);
          assertThat(point.east()).isCloseTo(other.x, within(1e-5));
          assertThat(point.north()).isCloseTo(other.y, within(1e-5));
        });
  }

  @Test
  void anyTextIsReadOrToldNeverWorse() {
    String alphabet = "0123456789 .,;°'\"NSEWUTMC-+/";
    Property.check(
        "any text",
        RUNS * 5,
        random -> {
          StringBuilder text = new StringBuilder();
          int length = random.nextInt(30);
          for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
          }
          try {
            PositionReading reading = PositionText.read(text.toString());
            assertThat(reading.resolutionMetres()).isPositive();
          } catch (MalformedInput e) {
            assertThat(e.problems()).hasSize(1);
          }
        });
  }

  @Test
  void aGridReferenceIsReadAndWrittenTheSameOrTold() {
    Property.check(
        "any grid reference",
        RUNS * 5,
        random -> {
          StringBuilder text = new StringBuilder();
          if (random.nextInt(3) > 0) {
            text.append("%02d".formatted(random.nextInt(0, 63)));
          }
          if (text.isEmpty()) {
            text.append("ABYZ".charAt(random.nextInt(4)));
          } else {
            text.append((char) ('A' + random.nextInt(26)));
          }
          text.append((char) ('A' + random.nextInt(26))).append((char) ('A' + random.nextInt(26)));
          int digits = random.nextInt(6);
          for (int i = 0; i < 2 * digits; i++) {
            text.append(random.nextInt(10));
          }
          try {
            PositionReading reading = PositionText.read(text.toString());
            String again =
                PositionText.write(reading.position(), Notation.MGRS, reading.resolutionMetres());
            assertThat(
                    again.contentEquals(text)
                        || !again.substring(0, 3).equals(text.substring(0, 3)))
                .as(text + " again " + again)
                .isTrue();
          } catch (MalformedInput e) {
            assertThat(e.problems()).hasSize(1);
          }
        });
  }

  @Test
  void gridReferencesLieWhereSisFindsThem() {
    Property.check(
        "MGRS by two readers",
        RUNS,
        random -> {
          String text = PositionText.write(position(random), Notation.MGRS, 1);
          PositionReading reading = PositionText.read(text);
          if (text.startsWith(zoneAndBand(reading.position()))) {
            DirectPosition other =
                new MilitaryGridReferenceSystem()
                    .createCoder()
                    .decode(text)
                    .getPosition()
                    .getDirectPosition();
            Grid.Point ours = Grid.of(reading.position()).project(reading.position());
            // Up to half a metre where the zone's edge cuts the square.
            assertThat(ours.east()).as(text).isCloseTo(other.getOrdinate(0), within(0.5));
            assertThat(ours.north()).as(text).isCloseTo(other.getOrdinate(1), within(0.5));
          }
        });
  }

  private static String zoneAndBand(Position position) {
    return PositionText.write(position, Notation.MGRS, 100_000).substring(0, 3);
  }

  private static Position position(SplittableRandom random) {
    double longitude =
        switch (random.nextInt(4)) {
          case 0 ->
              6 * random.nextInt(-30, 31) + (random.nextBoolean() ? 0 : random.nextDouble(0.01));
          default -> random.nextDouble(-180, 180);
        };
    double latitude =
        switch (random.nextInt(6)) {
          case 0 ->
              8 * random.nextInt(-10, 11) + (random.nextBoolean() ? 0 : random.nextDouble(0.01));
          case 1 -> random.nextBoolean() ? 90 : -90;
          default -> random.nextDouble(-90, 90);
        };
    return Position.ofDegrees(Math.min(longitude, 180), latitude);
  }
}
