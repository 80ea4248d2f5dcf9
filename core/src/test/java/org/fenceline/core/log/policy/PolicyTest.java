package org.fenceline.core.log.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.ConsistencyProof;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.junit.jupiter.api.Test;

/** Policies, and what a witness decides. */
class PolicyTest {
  private static final String ORIGIN = "fenceline.example/pol";
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final SecureRandom random = new SecureRandom();
  private final SigningKey log = key(ORIGIN, KeyType.ED25519);
  private final SigningKey a = key("a.example", KeyType.ED25519_COSIGNATURE);
  private final SigningKey b = key("b.example", KeyType.ML_DSA_44_COSIGNATURE);
  private final SigningKey c = key("c.example", KeyType.ED25519_COSIGNATURE);

  private SigningKey key(String name, KeyType type) {
    try {
      return SigningKey.generate(name, type, random);
    } catch (MalformedInput e) {
      throw new AssertionError(e);
    }
  }

  private String witnesses() {
    return "log %s https://log.example\nwitness a %s\nwitness b %s https://b.example\nwitness c %s\n"
        .formatted(log.verifier(), a.verifier(), b.verifier(), c.verifier());
  }

  @Test
  void quorumsAreCounted() throws Exception {
    Policy policy =
        PolicyText.parse(
            "# who must have seen it\n" + witnesses() + "group some 2 a b c\nquorum some\n");
    assertThat(policy.isMetBy(List.of(a.verifier()))).isFalse();
    assertThat(policy.isMetBy(List.of(a.verifier(), a.verifier()))).isFalse();
    assertThat(policy.isMetBy(List.of(a.verifier(), c.verifier()))).isTrue();
    Policy nested =
        PolicyText.parse(witnesses() + "group any1 any a b\ngroup both all any1 c\nquorum both\n");
    assertThat(nested.isMetBy(List.of(a.verifier(), b.verifier()))).isFalse();
    assertThat(nested.isMetBy(List.of(b.verifier(), c.verifier()))).isTrue();
    assertThat(nested.logKeys(ORIGIN)).containsExactly(log.verifier());
    assertThat(nested.logKeys("other.example/log")).isEmpty();
    assertThat(PolicyText.parse(witnesses() + "quorum none\n").isMetBy(List.of())).isTrue();
  }

  @Test
  void policiesThatCannotStandAreRefusedWithTheirLine() {
    Map<String, String> wrong = new HashMap<>();
    wrong.put(witnesses(), "no quorum");
    wrong.put(witnesses() + "quorum none\nquorum none\n", "line 6");
    wrong.put(witnesses() + "quorum d\n", "\"d\" is not the name");
    wrong.put(witnesses() + "group g 4 a b c\nquorum g\n", "4 of 3");
    wrong.put(witnesses() + "group g 0 a b c\nquorum g\n", "\"0\"");
    wrong.put(witnesses() + "group g 1 a a\nquorum g\n", "twice");
    wrong.put(witnesses() + "witness d " + a.verifier() + "\nquorum none\n", "twice");
    wrong.put(witnesses() + "witness a " + log.verifier() + "\nquorum none\n", "twice");
    wrong.put(witnesses() + "group none any a\nquorum none\n", "taken");
    wrong.put("group g any later\n" + witnesses() + "quorum g\n", "line 1");
    wrong.put("logs x\nquorum none\n", "not one of");
    wrong.put("log x\nquorum none\n", "no verifier key");
    wrong.forEach((text, message) ->
        assertThatThrownBy(() -> PolicyText.parse(text))
            .as(text)
            .isInstanceOf(MalformedInput.class)
            .hasMessageContaining(message));
  }

  @Test
  void aWitnessCosignsOnlyWhatExtendsWhatItHolds() throws Exception {
    Map<Long, byte[]> stored = new HashMap<>();
    MerkleTree.StoredHashes hashes = position -> stored.getOrDefault(position, new byte[0]);
    GrowingTree tree = GrowingTree.resume(0, hashes);
    for (int i = 0; i < 12; i++) {
      tree.add(MerkleTree.leafHash(("leaf " + i).getBytes(UTF_8)), stored::put);
    }
    Checkpoint seven = checkpoint(7, hashes);
    Checkpoint twelve = checkpoint(12, hashes);
    Checkpoint forged = new Checkpoint(ORIGIN, 12, Sha256.of("forged".getBytes(UTF_8)));
    List<byte[]> path = ConsistencyProof.of(7, 12, hashes).path();

    assertThat(decide(0, List.of(), seven, Optional.empty()))
        .isEqualTo(new WitnessDecision.Cosign(seven));
    assertThat(decide(7, path, twelve, Optional.of(seven)))
        .isEqualTo(new WitnessDecision.Cosign(twelve));
    assertThat(decide(7, List.of(), seven, Optional.of(seven)))
        .isEqualTo(new WitnessDecision.Cosign(seven));
    assertThat(decide(0, List.of(), twelve, Optional.of(seven)))
        .isEqualTo(new WitnessDecision.OtherSize(7));
    assertThat(decide(7, path, forged, Optional.of(seven)))
        .isInstanceOf(WitnessDecision.Inconsistent.class);
    assertThat(decide(12, List.of(), forged, Optional.of(twelve)))
        .isInstanceOf(WitnessDecision.Inconsistent.class);
    assertThat(decide(12, List.of(), seven, Optional.of(twelve)))
        .isInstanceOf(WitnessDecision.Senseless.class);
    assertThat(decide(0, path, seven, Optional.empty()))
        .isInstanceOf(WitnessDecision.Inconsistent.class);

    SignedNote bySomebodyElse =
        SignedNote.unsigned(seven.text()).with(List.of(a.sign(seven.text(), NOW)));
    AddCheckpoint request = AddCheckpoint.of(0, List.of(), bySomebodyElse);
    assertThat(WitnessDecision.on(request, List.of(log.verifier()), Optional.empty()))
        .isInstanceOf(WitnessDecision.NotSigned.class);
    assertThat(WitnessDecision.on(request, List.of(), Optional.empty()))
        .isInstanceOf(WitnessDecision.UnknownLog.class);
  }

  private static Checkpoint checkpoint(long size, MerkleTree.StoredHashes hashes) {
    return new Checkpoint(ORIGIN, size, Sha256.ofBytes(MerkleTree.root(size, hashes)));
  }

  private WitnessDecision decide(
      long old, List<byte[]> path, Checkpoint offered, Optional<Checkpoint> held)
      throws MalformedInput {
    SignedNote note =
        SignedNote.unsigned(offered.text()).with(List.of(log.sign(offered.text(), NOW)));
    AddCheckpoint request = AddCheckpoint.parse(AddCheckpoint.of(old, path, note).toString());
    return WitnessDecision.on(request, List.of(log.verifier()), held);
  }

  @Test
  void requestsThatAreNoneAreRefused() throws Exception {
    SignedNote note = SignedNote.unsigned("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    for (String request :
        List.of(
            "old 1\n",
            "old 01\n\n" + note,
            "old -1\n\n" + note,
            "new 1\n\n" + note,
            "old 1\nnot base64\n\n" + note,
            "old 1\n" + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".repeat(64) + "\n" + note,
            "x".repeat(AddCheckpoint.LONGEST + 1))) {
      assertThatThrownBy(() -> AddCheckpoint.parse(request)).isInstanceOf(MalformedInput.class);
    }
  }
}
