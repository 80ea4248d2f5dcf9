package org.fenceline.cli.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.body.SealingPolicy.Recipient;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.land.mined.MinePosition;
import org.fenceline.core.land.mined.PositionCount;
import org.fenceline.exchange.age.AgeSealer;
import org.fenceline.store.Ciphertext;

/**
 * Seals positions of fields to the recipients of a policy, and writes what is counted among them
 * into the fields' records. Safe for use by several threads.
 */
public final class FieldSealing {
  private final EntryRef policy;
  private final AgeSealer sealer;

  /**
   * Sealed positions, and the record that carries them.
   *
   * @param field the record with their address and counts
   * @param ciphertext the positions, encrypted
   */
  public record Sealed(MinefieldRecord field, Ciphertext ciphertext) {}

  /** Sealing under a policy that counts. */
  FieldSealing(Logged policy) {
    this(policy.ref(), Sealing.recipients(policy, Attachment.Kind.POSITIONS));
  }

  /** Sealing under a policy that counts, to those of its recipients who open positions. */
  public FieldSealing(EntryRef policy, List<Recipient> recipients) {
    this.policy = policy;
    this.sealer = new AgeSealer(recipients.stream().map(Recipient::key).toList());
  }

  /**
   * Seals the positions of a field.
   *
   * @param mines where its mines lie
   * @param text the same as a file
   */
  public Sealed seal(MinefieldRecord field, List<MinePosition> mines, String text) {
    SealedPositions counted = PositionCount.against(field).of(mines, policy);
    Ciphertext ciphertext = new Ciphertext(sealer.encrypt(text.getBytes(UTF_8)));
    Attachment attachment = new Attachment(ciphertext.address(), Attachment.Kind.POSITIONS);
    return new Sealed(field.withPositions(attachment, counted), ciphertext);
  }
}
