package org.fenceline.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.testing.ProjectFiles;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inclusion and consistency proofs, against published vectors and against their definition. */
class ProofTest {
  private static final int LARGEST_TREE = 300;
  private static final int LARGEST_TREE_TAMPERED = 33;
  private static final int LARGEST_EXPONENT = 40;
  private static final int PROPERTY_RUNS = 500;
  private static final Path RESOURCES =
      ProjectFiles.of("core/src/test/resources/org/fenceline/core/log");

  private final Map<Long, byte[]> stored = new HashMap<>();
  private final List<byte[]> leafHashes = new ArrayList<>();
  private final List<byte[]> roots = new ArrayList<>();

  @BeforeEach
  void growATree() {
    GrowingTree tree = GrowingTree.resume(0, this::hash);
    roots.add(tree.root());
    for (int i = 0; i < LARGEST_TREE; i++) {
      byte[] hash = MerkleTree.leafHash(("leaf " + i).getBytes(UTF_8));
      leafHashes.add(hash);
      tree.add(hash, stored::put);
      roots.add(tree.root());
    }
  }

  private byte[] hash(long position) {
    byte[] hash = stored.get(position);
    if (hash == null) {
      throw new AssertionError("no hash was stored at " + position);
    }
    return hash;
  }

  @Test
  void everyInclusionOfAllSizesIsProven() {
    int proofs = 0;
    for (int size = 1; size <= LARGEST_TREE; size++) {
      for (int index = 0; index < size; index++) {
        Reads reads = new Reads();
        InclusionProof proof = InclusionProof.of(index, size, reads);
        assertThat(proof.objection(leafHashes.get(index), roots.get(size))).isEmpty();
        assertThat(reads.count).isLessThanOrEqualTo(2 * (Integer.SIZE - leadingZeros(size)));
        proofs++;
      }
    }
    System.out.println("inclusion: " + proofs + " proofs of all sizes to " + LARGEST_TREE);
  }

  @Test
  void everyConsistencyOfAllSizesIsProven() {
    for (int size = 1; size <= LARGEST_TREE; size++) {
      for (int old = 1; old <= size; old++) {
        Reads reads = new Reads();
        ConsistencyProof proof = ConsistencyProof.of(old, size, reads);
        assertThat(proof.objection(roots.get(old), roots.get(size))).isEmpty();
        assertThat(reads.count).isLessThanOrEqualTo(2 * (Integer.SIZE - leadingZeros(size)) + 1);
      }
    }
  }

  private static int leadingZeros(int number) {
    return Integer.numberOfLeadingZeros(number);
  }

  private final class Reads implements MerkleTree.StoredHashes {
    private int count;

    @Override
    public byte[] at(long position) {
      count++;
      return hash(position);
    }
  }

