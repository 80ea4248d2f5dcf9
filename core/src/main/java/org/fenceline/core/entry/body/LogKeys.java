package org.fenceline.core.entry.body;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.SignerKey;

/**
 * The keys with which the log signs its checkpoints from now on.
 *
 * @param keys the new keys; their name is the log's origin
 * @param retired the keys that they replace
 * @param announcement a signed note that names the new keys, signed by the retired ones; empty for
 *     the first keys
 */
@Meaning("The keys with which the log signs its checkpoints from now on.")
public record LogKeys(
    @Meaning("The new keys; their name is the log's origin.") List<SignerKey> keys,
    @Meaning("The keys that they replace.") List<SignerKey> retired,
    @Meaning("A note that names the new keys, signed by the retired ones.")
        Optional<String> announcement)
    implements Body {
  public LogKeys {
    keys = List.copyOf(keys);
    retired = List.copyOf(retired);
    if (keys.isEmpty() || retired.isEmpty() != announcement.isEmpty()) {
      throw new IllegalArgumentException(
          "keys that replace others are announced by those, the first ones by nobody");
    }
  }
}
