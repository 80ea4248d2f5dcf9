package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Horizon;
import org.fenceline.core.land.geodesy.Position;

/**
 * Things with footprints, found by where they are. Never changed: what is added or taken away makes
 * another index, which shares what stayed.
 *
 * <p>Things are packed in parts, each at least twice as large as the next, so that a thing is
 * packed anew only log n times while others arrive (Bentley and Saxe, Decomposable searching
 * problems, J. Algorithms 1, 1980).
 *
 * @param <T> what is found
 */
public final class NearbyIndex<T> {
  private final List<Part<T>> parts;

  /**
   * A thing.
   *
   * @param thing what it is
   * @param footprint where it is
   * @param growthMetres it reaches so much farther when it is asked what comes within reach, such
   *     as the error of its place
   */
  public record Item<T>(T thing, Footprint footprint, double growthMetres) {}

  /**
   * A thing that was found.
   *
   * @param thing what
   * @param metres how far its nearest point is, right to 1 mm; 0 from within
   * @param azimuthDegrees in which direction that lies, clockwise from north; 0 from within
   */
  public record Found<T>(T thing, double metres, double azimuthDegrees) {}

  private NearbyIndex(List<Part<T>> parts) {
    this.parts = List.copyOf(parts);
  }

  /** An index of things; those that are nowhere are left out. */
  public static <T> NearbyIndex<T> of(List<Item<T>> items) {
    return new NearbyIndex<T>(List.of()).with(items);
  }

  /** The same with more things. */
  public NearbyIndex<T> with(List<Item<T>> added) {
    List<Item<T>> together =
        new ArrayList<>(added.stream().filter(item -> !item.footprint().isNowhere()).toList());
    if (together.isEmpty()) {
      return this;
    }
    List<Part<T>> kept = new ArrayList<>(parts);
    while (!kept.isEmpty() && kept.getLast().items().size() < 2 * together.size()) {
      together.addAll(kept.removeLast().left());
    }
    kept.add(Part.of(together));
    return new NearbyIndex<>(kept);
  }

  /** The same without some things. */
  public NearbyIndex<T> without(Predicate<T> leaving) {
    List<Part<T>> kept = new ArrayList<>();
    List<Item<T>> packedAnew = new ArrayList<>();
    for (Part<T> part : parts) {
      Part<T> left = part.without(leaving);
      if (left.isMostlyRemoved()) {
        packedAnew.addAll(left.left());
      } else {
        kept.add(left);
      }
    }
    return new NearbyIndex<>(kept).with(packedAnew);
  }

  /** All things, in no order that means anything. */
  public List<T> things() {
    return parts.stream().flatMap(part -> part.left().stream()).map(Item::thing).toList();
  }

  /**
   * Positions in the order in which things are packed: asked so, one finds in the processor's
   * caches what the last one looked at.
   */
  public static List<Position> inOrderOfPlace(List<Position> positions) {
    return positions.stream().sorted(Comparator.comparingLong(PlaceOrder::of)).toList();
  }

  /**
   * What is near a position, the nearest first.
   *
   * @param count how many are told however far they are
   * @param reachMetres everything is told too that comes within so many metres once it is grown; of
   *     the rest nothing
   */
  public List<Found<T>> near(Position position, int count, double reachMetres) {
    Horizon horizon = Horizon.of(position);
    Ranking ranking = new Ranking(count, reachMetres);
    List<Look> looks = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      looks.add(parts.get(i).look(position, horizon));
      ranking.enter(i);
      parts.get(i).search(looks.get(i), ranking);
    }
    List<Settled<T>> settled = new ArrayList<>();
    for (Ranking.Candidate candidate : ranking.left()) {
      Look look = looks.get(candidate.part());
      Item<T> item = parts.get(candidate.part()).items().get(candidate.item());
      settled.add(new Settled<>(item, look.settle(candidate.item(), candidate.span())));
    }
    settled.sort(Comparator.comparingDouble(one -> one.measured().metres()));
    List<Found<T>> found = new ArrayList<>();
    for (int i = 0; i < settled.size(); i++) {
      Item<T> item = settled.get(i).item();
      Look.Measured measured = settled.get(i).measured();
      if (i < count || measured.metres() - item.growthMetres() <= reachMetres) {
        found.add(new Found<>(item.thing(), measured.metres(), measured.azimuthDegrees()));
      }
    }
    return found;
  }

  private record Settled<T>(Item<T> item, Look.Measured measured) {}

  /**
   * Metres, less its growth, to whatever is nearest so: at least, and within some centimetres where
   * it is near. Of more than a limit no more than that is told.
   */
  public double roomMetres(Position position, double limitMetres) {
    Horizon horizon = Horizon.of(position);
    Room room = new Room(limitMetres);
    for (Part<T> part : parts) {
      part.search(part.look(position, horizon), room);
    }
    return room.metres();
  }
}
