package org.fenceline.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fenceline.core.entry.Entry;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.SealingPolicy;
import org.fenceline.core.entry.body.SealingPolicy.Recipient;
import org.fenceline.core.entry.body.SealingPolicy.Role;
import org.fenceline.core.entry.body.SealingPolicy.Split;
import org.fenceline.core.entry.value.AgeRecipient;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.When;
import org.junit.jupiter.api.Test;

/** Who may open what in the course of the work. */
class SealingPoliciesTest {
  private static final Optional<Split> WHOLE = Optional.empty();

  private static AgeRecipient key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return new AgeRecipient(Bech32.getEncoder().encode("age", bytes).toString());
  }

  private static Recipient recipient(int number, Role role, Attachment.Kind... kinds) {
    return new Recipient(new Name("office-" + number), role, key(number), List.of(kinds), WHOLE);
  }

  private static Logged logged(long leaf, String recordedAt, SealingPolicy policy) {
    Fact fact =
        new Fact(
            new EntryId(new UUID(9, leaf)),
            false,
            new When.Unknown(),
            Optional.empty(),
            Disclosure.RESTRICTED,
            List.of(),
            Optional.empty(),
            policy);
    Instant at = Instant.parse(recordedAt);
    return new Logged(
        leaf,
        new Entry(fact, at, PersonId.parse("fenceline.example/pol/a")),
        new EntryText(Kinds.ALL).contentHash(fact),
        at);
  }

  private static SealingPolicy policy(String name, Recipient... recipients) {
    return new SealingPolicy(new Name(name), List.of(recipients));
  }

  @Test
  void ofPoliciesOfOneNameTheNewestCounts() {
    Recipient old = recipient(1, Role.CUSTODIAN, Attachment.Kind.PERSONAL);
    Recipient fresh = recipient(2, Role.CUSTODIAN, Attachment.Kind.PERSONAL);
    SealingPolicies policies =
        SealingPolicies.of(
            List.of(
                logged(0, "2026-05-01T00:00:00Z", policy("p", fresh)),
                logged(1, "2026-04-01T00:00:00Z", policy("p", old)),
                logged(2, "2026-06-01T00:00:00Z", policy("q", old))));
    assertThat(policies.find(new Name("p")).orElseThrow().leafIndex()).isZero();
    assertThat(policies.find(new Name("r"))).isEmpty();
    Optional<Name> p = Optional.of(new Name("p"));
    assertThat(policies.isCustodian(key(2), Attachment.Kind.PERSONAL, p)).isTrue();
    assertThat(policies.isCustodian(key(1), Attachment.Kind.PERSONAL, p)).isFalse();
    assertThat(policies.isCustodian(key(1), Attachment.Kind.PERSONAL, Optional.empty()))
        .as("what came sealed opens for a custodian of any policy")
        .isTrue();
    assertThat(policies.isCustodian(key(2), Attachment.Kind.PHOTOGRAPH, p)).isFalse();
  }

  @Test
  void anEscrowKeyIsNoCustodians() {
    SealingPolicy policy =
        policy(
            "p",
            recipient(1, Role.CUSTODIAN),
            recipient(2, Role.CUSTODIAN),
            recipient(3, Role.ESCROW));
    assertThat(policy.recipientsOf(Attachment.Kind.POSITIONS)).hasSize(3);
    assertThat(policy.isCustodian(key(1), Attachment.Kind.POSITIONS)).isTrue();
    assertThat(policy.isCustodian(key(3), Attachment.Kind.POSITIONS)).isFalse();
  }

  @Test
  void positionsNeedTwoCustodiansAndNothingIsLeftToEscrowAlone() {
    assertThatThrownBy(() -> policy("p", recipient(1, Role.CUSTODIAN), recipient(2, Role.ESCROW)))
        .hasMessageContaining("positions would have 1 of the 2 custodians");
    assertThatThrownBy(() -> policy("p", recipient(1, Role.ESCROW, Attachment.Kind.PHOTOGRAPH)))
        .hasMessageContaining("photographs would have 0 of the 1 custodians");
    policy("p", recipient(1, Role.CUSTODIAN, Attachment.Kind.PHOTOGRAPH));
  }

  @Test
  void aPolicyNamesEachKeyAndHolderOnceAndSplitsEscrowKeysOnly() {
    Recipient one = recipient(1, Role.CUSTODIAN, Attachment.Kind.PERSONAL);
    assertThatThrownBy(() -> policy("p", one, one)).hasMessageContaining("stands twice");
    Recipient renamed = new Recipient(new Name("x"), one.role(), one.key(), one.kinds(), WHOLE);
    assertThatThrownBy(() -> policy("p", one, renamed)).hasMessageContaining("stands twice");
    assertThatThrownBy(() ->
            new Recipient(
                one.name(), Role.CUSTODIAN, one.key(), one.kinds(), Optional.of(new Split(5, 3))))
        .hasMessageContaining("only an escrow key");
    assertThatThrownBy(() -> policy("p")).hasMessageContaining("recipients");
  }
}
