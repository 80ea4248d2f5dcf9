package org.fenceline.core.sealing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.SealingPolicy;
import org.fenceline.core.entry.value.AgeRecipient;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Name;

/**
 * The sealing policies that count: of one name the newest by {@code recordedAt}, ties going to the
 * larger content hash, among those that stand endorsed.
 */
public final class SealingPolicies {
  private final Map<Name, Logged> byName = new LinkedHashMap<>();

  private SealingPolicies() {}

  /**
   * The policies among entries.
   *
   * @param endorsed entries that stand by the basis ENDORSED
   */
  public static SealingPolicies of(List<Logged> endorsed) {
    SealingPolicies policies = new SealingPolicies();
    endorsed.stream()
        .filter(entry -> entry.body() instanceof SealingPolicy)
        .sorted(
            Comparator.comparing((Logged entry) -> entry.entry().recordedAt())
                .thenComparing(Logged::contentHash))
        .forEach(entry -> policies.byName.put(policy(entry).policy(), entry));
    return policies;
  }

  /** The entry of the policy that counts under a name. */
  public Optional<Logged> find(Name name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Whether a key opens attachments of a kind in the course of the work: as a custodian of the
   * policy under which they were sealed, as it reads today, or of any policy when they came sealed.
   */
  public boolean isCustodian(AgeRecipient key, Attachment.Kind kind, Optional<Name> sealedUnder) {
    return byName.entrySet().stream()
        .filter(named -> sealedUnder.isEmpty() || sealedUnder.get().equals(named.getKey()))
        .anyMatch(named -> policy(named.getValue()).isCustodian(key, kind));
  }

  /** The body of a policy's entry. */
  public static SealingPolicy policy(Logged entry) {
    if (entry.body() instanceof SealingPolicy policy) {
      return policy;
    }
    throw new IllegalStateException(entry.id() + " is no sealing policy");
  }
}
