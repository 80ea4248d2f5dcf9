package org.fenceline.cli.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.NoteSignature;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.store.Identity;

/** The entries by which a log makes its keys known. */
public final class LogKeyFacts {
  private static final String CONTEXT = "fenceline/log-keys/v1\n";

  private LogKeyFacts() {}

  static List<SignerKey> publicKeys(List<SigningKey> keys) {
    return keys.stream().map(key -> new SignerKey(key.verifier().toString())).toList();
  }

  /** The first keys, or those that replace others and are announced by them. */
  public static Fact of(
      Surroundings surroundings, Identity identity, List<SigningKey> keys, List<SigningKey> retired)
      throws MalformedInput {
    Optional<String> announcement =
        retired.isEmpty()
            ? Optional.empty()
            : Optional.of(announcement(surroundings, identity.origin(), keys, retired));
    return Drafts.undated(
        surroundings,
        identity,
        Disclosure.PUBLIC,
        new LogKeys(publicKeys(keys), publicKeys(retired), announcement));
  }

  /** A note that names the new keys; only the untimed key of the old ones can sign such a text. */
  private static String announcement(
      Surroundings surroundings, Origin origin, List<SigningKey> keys, List<SigningKey> retired)
      throws MalformedInput {
    String text =
        CONTEXT
            + origin
            + "\n"
            + publicKeys(keys).stream().map(SignerKey::text).collect(Collectors.joining("\n"))
            + "\n";
    if (text.getBytes(UTF_8).length > SignedNote.LONGEST) {
      throw new IllegalStateException("keys fit into a note");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (SigningKey key : retired) {
      if (key.verifier().type() == KeyType.ED25519) {
        signatures.add(key.sign(text, surroundings.clock().instant()));
      }
    }
    return SignedNote.unsigned(text).with(signatures).toString();
  }
}
