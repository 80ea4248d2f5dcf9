package org.fenceline.core.land.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.land.geodesy.RingFlaw.LongStep;
import org.fenceline.core.land.geodesy.RingFlaw.MoreCrossings;
import org.fenceline.core.land.geodesy.RingFlaw.Open;
import org.fenceline.core.land.geodesy.RingFlaw.RepeatedCorner;
import org.fenceline.core.land.geodesy.RingFlaw.SelfCrossing;
import org.fenceline.core.land.geodesy.RingFlaw.TooFewCorners;
import org.fenceline.core.land.geodesy.RingFlaw.TooWide;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

class RingFlawsTest {
  private static final int RUNS = 300;
  private static final Position A = Position.parse("23.5", "52.5");
  private static final Position B = Position.parse("23.51", "52.5");
  private static final Position C = Position.parse("23.51", "52.51");
  private static final Position D = Position.parse("23.5", "52.51");

  @Test
  void aSoundRingHasNone() {
    assertThat(RingFlaws.of(new Ring(List.of(A, B, C, D, A)))).isEmpty();
    Property.check(
        "stars are sound",
        RUNS,
        random -> {
          double radius = Drawn.metres(random, 5, 2_000);
          Ring star = Drawn.star(random, Drawn.position(random), radius);
          assertThat(RingFlaws.of(star)).isEmpty();
        });
  }

  @Test
  void anOpenRingIsToldWithItsGap() {
    assertThat(RingFlaws.of(new Ring(List.of(A, B, C, D))))
        .containsExactly(new Open(Geodesics.distanceMetres(D, A)));
  }

  @Test
  void tooFewCornersAreTold() {
    assertThat(RingFlaws.of(new Ring(List.of(A, B, A)))).containsExactly(new TooFewCorners(2));
    assertThat(RingFlaws.of(new Ring(List.of(A))))
        .containsExactly(new Open(0), new TooFewCorners(1));
    assertThat(RingFlaws.of(new Ring(List.of(A, B, B, A))))
        .containsExactly(new RepeatedCorner(2), new TooFewCorners(2));
    assertThatThrownBy(() -> new Ring(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void repeatedCornersAreToldAndNotCrossings() {
    assertThat(RingFlaws.of(new Ring(List.of(A, B, B, C, D, A))))
        .containsExactly(new RepeatedCorner(2));
    assertThat(RingFlaws.of(new Ring(List.of(A, B, C, D, A, A))))
        .containsExactly(new RepeatedCorner(4));
    Position pole = Position.parse("0", "90");
    Position same = Position.parse("120", "90");
    assertThat(
            RingFlaws.of(
                Ring.through(
                    List.of(
                        pole, same, Position.parse("0", "89.99"), Position.parse("90", "89.99")))))
        .containsExactly(new RepeatedCorner(1));
  }

  @Test
  void aStepOverFiveKilometresIsTold() {
    Position far = Geodesics.arrival(A, 90, 5_001).position();
    assertThat(RingFlaws.of(Ring.through(List.of(A, far, C))))
        .first()
        .isEqualTo(new LongStep(0, Geodesics.distanceMetres(A, far)));
    Position near = Geodesics.arrival(A, 90, 4_999).position();
    assertThat(RingFlaws.of(Ring.through(List.of(A, near, C)))).isEmpty();
  }

  @Test
  void crossingStepsAreToldWithThePlace() {
    List<RingFlaw> flaws = RingFlaws.of(Ring.through(List.of(A, C, B, D)));
    assertThat(flaws).hasSize(1);
    SelfCrossing crossing = (SelfCrossing) flaws.getFirst();
    assertThat(crossing.firstStep()).isZero();
    assertThat(crossing.secondStep()).isEqualTo(2);
    assertThat(new Segment(A, C).distanceMetres(crossing.at())).isLessThan(0.001);
    assertThat(new Segment(B, D).distanceMetres(crossing.at())).isLessThan(0.001);
  }

  @Test
  void touchingSpikesAndStepsOnOneAnotherAreCrossings() {
    // Two triangles that share a corner.
    assertThat(RingFlaws.of(Ring.through(List.of(A, B, C, D, C, Position.parse("23.52", "52.52")))))
        .isNotEmpty()
        .allMatch(SelfCrossing.class::isInstance);
    // Out along the equator and back on the same line.
    List<Position> spike =
        List.of(
            Position.parse("0", "0"),
            Position.parse("0.02", "0"),
            Position.parse("0.01", "0"),
            Position.parse("0.01", "0.01"));
    assertThat(RingFlaws.of(Ring.through(spike)))
        .isNotEmpty()
        .allMatch(SelfCrossing.class::isInstance);
  }

  @Test
  void twoCornersOfAStarChangedOverCross() {
    Property.check(
        "changed corners",
        RUNS,
        random -> {
          Position middle = Drawn.position(random);
          double radius = Drawn.metres(random, 5, 2_000);
          List<Position> corners = new ArrayList<>();
          for (int i = 0; i < 6; i++) {
            corners.add(Geodesics.arrival(middle, 60.0 * i, radius).position());
          }
          Position second = corners.remove(1);
          corners.add(random.nextInt(2, 5), second);
          assertThat(RingFlaws.of(Ring.through(corners)))
              .isNotEmpty()
              .allMatch(SelfCrossing.class::isInstance);
        });
  }

  @Test
  void ofManyCrossingsTheFirstHundredAreListed() {
    List<Position> zigzag = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      zigzag.add(Geodesics.arrival(A, 175.5 * i, 1_000).position());
    }
    List<RingFlaw> flaws = RingFlaws.of(Ring.through(zigzag));
    assertThat(flaws).hasSize(RingFlaws.MOST_CROSSINGS + 1);
    assertThat(flaws.getLast()).isEqualTo(new MoreCrossings());
  }

  @Test
  void aRingRoundTheEarthIsTooWide() {
    List<Position> equator =
        List.of(Position.parse("0", "0"), Position.parse("120", "0"), Position.parse("-120", "0"));
    assertThat(RingFlaws.of(Ring.through(equator))).anyMatch(TooWide.class::isInstance);
  }
}
