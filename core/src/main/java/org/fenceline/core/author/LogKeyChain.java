package org.fenceline.core.author;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;

/** The keys that logs made known, each set announced by the one before. */
public final class LogKeyChain {
  private final Map<String, List<VerifierKey>> keysByOrigin = new HashMap<>();

  /** Takes up an entry that makes keys known; tells why it does not follow on those before. */
  public Optional<String> take(LogKeys keys) {
    try {
      List<VerifierKey> made = verifiers(keys.keys());
      List<VerifierKey> known = known(made.getFirst().name());
      List<VerifierKey> retired = verifiers(keys.retired());
      boolean isAnnounced =
          keys.announcement().isPresent()
              ? known.containsAll(retired)
                  && isAnnouncedBy(SignedNote.parse(keys.announcement().get()), keys, retired)
              : known.isEmpty();
      if (!isAnnounced
          || made.stream().anyMatch(key -> !key.name().equals(made.getFirst().name()))) {
        return Optional.of("the new keys of the log are not announced by its old ones");
      }
      known.addAll(made);
      return Optional.empty();
    } catch (MalformedInput e) {
      return Optional.of("the log's keys cannot be read: " + e.getMessage());
    }
  }

  private static boolean isAnnouncedBy(SignedNote note, LogKeys keys, List<VerifierKey> retired)
      throws MalformedInput {
    return keys.keys().stream().allMatch(key -> note.text().contains(key.text() + "\n"))
        && Signers.of(note, retired).include(retired);
  }

  private List<VerifierKey> known(String origin) {
    return keysByOrigin.computeIfAbsent(origin, _ -> new ArrayList<>());
  }

  private static List<VerifierKey> verifiers(List<SignerKey> keys) throws MalformedInput {
    List<VerifierKey> verifiers = new ArrayList<>();
    for (SignerKey key : keys) {
      verifiers.add(VerifierKey.parse(key.text()));
    }
    return verifiers;
  }

  /** All keys that the log of an origin made known so far. */
  public List<VerifierKey> keysOf(String origin) {
    return List.copyOf(known(origin));
  }
}
