package org.fenceline.core.log.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.core.log.policy.PolicyText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proof files: what they prove, and that nothing forged is taken. */
class ProofFileTest {
  private static final String ORIGIN = "fenceline.example/pol";
  private static final Instant SEEN = Instant.parse("2026-11-25T10:00:00Z");
  private static final int SIZE = 9;

  private final SecureRandom random = new SecureRandom();
  private final Map<Long, byte[]> stored = new HashMap<>();
  private final MerkleTree.StoredHashes hashes =
      position -> stored.getOrDefault(position, new byte[0]);
  private SigningKey log;
  private SigningKey witness;
  private Policy policy;
  private SignedNote note;

  ProofFileTest() throws MalformedInput {
    log = SigningKey.generate(ORIGIN, KeyType.ED25519, random);
    witness = SigningKey.generate("w.example", KeyType.ED25519_COSIGNATURE, random);
    policy =
        PolicyText.parse(
            "log " + log.verifier() + "\nwitness w " + witness.verifier() + "\nquorum w\n");
    note = SignedNote.unsigned("");
  }

  private static byte[] leaf(int index) {
    return ("leaf " + index).getBytes(UTF_8);
  }

  @BeforeEach
  void signATree() throws MalformedInput {
    GrowingTree tree = GrowingTree.resume(0, hashes);
    for (int i = 0; i < SIZE; i++) {
      tree.add(MerkleTree.leafHash(leaf(i)), stored::put);
    }
    String text = new Checkpoint(ORIGIN, SIZE, Sha256.ofBytes(tree.root())).text();
    note = SignedNote.unsigned(text).with(List.of(log.sign(text, SEEN), witness.sign(text, SEEN)));
  }

  private ProofFile proof(int index) throws MalformedInput {
    return ProofFile.of("extra".getBytes(UTF_8), InclusionProof.of(index, SIZE, hashes), note);
  }

  @Test
  void everyLeafIsProvenAndReadsBack() throws Exception {
    for (int i = 0; i < SIZE; i++) {
      ProofFile file = ProofFile.parse(proof(i).toString());
      assertThat(file).hasToString(proof(i).toString());
      Proven proven = Proven.leaf(leaf(i), file, policy);
      assertThat(proven.newestWitnessTime()).contains(SEEN);
      assertThat(proven.checkpoint().size()).isEqualTo(SIZE);
    }
  }

  @Test
  void anotherLeafIsNotProven() throws Exception {
    assertThatThrownBy(() -> Proven.leaf(leaf(3), proof(4), policy))
        .hasMessageContaining("not in the log at leaf 4");
  }

  @Test
  void aSwappedKeyIsNotTaken() throws Exception {
    SigningKey other = SigningKey.generate(ORIGIN, KeyType.ED25519, random);
    Policy wrong =
        PolicyText.parse(
            "log " + other.verifier() + "\nwitness w " + witness.verifier() + "\nquorum w\n");
    assertThatThrownBy(() -> Proven.leaf(leaf(1), proof(1), wrong))
        .hasMessageContaining("no key of " + ORIGIN);
    Policy unknown = PolicyText.parse("quorum none\n");
    assertThatThrownBy(() -> Proven.leaf(leaf(1), proof(1), unknown))
        .hasMessageContaining("knows no log");
  }

  @Test
  void withoutItsWitnessesNothingIsProven() throws Exception {
    SignedNote alone = SignedNote.unsigned(note.text()).with(List.of(note.signatures().getFirst()));
    ProofFile file = ProofFile.of(new byte[0], InclusionProof.of(1, SIZE, hashes), alone);
    assertThatThrownBy(() -> Proven.leaf(leaf(1), file, policy))
        .hasMessageContaining("too few witnesses");
  }

  @Test
  void everyChangedCharacterIsSeen() throws Exception {
    String good = proof(4).toString();
    int extraEnds = good.indexOf("index ");
    int changes = 0;
    for (int i = 0; i < good.length(); i += 1) {
      boolean unauthenticated = i >= good.indexOf("extra ") && i < extraEnds;
      if (unauthenticated) {
        continue;
      }
      char other = good.charAt(i) == 'A' ? 'B' : 'A';
      String changed = good.substring(0, i) + other + good.substring(i + 1);
      assertThatThrownBy(() -> Proven.leaf(leaf(4), ProofFile.parse(changed), policy))
          .as("character " + i)
          .isInstanceOf(MalformedInput.class);
      changes++;
    }
    assertThat(changes).isGreaterThan(500);
  }

  @Test
  void oversizedFieldsAreRefused() throws Exception {
    String good = proof(4).toString();
    String hash = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    assertThatThrownBy(
            () -> ProofFile.parse(good.replace("index 4\n", "index 4\n" + hash.repeat(64))))
        .hasMessageContaining("more than 63 hashes");
    assertThatThrownBy(() -> ProofFile.parse(good.replace("index 4", "index 04")))
        .hasMessageContaining("index NUMBER");
    assertThatThrownBy(() -> ProofFile.parse("x".repeat(ProofFile.LONGEST + 1)))
        .hasMessageContaining("longer than");
    String huge = "A".repeat((ProofFile.MOST_EXTRA_BYTES / 3 + 2) * 4);
    assertThatThrownBy(() -> ProofFile.parse(good.replaceFirst("extra [^\n]*", "extra " + huge)))
        .hasMessageContaining("longer than");
  }
}
