package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.land.exercise.ExerciseGround;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.exchange.borders.BorderLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exercises stay out at sea, and the turned line keeps the shape of the border. */
class ExerciseGroundTest {
  private static final double FAR_FROM_LAND_METRES = 100_000;

  /** Corners of these outlines lie nearer to each other than this. */
  private static final double BETWEEN_CORNERS_METRES = 60_000;

  private final List<List<double[]>> coasts = new ArrayList<>();

  /** Reads TopoJSON (its specification, 2.1.1 and 2.1.3): arcs are quantised differences. */
  @BeforeEach
  void readOutlines() throws Exception {
    Json.Obj file;
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/world-atlas/land-50m.json"))) {
      file = (Json.Obj) JsonReader.readValue(new String(in.readAllBytes(), UTF_8));
    }
    Json.Obj transform = (Json.Obj) file.get("transform").orElseThrow();
    List<Json> scale = items(transform.get("scale").orElseThrow());
    List<Json> translate = items(transform.get("translate").orElseThrow());
    for (Json arc : items(file.get("arcs").orElseThrow())) {
      List<double[]> coast = new ArrayList<>();
      double x = 0;
      double y = 0;
      for (Json step : items(arc)) {
        x += number(items(step).get(0));
        y += number(items(step).get(1));
        coast.add(
            new double[] {
              x * number(scale.get(0)) + number(translate.get(0)),
              y * number(scale.get(1)) + number(translate.get(1))
            });
      }
      coasts.add(coast);
    }
  }

  private static List<Json> items(Json json) {
    return ((Json.Arr) json).items();
  }

  private static double number(Json json) {
    return json instanceof Json.Int whole
        ? whole.number()
        : ((Json.Dec) json).number().doubleValue();
  }

  private double metresToCoast(Position place) {
    double nearest = Double.POSITIVE_INFINITY;
    for (List<double[]> coast : coasts) {
      for (double[] corner : coast) {
        if (Math.abs(corner[1] - place.latitude()) < 8
            && Math.abs(corner[0] - place.longitude()) < 20) {
          nearest =
              Math.min(
                  nearest,
                  Geodesics.distanceMetres(
                      place, Position.ofDegrees(clamped(corner[0]), corner[1])));
        }
      }
    }
    return nearest;
  }

  private static double clamped(double longitude) {
    return Math.clamp(longitude, -180, 180);
  }

  /** Whether a line due north from a place crosses coasts an odd number of times. */
  private boolean isOnLand(Position place) {
    boolean isInside = false;
    for (List<double[]> coast : coasts) {
      for (int i = 1; i < coast.size(); i++) {
        double[] a = coast.get(i - 1);
        double[] b = coast.get(i);
        boolean spans = (a[0] > place.longitude()) != (b[0] > place.longitude());
        if (spans
            && place.latitude()
                < a[1] + (place.longitude() - a[0]) / (b[0] - a[0]) * (b[1] - a[1])) {
          isInside = !isInside;
        }
      }
    }
    return isInside;
  }

  @Test
  void theOutlinesTellLandFromSea() {
    assertThat(isOnLand(Position.parse("21", "52"))).as("Warsaw").isTrue();
    assertThat(metresToCoast(Position.parse("-10", "53.5"))).isLessThan(BETWEEN_CORNERS_METRES);
    assertThat(isOnLand(Position.parse("-40", "45"))).isFalse();
  }

  @Test
  void theWholeCountryOfExercisesLiesFarFromLand() {
    for (Position corner : ExerciseGround.line()) {
      assertThat(isOnLand(corner)).as("%s", corner).isFalse();
      for (int azimuth = 0; azimuth < 360; azimuth += 15) {
        Position edge = Geodesics.arrival(corner, azimuth, ExerciseGround.REACH_METRES).position();
        assertThat(isOnLand(edge)).as("%s", edge).isFalse();
        assertThat(metresToCoast(edge))
            .as("%s", edge)
            .isGreaterThan(FAR_FROM_LAND_METRES + BETWEEN_CORNERS_METRES);
      }
    }
  }

  @Test
  void theCountryEndsThreeHundredKilometresFromItsLine() {
    Position corner = ExerciseGround.line().getFirst();
    assertThat(ExerciseGround.contains(corner)).isTrue();
    assertThat(ExerciseGround.contains(Geodesics.arrival(corner, 270, 299_900).position()))
        .isTrue();
    assertThat(ExerciseGround.contains(Geodesics.arrival(corner, 270, 300_100).position()))
        .isFalse();
    for (String real : List.of("23.5 52.1", "21 52", "-10 53.5", "0 0", "-157 21")) {
      String[] place = real.split(" ");
      assertThat(ExerciseGround.contains(Position.parse(place[0], place[1]))).as(real).isFalse();
    }
  }

  @Test
  void theTurnedLineIsTheBordersTurnedBy45Degrees() {
    List<Position> border = new ArrayList<>();
    BorderLines.stateRegister().byNeighbour().values().forEach(border::addAll);
    for (Position corner : ExerciseGround.line()) {
      Position back =
          Position.ofDegrees(corner.longitude() - ExerciseGround.TURNED_DEGREES, corner.latitude());
      double away =
          border.stream()
              .mapToDouble(place -> Geodesics.distanceMetres(place, back))
              .min()
              .orElseThrow();
      assertThat(away).as("%s", corner).isLessThan(1_000);
    }
  }

  /** Figures of the data's own README, to the metre. */
  @Test
  void theBorderIsMeasuredByNeighbour() {
    BorderLines register = BorderLines.stateRegister();
    assertThat(register.kilometres("Russia")).isCloseTo(209.983, within(0.001));
    assertThat(register.kilometres("Lithuania")).isCloseTo(100.725, within(0.001));
    assertThat(register.kilometres("Belarus")).isCloseTo(403.632, within(0.001));
    assertThat(register.kilometres("Ukraine")).isCloseTo(534.248, within(0.001));
    BorderLines atlas = BorderLines.naturalEarth();
    assertThat(atlas.kilometres("Russia")).isCloseTo(206.229, within(0.001));
    assertThat(atlas.kilometres("Lithuania")).isCloseTo(87.473, within(0.001));
    assertThat(atlas.kilometres("Belarus")).isCloseTo(340.088, within(0.001));
    assertThat(atlas.kilometres("Ukraine")).isCloseTo(412.460, within(0.001));
  }
}
