package org.fenceline.core.log.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.log.note.VerifierKey;

/**
 * Which logs are known, which witnesses, and how many of them must have cosigned (C2SP
 * tlog-policy).
 *
 * @param logs keys of logs
 * @param parties witnesses and groups of them by name, in the file's order
 * @param quorum the party that must have cosigned; empty when none needs to
 */
public record Policy(List<Log> logs, Map<String, Party> parties, Optional<String> quorum) {

  /**
   * A key of a log.
   *
   * @param key the key; its name is the log's origin
   * @param address where the log is published
   */
  public record Log(VerifierKey key, Optional<String> address) {}

  /** Somebody who may have cosigned. */
  public sealed interface Party {}

  /**
   * A witness.
   *
   * @param key its key
   * @param address where it takes checkpoints
   */
  public record Witness(VerifierKey key, Optional<String> address) implements Party {}

  /**
   * Several parties, of which some must have cosigned.
   *
   * @param needed how many
   * @param members their names
   */
  public record Group(int needed, List<String> members) implements Party {
    public Group {
      members = List.copyOf(members);
    }
  }

  public Policy {
    logs = List.copyOf(logs);
    parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
  }

  /** Keys of the log of an origin. */
  public List<VerifierKey> logKeys(String origin) {
    return logs.stream().map(Log::key).filter(key -> key.name().equals(origin)).toList();
  }

  /** All witnesses. */
  public List<Witness> witnesses() {
    List<Witness> witnesses = new ArrayList<>();
    for (Party party : parties.values()) {
      if (party instanceof Witness witness) {
        witnesses.add(witness);
      }
    }
    return witnesses;
  }

  /** Keys of all witnesses. */
  public List<VerifierKey> witnessKeys() {
    return witnesses().stream().map(Witness::key).toList();
  }

  /** Whether enough have cosigned. */
  public boolean isMetBy(Collection<VerifierKey> cosigners) {
    return quorum.isEmpty() || hasCosigned(quorum.get(), Set.copyOf(cosigners));
  }

  private boolean hasCosigned(String name, Set<VerifierKey> cosigners) {
    return switch (parties.get(name)) {
      case Witness witness -> cosigners.contains(witness.key());
      case Group group ->
          group.members().stream().filter(member -> hasCosigned(member, cosigners)).count()
              >= group.needed();
      case null -> throw new IllegalStateException("the policy was read without " + name);
    };
  }
}
