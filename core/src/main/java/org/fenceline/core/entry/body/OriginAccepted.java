package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;

/**
 * Keys that another register's administrators registered are to count here too.
 *
 * @param origin the other register
 * @param administrator its first administrator
 * @param key that person's key, as it was handed over in person
 */
@Meaning("Keys registered by another register's administrators are to count here too.")
public record OriginAccepted(
    @Meaning("The other register's origin.") Origin origin,
    @Meaning("Its first administrator.") PersonId administrator,
    @Meaning("That person's public key, as it was handed over in person.") SignerKey key)
    implements Body {
  public OriginAccepted {
    if (!administrator.origin().equals(origin)) {
      throw new IllegalArgumentException(administrator + " is not a person of " + origin);
    }
  }
}
