package org.fenceline.core.land.mined;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.LaidMines;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.place.Places;

/** Counts the positions of a field: what of them stands in its record, in the open. */
public final class PositionCount {
  private final List<Perimeter> ground;
  private final Enclosure enclosure;
  private final double perimeterAccuracyMetres;

  private PositionCount(List<Perimeter> ground, double perimeterAccuracyMetres) {
    this.ground = ground;
    this.enclosure = Enclosure.of(ground);
    this.perimeterAccuracyMetres = perimeterAccuracyMetres;
  }

  /** Counts against the ground of a record. */
  public static PositionCount against(MinefieldRecord field) {
    return new PositionCount(Places.of(field).areas(), Places.accuracyMetres(field));
  }

  /**
   * What is counted among the positions of a field.
   *
   * @param policy the sealing policy to be named with it
   */
  public SealedPositions of(List<MinePosition> mines, EntryRef policy) {
    return counted(mines, Optional.of(policy));
  }

  /** What is counted again of positions that were sealed. */
  public SealedPositions again(List<MinePosition> mines) {
    return counted(mines, Optional.empty());
  }

  private SealedPositions counted(List<MinePosition> mines, Optional<EntryRef> policy) {
    Map<Name, Integer> byLot = new HashMap<>();
    int outside = 0;
    int within = 0;
    for (MinePosition mine : mines) {
      byLot.merge(mine.lot(), 1, Math::addExact);
      if (!enclosure.contains(mine.place())) {
        outside++;
        if (isWithinAccuracy(mine)) {
          within++;
        }
      }
    }
    List<LaidMines> counts = new ArrayList<>();
    new TreeMap<>(byLot)
        .forEach((lot, number) -> counts.add(new LaidMines(lot, new Quantity(number))));
    return ground.isEmpty()
        ? new SealedPositions(counts, Optional.empty(), Optional.empty(), policy)
        : new SealedPositions(
            counts, Optional.of(new Count(outside)), Optional.of(new Count(within)), policy);
  }

  private boolean isWithinAccuracy(MinePosition mine) {
    double allowed = perimeterAccuracyMetres + mine.accuracyMetres();
    return allowed > 0
        && ground.stream().anyMatch(area -> area.distanceMetres(mine.place()) <= allowed);
  }
}
