package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
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
    Tree tree = new Tree(inOrder.size());
    Packed packed = Packing.pack(inOrder.stream().map(Item::footprint).toList(), tree.balls);
    for (int i = 0; i < inOrder.size(); i++) {
      tree.balls.grow(i, inOrder.get(i).growthMetres());
    }
    tree.grow();
    return new Part<>(inOrder, packed, tree, new BitSet());
  }

  private record Placed<T>(Item<T> item, long order) {}

  private static <T> List<Item<T>> inOrderOfPlace(List<Item<T>> items) {
    return items.stream()
        .map(item ->
            new Placed<>(item, PlaceOrder.of(Stroke.of(item.footprint()).getFirst().corner(0))))
        .sorted(Comparator.comparingLong(Placed::order))
        .map(Placed::item)
        .toList();
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
    new Search(this, look, contest).run();
  }
}
