package org.fenceline.core.land.check;

import java.util.List;
import java.util.Optional;

/**
 * What is said of a point.
 *
 * @param verdict the worst that was found
 * @param reasons why
 * @param nearest the nearest dangers, the nearest first
 * @param surveyed the release that covers it, where one surely does
 */
public record SafetyAnswer(
    Verdict verdict, List<Reason> reasons, List<Near> nearest, Optional<SurveyedGround> surveyed) {

  /**
   * A danger seen from the point.
   *
   * @param danger what
   * @param metres how far its recorded place is; 0 from within
   * @param azimuthDegrees in which direction, clockwise from north; 0 from within
   */
  public record Near(Danger danger, double metres, double azimuthDegrees) {}

  public SafetyAnswer {
    reasons = List.copyOf(reasons);
    nearest = List.copyOf(nearest);
  }
}
