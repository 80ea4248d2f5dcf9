package org.fenceline.core.land.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.grid.PublicCounts.Figure;
import org.junit.jupiter.api.Test;

/** Figures that tell of no small region, also to somebody who subtracts. */
class PublicCountsTest {
  private static final int MOST_FIELDS = 16;
  private static final int REGIONS = 4;
  // So many counts at least stay possible for a small region, whoever knows the total.
  private static final int LEFT_OPEN = 4;

  private static SortedMap<String, Long> counts(long... fields) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < fields.length; i++) {
      counts.put(Character.toString('A' + i), fields[i]);
    }
    return counts;
  }

  private static List<String> told(long... fields) {
    return PublicCounts.of(counts(fields)).stream()
        .map(figure -> String.join("+", figure.regions()) + "=" + figure.fields())
        .toList();
  }

  @Test
  void regionsWithFiveFieldsAreToldAndSmallOnesTogether() {
    assertThat(told(5, 12, 7)).containsExactly("A=5", "B=12", "C=7");
    assertThat(told(8, 3, 9, 2, 2)).containsExactly("A=8", "C=9", "B+D+E=7");
  }

  @Test
  void aSumThatWouldTellOfItsPartsTakesInTheNextRegion() {
    assertThat(told(8, 3, 9)).as("one small region").containsExactly("C=9", "A+B=11");
    assertThat(told(9, 4, 4)).as("eight of two can only be four each").containsExactly("A+B+C=17");
    assertThat(told(5, 0, 9)).as("five would be five and none").containsExactly("A+B+C=14");
    assertThat(told(0, 0, 30)).containsExactly("A+B+C=30");
  }

  @Test
  void whereNothingCanBeToldNothingIs() {
    assertThat(told(4)).isEmpty();
    assertThat(told(1, 2)).isEmpty();
    assertThat(told(5, 1)).as("six: at most one").isEmpty();
    assertThat(told()).isEmpty();
    assertThat(told(0, 0, 0)).isEmpty();
  }

  /**
   * All ways to spread few fields over some regions: whoever sees the figures, knows the rule and
   * the true total still cannot tell a small region's count from most others.
   */
  @Test
  void noSmallCountCanBeWorkedOut() {
    Map<String, List<List<Long>>> byWhatIsTold = new HashMap<>();
    for (List<Long> fields : spreads(REGIONS)) {
      if (fields.stream().mapToLong(Long::longValue).sum() > MOST_FIELDS) {
        continue;
      }
      List<Figure> figures =
          PublicCounts.of(counts(fields.stream().mapToLong(Long::longValue).toArray()));
      assertThat(figures).allSatisfy(figure -> assertThat(figure.fields()).isGreaterThan(4));
      long total = figures.isEmpty() ? -1 : fields.stream().mapToLong(Long::longValue).sum();
      byWhatIsTold.computeIfAbsent(figures + " of " + total, _ -> new ArrayList<>()).add(fields);
    }
    byWhatIsTold.forEach((told, possible) -> {
      for (int region = 0; region < REGIONS; region++) {
        Set<Long> values = new HashSet<>();
        for (List<Long> fields : possible) {
          values.add(fields.get(region));
        }
        boolean maySmall = values.stream().anyMatch(value -> value < PublicCounts.FEWEST);
        if (maySmall) {
          assertThat(values).as(told).hasSizeGreaterThanOrEqualTo(LEFT_OPEN);
        }
      }
    });
  }

  private static List<List<Long>> spreads(int regions) {
    if (regions == 0) {
      return List.of(List.of());
    }
    List<List<Long>> all = new ArrayList<>();
    for (List<Long> rest : spreads(regions - 1)) {
      for (long fields = 0; fields <= MOST_FIELDS; fields++) {
        List<Long> one = new ArrayList<>(rest);
        one.add(fields);
        all.add(one);
      }
    }
    return all;
  }

  @Test
  void aFieldCountsWhereItsMiddleLies() {
    Map<String, List<Perimeter>> regions =
        Map.of("north", List.of(box(51.9, 53.0)), "south", List.of(box(51.0, 52.0)));
    assertThat(
            PublicCounts.count(
                regions,
                List.of(
                    at("52.5"), at("51.5"), at("51.4"), at("51.95"), at("40"), Footprint.NOWHERE)))
        .isEqualTo(new TreeMap<>(Map.of("north", 2L, "south", 2L)));
  }

  private static Footprint at(String latitude) {
    return Footprint.of(Position.parse("-25", latitude));
  }

  private static Perimeter box(double south, double north) {
    return Perimeter.of(
        Ring.through(
            List.of(
                Position.ofDegrees(-26, south),
                Position.ofDegrees(-24, south),
                Position.ofDegrees(-24, north),
                Position.ofDegrees(-26, north))));
  }
}
