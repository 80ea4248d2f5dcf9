package org.fenceline.core.land.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Overlay;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Reach;
import org.fenceline.core.land.geodesy.Segment;

/**
 * Finds the cells that lie wholly inside released ground: also inside several releases together,
 * and as far from their outer bounds as these may be off. Doubted ground opens nothing.
 */
final class Opening {
  private final Grid grid;
  private final Touch touch;
  private final List<PublicGround> grounds;
  private final List<Reach> reaches;
  private final Map<List<Integer>, Ground> together = new HashMap<>();

  /** Releases put together: their ground, and how near something is to its bounds. */
  private record Ground(List<Perimeter> areas, Reach bounds, double accuracyMetres) {}

  Opening(Grid grid, List<PublicGround> released) {
    this.grid = grid;
    this.touch = new Touch(grid);
    this.grounds =
        released.stream()
            .filter(ground -> !ground.isDoubted() && !ground.areas().isEmpty())
            .toList();
    this.reaches = grounds.stream().map(ground -> Reach.of(Footprint.of(ground.areas()))).toList();
  }

  /** Those of some cells that lie wholly inside. */
  Set<GridCell> inside(Set<GridCell> cells) {
    Set<GridCell> inside = new HashSet<>();
    if (!grounds.isEmpty()) {
      for (GridCell cell : cells) {
        if (isInside(cell)) {
          inside.add(cell);
        }
      }
    }
    return inside;
  }

  private boolean isInside(GridCell cell) {
    List<Integer> near = new ArrayList<>();
    for (int i = 0; i < reaches.size(); i++) {
      if (touch.isWithin(reaches.get(i), cell, 0)) {
        near.add(i);
      }
    }
    if (near.isEmpty()) {
      return false;
    }
    Ground ground = together.computeIfAbsent(near, this::union);
    return ground.areas().stream().anyMatch(area -> area.contains(grid.middle(cell)))
        && !touch.isWithin(ground.bounds(), cell, ground.accuracyMetres());
  }

  private Ground union(List<Integer> near) {
    List<Perimeter> areas =
        Overlay.union(near.stream().flatMap(i -> grounds.get(i).areas().stream()).toList());
    List<Segment> bounds = new ArrayList<>();
    for (Perimeter area : areas) {
      bounds.addAll(area.outer().edges());
      area.holes().forEach(hole -> bounds.addAll(hole.edges()));
    }
    double accuracy =
        near.stream().mapToDouble(i -> grounds.get(i).accuracyMetres()).max().orElse(0);
    return new Ground(areas, Reach.of(new Footprint(List.of(), bounds, List.of())), accuracy);
  }
}
