package org.fenceline.core.land.check;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Reach;
import org.fenceline.core.land.nearby.NearbyIndex;
import org.fenceline.core.land.nearby.NearbyIndex.Found;
import org.fenceline.core.land.nearby.NearbyIndex.Item;

/** Released ground, found by where it is; in answers it keeps its order. */
final class Grounds {
  private final List<SurveyedGround> all;
  private final NearbyIndex<Integer> areas;

  Grounds(List<SurveyedGround> all) {
    this.all = List.copyOf(all);
    List<Item<Integer>> items = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      SurveyedGround ground = all.get(i);
      items.add(new Item<>(i, Footprint.of(ground.areas()), ground.accuracyMetres()));
    }
    this.areas = NearbyIndex.of(items);
  }

  List<SurveyedGround> all() {
    return all;
  }

  /** Ground that comes within some metres of a position, its error counted in. */
  List<SurveyedGround> within(Position position, double metres) {
    return areas.near(position, 0, metres).stream()
        .map(Found::thing)
        .sorted()
        .map(all::get)
        .toList();
  }

  /** Ground that other ground touches, or may by its error. */
  List<SurveyedGround> touching(SurveyedGround other) {
    Footprint footprint = Footprint.of(other.areas());
    double error = other.accuracyMetres();
    List<SurveyedGround> near = within(footprint.middle(), footprint.radiusMetres() + error);
    if (error > Reach.FARTHEST_METRES) {
      return near;
    }
    Reach reach = Reach.of(footprint);
    return near.stream()
        .filter(ground ->
            ground.areas().stream()
                .anyMatch(
                    area -> reach.comesWithin(area.outer().corners(), other.accuracyMetres())))
        .toList();
  }

  /** Metres to the nearest ground at least, its error taken off; no more than a limit is told. */
  double roomMetres(Position position, double limitMetres) {
    return areas.roomMetres(position, limitMetres);
  }
}
