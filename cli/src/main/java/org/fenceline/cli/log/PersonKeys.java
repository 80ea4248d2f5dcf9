package org.fenceline.cli.log;

import java.util.Optional;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.author.AuthorSignature;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.store.key.KeyFolder;

/** The public key of a person: as it was handed over, or of a key that lies here. */
final class PersonKeys {
  private PersonKeys() {}

  static SignerKey of(PersonId person, Optional<String> given, KeyFolder folder) {
    SignerKey key =
        given
            .map(PersonKeys::parse)
            .or(() -> folder.person(person).map(own -> new SignerKey(own.verifier().toString())))
            .orElseThrow(() ->
                refused(
                    "no key of " + person + " lies in " + folder.path(),
                    "hand it over with --key, as fenceline identity new printed it"));
    if (AuthorSignature.personKey(person, key).isEmpty()) {
      throw refused(
          "is no Ed25519 key of " + person, "take the line that fenceline identity new printed");
    }
    return key;
  }

  private static SignerKey parse(String text) {
    try {
      return SignerKey.parse(text);
    } catch (IllegalArgumentException e) {
      RefusedRequest refused = refused(String.valueOf(e.getMessage()), "");
      refused.initCause(e);
      throw refused;
    }
  }

  private static RefusedRequest refused(String message, String mend) {
    return new RefusedRequest(new Problem("identity.key", Place.ofField("--key"), message, mend));
  }
}
