package org.fenceline.cli.seal;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.SealingPolicy;
import org.fenceline.core.entry.body.SealingPolicy.Recipient;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.land.exercise.ExerciseGround;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.sealing.SealingPolicies;
import org.fenceline.store.AttachmentState;
import org.fenceline.store.Ciphertext;
import org.fenceline.store.Identity;
import org.fenceline.store.Reading;

/** What the commands of sealing share. */
final class Sealing {
  private Sealing() {}

  /** The policies that count now. */
  static SealingPolicies policies(Reading reading, Surroundings surroundings) {
    AsOf now =
        new AsOf(surroundings.today(), Instant.MAX, AsOf.Clock.RECORDED, AsOf.Basis.ENDORSED);
    return SealingPolicies.of(reading.standingOfKind(now, "sealing-policy"));
  }

  /** The entry of the sealing policy that a user named. */
  static Logged policy(Reading reading, Surroundings surroundings, String named) {
    Name name;
    try {
      name = new Name(named);
    } catch (IllegalArgumentException e) {
      RefusedRequest refused =
          refused("seal.policy", "--policy", String.valueOf(e.getMessage()), "");
      refused.initCause(e);
      throw refused;
    }
    return policies(reading, surroundings)
        .find(name)
        .orElseThrow(() -> {
          List<Logged> waiting =
              reading.ofKind("sealing-policy").stream()
                  .filter(entry ->
                      entry.body() instanceof SealingPolicy there && there.policy().equals(name))
                  .toList();
          return waiting.isEmpty()
              ? refused(
                  "seal.policy",
                  "--policy",
                  "there is no sealing policy " + name,
                  "record one: fenceline record sealing-policy FILE")
              : refused(
                  "seal.policy",
                  "--policy",
                  "no second person endorsed the sealing policy " + name,
                  "fenceline endorse " + waiting.getLast().id());
        });
  }

  /** Who opens attachments of a kind that are sealed under a policy; it names somebody. */
  static List<Recipient> recipients(Logged policy, Attachment.Kind kind) {
    List<Recipient> recipients = SealingPolicies.policy(policy).recipientsOf(kind);
    if (recipients.isEmpty()) {
      throw refused(
          "seal.policy",
          "--policy",
          "the policy "
              + SealingPolicies.policy(policy).policy()
              + " names nobody for the kind "
              + kind.word(),
          "use another policy, or correct it and have it endorsed");
    }
    return recipients;
  }

  /** The ground on which exact positions of a register may lie. */
  static Predicate<Position> ground(Identity identity) {
    return identity.exercise() ? ExerciseGround::contains : _ -> true;
  }

  /** The attachment that a user named. */
  static AttachmentState attachment(Reading reading, String address) {
    Sha256 parsed;
    try {
      parsed = Sha256.parse(address);
    } catch (IllegalArgumentException e) {
      RefusedRequest refused =
          refused("seal.unknown", "ADDRESS", String.valueOf(e.getMessage()), "");
      refused.initCause(e);
      throw refused;
    }
    return reading
        .attachment(parsed)
        .orElseThrow(() ->
            refused(
                "seal.unknown",
                "ADDRESS",
                "no entry carries an attachment " + parsed,
                "list them with: fenceline seal list"));
  }

  /** An attachment as it was encrypted. */
  static Ciphertext ciphertext(Reading reading, AttachmentState state) {
    return switch (state.status()) {
      case PRESENT -> reading.ciphertext(state.attachment().address()).orElseThrow();
      case ERASED ->
          throw refused(
              "seal.erased",
              "ADDRESS",
              "the attachment was erased",
              "look at who erased it, and why: fenceline seal list");
      case NOT_HERE ->
          throw refused(
              "seal.attachment",
              "ADDRESS",
              "the attachment is not here",
              "fetch it from a register that has it");
    };
  }

  /** A kind as a user wrote it. */
  static Attachment.Kind kind(String word) {
    for (Attachment.Kind kind : Attachment.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw refused(
        "seal.kind",
        "--kind",
        "\"" + word + "\" is not a kind of attachment",
        "write one of personal, positions, photograph");
  }

  static RefusedRequest refused(String code, String field, String message, String mend) {
    return new RefusedRequest(new Problem(code, Place.ofField(field), message, mend));
  }
}
