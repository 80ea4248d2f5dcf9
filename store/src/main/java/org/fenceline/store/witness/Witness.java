package org.fenceline.store.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.NoteSignature;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.AddCheckpoint;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.core.log.policy.WitnessDecision;

/** Cosigns checkpoints of the logs that it knows. */
public final class Witness {
  static final List<KeyType> KEY_TYPES =
      List.of(KeyType.ED25519_COSIGNATURE, KeyType.ML_DSA_44_COSIGNATURE);

  private final WitnessFolder folder;
  private final Policy logs;
  private final List<SigningKey> keys;
  private final InstantSource clock;

  /**
   * A witness.
   *
   * @param logs whose logs it knows, by their keys
   * @param clock tells the time that cosignatures carry
   */
  public Witness(WitnessFolder folder, Policy logs, InstantSource clock) {
    this.folder = folder;
    this.logs = logs;
    this.keys = folder.keys();
    this.clock = clock;
  }

  /**
   * What a witness answers.
   *
   * @param decision why
   * @param cosignatures one by each of its keys; empty unless it cosigned
   */
  public record Answer(WitnessDecision decision, List<NoteSignature> cosignatures) {
    public Answer {
      cosignatures = List.copyOf(cosignatures);
    }
  }

  /** Its public keys. */
  public List<VerifierKey> verifiers() {
    return keys.stream().map(SigningKey::verifier).toList();
  }

  /** Decides, keeps and cosigns, in one step that no other request comes between. */
  public Answer answer(AddCheckpoint request) {
    return folder.alone(() -> {
      String origin = request.checkpoint().origin();
      WitnessDecision decision =
          WitnessDecision.on(
              request, logs.logKeys(origin), held(hash(origin)).map(Witness::checkpoint));
      return decision instanceof WitnessDecision.Cosign
          ? new Answer(decision, cosigned(request.note()))
          : new Answer(decision, List.of());
    });
  }

  /**
   * The largest checkpoint of a log that it has cosigned.
   *
   * @param originHash SHA-256 of the log's origin
   */
  public Optional<SignedNote> held(Sha256 originHash) {
    return folder.held(originHash);
  }

  private static Sha256 hash(String origin) {
    return Sha256.of(origin.getBytes(UTF_8));
  }

  private static Checkpoint checkpoint(SignedNote held) {
    try {
      return Checkpoint.parse(held.text());
    } catch (MalformedInput e) {
      throw new IllegalStateException("what was cosigned is a checkpoint", e);
    }
  }

  private List<NoteSignature> cosigned(SignedNote note) {
    // On disk before a cosignature leaves: what is not kept could be contradicted later.
    String origin = checkpoint(note).origin();
    folder.advance(hash(origin), note.onlyBy(logs.logKeys(origin)));
    List<NoteSignature> cosignatures = new ArrayList<>();
    try {
      for (SigningKey key : keys) {
        cosignatures.add(key.sign(note.text(), clock.instant()));
      }
    } catch (MalformedInput e) {
      throw new IllegalStateException("a checkpoint is a checkpoint", e);
    }
    return cosignatures;
  }
}
