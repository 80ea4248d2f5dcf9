package org.fenceline.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** The tree of RFC 6962, against its published vectors and against its definition. */
class MerkleTreeTest {
  private static final int PROPERTY_RUNS = 20;
  private static final int LARGEST_TREE = 300;

  private final Map<Long, byte[]> stored = new HashMap<>();

  private byte[] at(long position) {
    return Optional.ofNullable(stored.get(position))
        .orElseThrow(() -> new AssertionError("no hash was stored at " + position));
  }

  private void store(long position, byte[] hash) {
    assertThat(stored.put(position, hash)).as("a stored hash is never written again").isNull();
  }

  @Test
  void rootsOfAllSizesAreThoseOfThePublishedVectors() throws Exception {
    Json.Obj vectors;
    try (InputStream in = getClass().getResourceAsStream("rfc6962-eight-leaves.json")) {
      assertThat(in).isNotNull();
      vectors = (Json.Obj) JsonReader.readValue(new String(in.readAllBytes(), UTF_8));
    }
    List<String> leaves = texts(vectors, "leavesHex");
    List<String> leafHashes = texts(vectors, "leafHashesHex");
    GrowingTree tree = GrowingTree.resume(0, this::at);
    List<String> roots = new ArrayList<>();
    roots.add(hex(tree.root()));
    for (int i = 0; i < leaves.size(); i++) {
      byte[] hash = MerkleTree.leafHash(HexFormat.of().parseHex(leaves.get(i)));
      assertThat(hex(hash)).isEqualTo(leafHashes.get(i));
      tree.add(hash, this::store);
      roots.add(hex(tree.root()));
    }
    assertThat(roots).isEqualTo(texts(vectors, "rootsHexBySize"));
  }

  @Test
  void theRootOfEverySizeIsThatOfTheDefinition() {
    List<byte[]> leafHashes = new ArrayList<>();
    GrowingTree tree = GrowingTree.resume(0, this::at);
    for (int size = 0; size <= LARGEST_TREE; size++) {
      assertThat(hex(tree.root())).isEqualTo(hex(byDefinition(leafHashes)));
      byte[] hash = MerkleTree.leafHash(("leaf " + size).getBytes(UTF_8));
      leafHashes.add(hash);
      tree.add(hash, this::store);
    }
    for (int size = 0; size <= LARGEST_TREE; size++) {
      assertThat(hex(MerkleTree.root(size, this::at)))
          .isEqualTo(hex(byDefinition(leafHashes.subList(0, size))));
    }
  }

  @Test
  void aTreeThatIsTakenUpAgainGrowsAsIfItHadNeverStopped() {
    Property.check(
        "a tree taken up anywhere grows the same",
        PROPERTY_RUNS,
        random -> {
          stored.clear();
          int size = random.nextInt(LARGEST_TREE);
          GrowingTree whole = GrowingTree.resume(0, this::at);
          for (int i = 0; i < size; i++) {
            whole.add(MerkleTree.leafHash(new byte[] {(byte) i, (byte) (i >> 8)}), this::store);
          }
          GrowingTree again = GrowingTree.resume(size, this::at);
          byte[] next = MerkleTree.leafHash("next".getBytes(UTF_8));
          again.add(next, (_, _) -> {});
          whole.add(next, (_, _) -> {});
          assertThat(again.root()).isEqualTo(whole.root());
        });
  }

  // RFC 6962, section 2.1, as it stands: split at the largest power of two smaller than n.
  private static byte[] byDefinition(List<byte[]> leafHashes) {
    if (leafHashes.isEmpty()) {
      return org.fenceline.core.entry.value.Sha256.digest().digest();
    }
    if (leafHashes.size() == 1) {
      return leafHashes.getFirst();
    }
    int split = Integer.highestOneBit(leafHashes.size() - 1);
    return MerkleTree.nodeHash(
        byDefinition(leafHashes.subList(0, split)),
        byDefinition(leafHashes.subList(split, leafHashes.size())));
  }

  private static List<String> texts(Json.Obj object, String member) {
    Json.Arr array = (Json.Arr) object.get(member).orElseThrow();
    return array.items().stream().map(item -> ((Json.Str) item).text()).toList();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
