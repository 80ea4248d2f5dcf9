package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;

/**
 * A person's public key is made known. Whether it counts follows from who recorded and endorsed it.
 *
 * @param person whose key it is
 * @param key an Ed25519 key whose name is the person
 * @param administrator whether the person may register the keys of others
 */
@Meaning("A person's public key is made known.")
public record PersonKey(
    @Meaning("Whose key it is.") PersonId person,
    @Meaning("The public key, name+key id+base64; its name is the person.") SignerKey key,
    @Meaning("Whether the person may register the keys of others.") boolean administrator)
    implements Body {}