  @Test
  void noTamperedInclusionProofHolds() {
    for (int size = 1; size <= LARGEST_TREE_TAMPERED; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof good = InclusionProof.of(index, size, this::hash);
        byte[] leaf = leafHashes.get(index);
        byte[] root = roots.get(size);
        for (List<byte[]> path : tampered(good.path())) {
          assertThat(new InclusionProof(index, size, path).objection(leaf, root)).isNotEmpty();
        }
        for (int other = 0; other < size; other++) {
          if (other != index) {
            assertThat(new InclusionProof(other, size, good.path()).objection(leaf, root))
                .isNotEmpty();
          }
        }
        assertThat(good.objection(flipped(leaf, 0), root)).isNotEmpty();
        assertThat(good.objection(leaf, flipped(root, 255))).isNotEmpty();
        assertThat(new InclusionProof(size, size, good.path()).objection(leaf, root)).isNotEmpty();
        assertThat(new InclusionProof(-1, size, good.path()).objection(leaf, root)).isNotEmpty();
      }
    }
  }

  @Test
  void noTamperedConsistencyProofHolds() {
    for (int size = 1; size <= LARGEST_TREE_TAMPERED; size++) {
      for (int old = 1; old <= size; old++) {
        ConsistencyProof good = ConsistencyProof.of(old, size, this::hash);
        byte[] oldRoot = roots.get(old);
        byte[] root = roots.get(size);
        for (List<byte[]> path : tampered(good.path())) {
          assertThat(new ConsistencyProof(old, size, path).objection(oldRoot, root)).isNotEmpty();
        }
        assertThat(good.objection(flipped(oldRoot, 7), root)).isNotEmpty();
        assertThat(good.objection(oldRoot, flipped(root, 7))).isNotEmpty();
        assertThat(new ConsistencyProof(0, size, good.path()).objection(oldRoot, root))
            .isNotEmpty();
        assertThat(new ConsistencyProof(size + 1, size, good.path()).objection(oldRoot, root))
            .isNotEmpty();
      }
    }
  }

  private static List<List<byte[]>> tampered(List<byte[]> path) {
    List<List<byte[]>> tampered = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      List<byte[]> flipped = new ArrayList<>(path);
      flipped.set(i, flipped(path.get(i), i));
      tampered.add(flipped);
      List<byte[]> shorter = new ArrayList<>(path);
      shorter.remove(i);
      tampered.add(shorter);
      List<byte[]> cut = new ArrayList<>(path);
      cut.set(i, java.util.Arrays.copyOf(path.get(i), 31));
      tampered.add(cut);
    }
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(new byte[32]);
    tampered.add(longer);
    return tampered;
  }

  private static byte[] flipped(byte[] hash, int bit) {
    byte[] other = hash.clone();
    other[bit / 8] ^= (byte) (1 << bit % 8);
    return other;
  }

  @Test
  void theEightLeavesProofsAreThePublishedOnes() throws Exception {
    Json.Obj vectors = read(RESOURCES.resolve("rfc6962-eight-leaves.json"));
    stored.clear();
    GrowingTree tree = GrowingTree.resume(0, this::hash);
    for (Json leaf : items(vectors, "leavesHex")) {
      tree.add(MerkleTree.leafHash(HexFormat.of().parseHex(((Json.Str) leaf).text())), stored::put);
    }
    int compared = 0;
    for (Json item : items(vectors, "inclusion")) {
      Json.Obj vector = (Json.Obj) item;
      assertThat(
              hex(
                  InclusionProof.of(
                          number(vector, "leafIndex"), number(vector, "treeSize"), this::hash)
                      .path()))
          .isEqualTo(items(vector, "proofHex").stream().map(h -> ((Json.Str) h).text()).toList());
      compared++;
    }
    for (Json item : items(vectors, "consistency")) {
      Json.Obj vector = (Json.Obj) item;
      assertThat(
              hex(
                  ConsistencyProof.of(number(vector, "size1"), number(vector, "size2"), this::hash)
                      .path()))
          .isEqualTo(items(vector, "proofHex").stream().map(h -> ((Json.Str) h).text()).toList());
      compared++;
    }
    assertThat(compared).isEqualTo(36 + 36);
  }

  @Test
  void theVerdictsOnPublishedVectorsAreTheirs() throws Exception {
    int inclusions = 0;
    int consistencies = 0;
    for (Path file : vectors("inclusion")) {
      Json.Obj vector = read(file);
      boolean holds =
          new InclusionProof(
                  number(vector, "leafIdx"), number(vector, "treeSize"), base64s(vector, "proof"))
              .objection(base64(vector, "leafHash"), base64(vector, "root"))
              .isEmpty();
      assertThat(holds).as(file.toString()).isNotEqualTo(isWrong(vector));
      inclusions++;
    }
    for (Path file : vectors("consistency")) {
      Json.Obj vector = read(file);
      boolean holds =
          new ConsistencyProof(
                  number(vector, "size1"), number(vector, "size2"), base64s(vector, "proof"))
              .objection(base64(vector, "root1"), base64(vector, "root2"))
              .isEmpty();
      assertThat(holds).as(file.toString()).isNotEqualTo(isWrong(vector));
      consistencies++;
    }
    assertThat(inclusions).isEqualTo(98);
    assertThat(consistencies).isEqualTo(98);
  }

  @Test
  void proofsOfTreesUpToTwoToTheFortyAreThoseOfTheDefinition() {
    FourConstants tree = new FourConstants();
    Property.check(
        "proofs in huge trees",
        PROPERTY_RUNS,
        random -> {
          long size = size(random);
          byte[] root = tree.naive(0, size);
          assertThat(MerkleTree.root(size, tree::stored)).isEqualTo(root);

          long index = random.nextLong(size);
          InclusionProof inclusion = InclusionProof.of(index, size, tree::stored);
          assertThat(hex(inclusion.path())).isEqualTo(hex(tree.path(index, 0, size)));
          assertThat(inclusion.objection(tree.naive(index, 1), root)).isEmpty();

          long old = random.nextLong(size) + 1;
          ConsistencyProof consistency = ConsistencyProof.of(old, size, tree::stored);
          assertThat(hex(consistency.path())).isEqualTo(hex(tree.subProof(old, 0, size, true)));
          assertThat(consistency.objection(tree.naive(0, old), root)).isEmpty();
        });
  }

  private static long size(SplittableRandom random) {
    long power = 1L << random.nextInt(1, LARGEST_EXPONENT + 1);
    return switch (random.nextInt(4)) {
      case 0 -> power;
      case 1 -> power - 1;
      case 2 -> Math.min(power + 1, 1L << LARGEST_EXPONENT);
      default -> random.nextLong(power) + 1;
    };
  }

  /** A tree whose leaf i is one of four constants by i mod 4, so that few hashes are different. */
  private static final class FourConstants {
    private final Map<String, byte[]> memory = new HashMap<>();

    byte[] stored(long position) {
      int level = NodePosition.level(position);
      long count = 1L << level;
      return naive(NodePosition.index(position) * count, count);
    }

    /** MTH of RFC 6962, section 2.1. */
    byte[] naive(long start, long count) {
      String key = start % 4 + "/" + count;
      byte[] known = memory.get(key);
      if (known == null) {
        long half = Long.highestOneBit(count - 1);
        known =
            count == 1
                ? MerkleTree.leafHash(new byte[] {(byte) (start % 4)})
                : MerkleTree.nodeHash(naive(start, half), naive(start + half, count - half));
        memory.put(key, known);
      }
      return known;
    }

    /** PATH of RFC 6962, section 2.1.1. */
    List<byte[]> path(long index, long start, long count) {
      if (count == 1) {
        return List.of();
      }
      long half = Long.highestOneBit(count - 1);
      boolean left = index < half;
      List<byte[]> path =
          new ArrayList<>(
              left ? path(index, start, half) : path(index - half, start + half, count - half));
      path.add(left ? naive(start + half, count - half) : naive(start, half));
      return path;
    }

    /** SUBPROOF of RFC 6962, section 2.1.2. */
    List<byte[]> subProof(long old, long start, long count, boolean whole) {
      if (old == count) {
        return whole ? List.of() : List.of(naive(start, count));
      }
      long half = Long.highestOneBit(count - 1);
      boolean left = old <= half;
      List<byte[]> proof =
          new ArrayList<>(
              left
                  ? subProof(old, start, half, whole)
                  : subProof(old - half, start + half, count - half, false));
      proof.add(left ? naive(start + half, count - half) : naive(start, half));
      return proof;
    }
  }

  private static List<Path> vectors(String folder) throws IOException {
    try (Stream<Path> files =
        Files.walk(RESOURCES.resolve("transparency-dev-merkle").resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static Json.Obj read(Path file) throws Exception {
    // Our reader refuses the vectors' unsigned 64-bit numbers, so they are quoted first.
    return (Json.Obj)
        JsonReader.readValue(Files.readString(file).replaceAll(": ([0-9]{16,})", ": \"$1\""));
  }

  private static List<Json> items(Json.Obj object, String member) {
    return ((Json.Arr) object.get(member).orElseThrow()).items();
  }

  private static long number(Json.Obj object, String member) {
    return switch (object.get(member).orElseThrow()) {
      case Json.Int integer -> integer.number();
      // Unsigned in the vectors: what does not fit is negative here, and no more a place.
      case Json.Str quoted -> new BigInteger(quoted.text()).longValue();
      case Json other -> throw new AssertionError(member + " is no number: " + other);
    };
  }

  private static boolean isWrong(Json.Obj vector) {
    return vector.get("wantErr").orElseThrow().equals(new Json.Bool(true));
  }

  private static byte[] base64(Json.Obj object, String member) {
    return object.get(member).orElseThrow() instanceof Json.Str text
        ? Base64.getDecoder().decode(text.text())
        : new byte[0];
  }

  private static List<byte[]> base64s(Json.Obj object, String member) {
    return object.get(member).orElseThrow() instanceof Json.Arr array
        ? array.items().stream()
            .map(item -> Base64.getDecoder().decode(((Json.Str) item).text()))
            .toList()
        : List.of();
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(hash -> HexFormat.of().formatHex(hash)).toList();
  }
}
