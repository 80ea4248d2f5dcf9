package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.geodesy.RingFlaw;
import org.fenceline.core.land.geodesy.RingFlaws;
import org.fenceline.core.land.place.Places;

/** A perimeter is open, crosses itself, has too few corners, or makes steps over 5 km. */
final class PerimeterFlaw implements Rule {
  /** Flaws named of one record. */
  private static final int NAMED = 3;

  @Override
  public String name() {
    return "perimeter-flaw";
  }

  @Override
  public String question() {
    return "Is a perimeter open, does it cross itself, or has it too few or too distant corners?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Logged entry : views.land().entries()) {
      List<RingFlaw> flaws =
          perimeters(entry.body())
              .flatMap(perimeter ->
                  Stream.concat(Stream.of(perimeter.outer()), perimeter.holes().stream()))
              .flatMap(PerimeterFlaw::flaws)
              .toList();
      if (!flaws.isEmpty()) {
        String more = flaws.size() > NAMED ? ", and " + (flaws.size() - NAMED) + " more" : "";
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "a perimeter of "
                    + AreaNames.of(entry.body())
                    + ": "
                    + String.join(
                        ", ", flaws.stream().limit(NAMED).map(PerimeterFlaw::words).toList())
                    + more,
                entry));
      }
    }
    return findings;
  }

  private static Stream<Perimeter> perimeters(Body body) {
    return body instanceof LandRelease release
        ? Places.areas(release).stream()
        : Places.of(body).areas().stream();
  }

  /** A ring closed by its last corner is as good as any; a repeated corner is harmless. */
  private static Stream<RingFlaw> flaws(Ring ring) {
    return RingFlaws.of(ring).stream().filter(flaw -> !(flaw instanceof RingFlaw.RepeatedCorner));
  }

  private static String words(RingFlaw flaw) {
    return switch (flaw) {
      case RingFlaw.Open(double gap) -> "it is open, " + Finds.metres(gap) + " from end to start";
      case RingFlaw.TooFewCorners(int corners) -> "it has %d corners".formatted(corners);
      case RingFlaw.RepeatedCorner(int corner) -> "corner %d stands twice".formatted(corner);
      case RingFlaw.LongStep(int step, double metres) ->
          "step %d is %s long".formatted(step, Finds.metres(metres));
      case RingFlaw.SelfCrossing(int first, int second, var at) ->
          "steps %d and %d cross at %s".formatted(first, second, at);
      case RingFlaw.MoreCrossings() -> "it crosses itself still more often";
      case RingFlaw.TooWide(double radius) ->
          "it is too wide to be judged, %s".formatted(Finds.metres(radius));
    };
  }
}
