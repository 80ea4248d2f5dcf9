package org.fenceline.core.land.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Overlay;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.place.Places;

/**
 * Original − cancelled − reduced − cleared = what remains, once as stated and once by geometry
 * (IMAS 07.11). Square metres.
 *
 * @param area the area
 * @param stated as those who recorded it stated; where they stated nothing, by geometry
 * @param drawn by geometry; empty where the area or a release has no place
 */
public record AreaBalance(Name area, Optional<Figures> stated, Optional<Figures> drawn) {

  /** Smaller differences than this part of the original are rounding and drawing. */
  private static final double TOLERATED_PART = 0.01;

  private static final double TOLERATED_SQUARE_METRES = 10;

  /**
   * One way of reckoning.
   *
   * @param original before any release
   * @param cancelled by non-technical survey
   * @param reduced by technical survey
   * @param cleared of every specified item
   * @param remaining what remains
   */
  public record Figures(
      double original, double cancelled, double reduced, double cleared, double remaining) {}

  static AreaBalance of(
      Name area, Optional<Double> stated, List<Perimeter> drawn, List<LandRelease> releases) {
    List<LandRelease.Part> parts =
        releases.stream().flatMap(release -> release.parts().stream()).toList();
    double drawnOriginal = Footprint.of(drawn).areaSquareMetres();
    Optional<Double> original =
        stated.or(() -> drawn.isEmpty() ? Optional.empty() : Optional.of(drawnOriginal));
    return new AreaBalance(
        area,
        original.map(size -> stated(size, parts)),
        drawn.isEmpty() || parts.stream().anyMatch(part -> part.place().isEmpty())
            ? Optional.empty()
            : Optional.of(drawn(drawn, drawnOriginal, parts)));
  }

  private static Figures stated(double original, List<LandRelease.Part> parts) {
    double cancelled = stated(parts, LandRelease.Kind.CANCELLED);
    double reduced = stated(parts, LandRelease.Kind.REDUCED);
    double cleared = stated(parts, LandRelease.Kind.CLEARED);
    return new Figures(
        original, cancelled, reduced, cleared, original - cancelled - reduced - cleared);
  }

  private static double stated(List<LandRelease.Part> parts, LandRelease.Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .mapToDouble(part ->
            part.statedAreaSquareMetres()
                .map(BigDecimal::doubleValue)
                .orElseGet(() -> Footprint.of(Places.areas(part)).areaSquareMetres()))
        .sum();
  }

  private static Figures drawn(
      List<Perimeter> area, double original, List<LandRelease.Part> parts) {
    List<Perimeter> released = new ArrayList<>();
    parts.forEach(part -> released.addAll(Places.areas(part)));
    double remaining = Footprint.of(Overlay.difference(area, released)).areaSquareMetres();
    return new Figures(
        original,
        drawn(area, parts, LandRelease.Kind.CANCELLED),
        drawn(area, parts, LandRelease.Kind.REDUCED),
        drawn(area, parts, LandRelease.Kind.CLEARED),
        remaining);
  }

  /** Of what was released, that which lies in the area. */
  private static double drawn(
      List<Perimeter> area, List<LandRelease.Part> parts, LandRelease.Kind kind) {
    List<Perimeter> released = new ArrayList<>();
    parts.stream()
        .filter(part -> part.kind() == kind)
        .forEach(part -> released.addAll(Places.areas(part)));
    return released.isEmpty()
        ? 0
        : Footprint.of(Overlay.intersection(area, released)).areaSquareMetres();
  }

  /** Whether the two ways of reckoning leave about the same. */
  public boolean agrees() {
    return stated.isEmpty()
        || drawn.isEmpty()
        || isAbout(stated.get().remaining(), drawn.get().remaining(), drawn.get().original());
  }

  /** Whether nothing remains, by whichever way of reckoning leaves more. */
  public boolean isReleased() {
    double original = stated.or(() -> drawn).map(Figures::original).orElse(0.0);
    double left =
        Math.max(
            stated.map(Figures::remaining).orElse(0.0), drawn.map(Figures::remaining).orElse(0.0));
    return original > 0 && isAbout(Math.max(0, left), 0, original);
  }

  /** Whether two areas differ by no more than drawing and rounding make them. */
  public static boolean isAbout(double one, double other, double of) {
    return Math.abs(one - other) <= Math.max(TOLERATED_SQUARE_METRES, TOLERATED_PART * of);
  }
}
