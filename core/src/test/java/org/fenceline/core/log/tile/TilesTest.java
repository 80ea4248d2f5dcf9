package org.fenceline.core.log.tile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenceline.core.log.ConsistencyProof;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.MerkleTree;
import org.junit.jupiter.api.Test;

/** Tiles against the specification's example and against the tree that they are cut from. */
class TilesTest {
  private static final int SIZE = 70_000;

  @Test
  void pathsAreThoseOfTheSpecification() {
    assertThat(new TileName(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new TileName(0, 1_234_067, 256).entriesPath())
        .isEqualTo("tile/entries/x001/x234/067");
    assertThat(new TileName(2, 0, 1).path()).isEqualTo("tile/2/000.p/1");
    assertThat(new TileName(0, 1_000, 3).path()).isEqualTo("tile/0/x001/000.p/3");
  }

  @Test
  void aTreeOf70000HasTheTilesOfTheSpecificationsExample() {
    List<TileName> tiles = TileName.ofTree(SIZE);
    assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.isFull())).hasSize(273);
    assertThat(tiles)
        .contains(
            new TileName(0, 273, 112),
            new TileName(1, 0, 256),
            new TileName(1, 1, 17),
            new TileName(2, 0, 1));
    assertThat(tiles).hasSize(273 + 4);
  }

  @Test
  void addedTilesAreExactlyThoseThatTheOlderTreeLacks() {
    for (long old : new long[] {0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537}) {
      for (long size : new long[] {old, old + 1, old + 255, old + 256, old + 70_000}) {
        Set<TileName> expected = new HashSet<>(TileName.ofTree(size));
        expected.removeAll(TileName.ofTree(old));
        assertThat(TileName.added(old, size))
            .as(old + " to " + size)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @Test
  void rootsAndProofsFromTilesAreThoseOfTheTree() {
    Map<Long, byte[]> stored = new HashMap<>();
    MerkleTree.StoredHashes hashes = position -> stored.getOrDefault(position, new byte[0]);
    GrowingTree tree = GrowingTree.resume(0, hashes);
    for (int i = 0; i < SIZE; i++) {
      tree.add(MerkleTree.leafHash(("leaf " + i).getBytes(UTF_8)), stored::put);
    }
    Map<TileName, byte[]> published = new HashMap<>();
    TileName.ofTree(SIZE).forEach(tile -> published.put(tile, Tiles.bytes(tile, hashes)));
    Tiles tiles = new Tiles(SIZE, tile -> published.getOrDefault(tile, new byte[0]));

    assertThat(MerkleTree.root(SIZE, tiles)).isEqualTo(tree.root());
    for (long index : new long[] {0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999}) {
      assertThat(InclusionProof.of(index, SIZE, tiles).path())
          .containsExactlyElementsOf(InclusionProof.of(index, SIZE, hashes).path());
    }
    for (long old : new long[] {1, 256, 257, 65_536, 65_537, 69_888, 69_999, SIZE}) {
      assertThat(ConsistencyProof.of(old, SIZE, tiles).path())
          .containsExactlyElementsOf(ConsistencyProof.of(old, SIZE, hashes).path());
    }
  }
}
