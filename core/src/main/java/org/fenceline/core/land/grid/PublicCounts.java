package org.fenceline.core.land.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;

/**
 * Figures a region that everybody may read: of regions with at least five fields only.
 *
 * <p>A region with fewer is a small one. All small ones are put together and told as one sum, and
 * their share of any total is known by subtraction even where that sum is not told; so the sum is
 * told only if each small region may hold anything from none to four, as far as all figures say.
 * Until that is so the next region by name is put to them, whether or not it has five: a choice
 * that depends on the figures would tell something of them.
 */
public final class PublicCounts {
  /** No figure is smaller. */
  public static final int FEWEST = 5;

  private PublicCounts() {}

  /**
   * A figure.
   *
   * @param regions of which region, or which together
   * @param fields how many
   */
  public record Figure(SortedSet<String> regions, long fields) {
    public Figure {
      regions = new TreeSet<>(regions);
    }
  }

  /**
   * Counts fields by where their middles lie; one that lies in several regions counts in the first
   * by name, one that lies in none is left out.
   *
   * @param regions the ground of each, by name
   */
  public static SortedMap<String, Long> count(
      Map<String, List<Perimeter>> regions, List<Footprint> fields) {
    SortedMap<String, Long> counts = new TreeMap<>();
    regions.keySet().forEach(region -> counts.put(region, 0L));
    for (Footprint field : fields) {
      if (!field.isNowhere()) {
        Position middle = field.middle();
        counts.keySet().stream()
            .filter(region ->
                regions.getOrDefault(region, List.of()).stream()
                    .anyMatch(area -> area.contains(middle)))
            .findFirst()
            .ifPresent(region -> counts.merge(region, 1L, Long::sum));
      }
    }
    return counts;
  }

  /** The figures that may be published; every region stands in one of them, or there are none. */
  public static List<Figure> of(SortedMap<String, Long> fieldsByRegion) {
    SortedMap<String, Long> alone = new TreeMap<>(fieldsByRegion);
    SortedMap<String, Long> together = new TreeMap<>();
    fieldsByRegion.forEach((region, fields) -> {
      if (fields < FEWEST) {
        together.put(region, fields);
        alone.remove(region);
      }
    });
    int small = together.size();
    while (small > 0 && !alone.isEmpty() && !hides(together, small)) {
      String next = alone.firstKey();
      together.put(next, fieldsByRegion.getOrDefault(next, 0L));
      alone.remove(next);
    }
    List<Figure> figures = new ArrayList<>();
    alone.forEach((region, fields) -> figures.add(new Figure(sorted(region), fields)));
    if (!together.isEmpty() && hides(together, small)) {
      figures.add(new Figure(sorted(together.keySet().toArray(String[]::new)), sum(together)));
    }
    return figures;
  }

  /** Whether each of the small regions may hold from none to four, going by the sum. */
  private static boolean hides(SortedMap<String, Long> together, int small) {
    long sum = sum(together);
    int large = together.size() - small;
    long most = FEWEST - 1;
    // All others full, or the large ones taking up what is left; and all others as empty as can be.
    boolean mayBeNone = large > 0 || sum <= most * (small - 1);
    boolean mayBeMost = sum - most >= (long) FEWEST * large;
    return sum >= FEWEST && mayBeNone && mayBeMost;
  }

  private static long sum(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SortedSet<String> sorted(String... regions) {
    return new TreeSet<>(List.of(regions));
  }
}
