package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Horizon;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.nearby.NearbyIndex.Item;

/**
 * Things that were packed together.
 *
 * @param items the things, in order of place
 * @param packed their footprints
 * @param tree leads to them
 * @param removed which of them are not there any more
 */
record Part<T>(List<Item<T>> items, Packed packed, Tree tree, BitSet removed) {

  /** Packs things, at least one, each of which is somewhere. */
  static <T> Part<T> of(List<Item<T>> items) {
    List<Item<T>> inOrder = inOrderOfPlace(items);
    Packed packed = new Packed(inOrder.stream().map(Item::footprint).toList());
    double[] growth = inOrder.stream().mapToDouble(Item::growthMetres).toArray();
    return new Part<>(inOrder, packed, new Tree(packed, growth), new BitSet());
  }

  private record Placed<T>(Item<T> item, long order) {}

  private static <T> List<Item<T>> inOrderOfPlace(List<Item<T>> items) {
    return items.stream()
        .map(item -> new Placed<>(item, PlaceOrder.of(first(item.footprint()))))
        .sorted(Comparator.comparingLong(Placed::order))
        .map(Placed::item)
        .toList();
  }

  private static Position first(Footprint footprint) {
    if (!footprint.areas().isEmpty()) {
      return footprint.areas().getFirst().outer().drawn().getFirst();
    }
    return footprint.lines().isEmpty()
        ? footprint.places().getFirst()
        : footprint.lines().getFirst().from();
  }

  /** The same without some things. */
  Part<T> without(Predicate<T> leaving) {
    BitSet more = (BitSet) removed.clone();
    for (int i = 0; i < items.size(); i++) {
      if (leaving.test(items.get(i).thing())) {
        more.set(i);
      }
    }
    return new Part<>(items, packed, tree, more);
  }

  /** What is still there. */
  List<Item<T>> left() {
    List<Item<T>> left = new ArrayList<>();
    for (int i = removed.nextClearBit(0); i < items.size(); i = removed.nextClearBit(i + 1)) {
      left.add(items.get(i));
    }
    return left;
  }

  boolean isMostlyRemoved() {
    return 2 * removed.cardinality() >= items.size();
  }

  Look look(Position position, Horizon horizon) {
    return new Look(packed, tree.balls, position, horizon);
  }

  void search(Look look, Contest contest) {
    new Search(tree, look, removed, contest).run();
  }
}
