package org.fenceline.core.author;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.note.VerifierKey;

/**
 * The signature of an author: Ed25519 over {@code fenceline/author/v1\n} ‖ person ‖ 32 bytes, which
 * are the content hash of one entry, or the Merkle root (RFC 6962) over the content hashes of a
 * batch. docs/formats/author-signature.md specifies it, with vectors.
 */
public final class AuthorSignature {
  private static final byte[] CONTEXT = "fenceline/author/v1\n".getBytes(UTF_8);

  private AuthorSignature() {}

  /** What is signed. */
  public static byte[] message(PersonId person, List<Sha256> contentHashes) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(CONTEXT);
    message.writeBytes(person.toString().getBytes(UTF_8));
    message.writeBytes(
        contentHashes.size() == 1 ? contentHashes.getFirst().bytes() : batchRoot(contentHashes));
    return message.toByteArray();
  }

  private static byte[] batchRoot(List<Sha256> contentHashes) {
    GrowingTree tree = GrowingTree.empty();
    for (Sha256 contentHash : contentHashes) {
      tree.add(MerkleTree.leafHash(contentHash.bytes()), (_, _) -> {});
    }
    return tree.root();
  }

  /** Signs content hashes, in batches where there are many. */
  public static List<Signed> sign(PersonId person, SigningKey key, List<Sha256> contentHashes) {
    List<Signed> signed = new ArrayList<>();
    for (int from = 0; from < contentHashes.size(); from += Signed.LARGEST_BATCH) {
      List<Sha256> batch =
          contentHashes.subList(from, Math.min(contentHashes.size(), from + Signed.LARGEST_BATCH));
      signed.add(
          new Signed(
              person,
              new SignerKey(key.verifier().toString()),
              batch,
              Base64.getEncoder().encodeToString(key.signature(message(person, batch)))));
    }
    return signed;
  }

  /** Why the signature is not one of the key that it names; empty when it is. */
  public static Optional<String> objection(Signed signed) {
    Optional<VerifierKey> key = personKey(signed.person(), signed.key());
    if (key.isEmpty()) {
      return Optional.of("the key is no Ed25519 key of " + signed.person());
    }
    byte[] signature;
    try {
      signature = Base64.getDecoder().decode(signed.signature());
    } catch (IllegalArgumentException e) {
      return Optional.of("the signature is not base64");
    }
    return key.get().bearsOut(message(signed.person(), signed.contentHashes()), signature)
        ? Optional.empty()
        : Optional.of("the signature does not fit what it is said to sign");
  }

  /** The key, when it is one with which the person could sign: Ed25519, named by the person. */
  public static Optional<VerifierKey> personKey(PersonId person, SignerKey text) {
    try {
      VerifierKey key = VerifierKey.parse(text.text());
      return key.type() == KeyType.ED25519 && key.name().equals(person.toString())
          ? Optional.of(key)
          : Optional.empty();
    } catch (MalformedInput e) {
      return Optional.empty();
    }
  }
}
