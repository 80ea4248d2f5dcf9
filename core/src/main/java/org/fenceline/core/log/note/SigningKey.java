package org.fenceline.core.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** A private key with its public half. */
public final class SigningKey {
  private final VerifierKey verifier;
  private final PrivateKey key;

  private SigningKey(VerifierKey verifier, PrivateKey key) {
    this.verifier = verifier;
    this.key = key;
  }

  /**
   * Makes a new key.
   *
   * @param name who signs with it
   * @throws MalformedInput when the name cannot be a key's
   */
  public static SigningKey generate(String name, KeyType type, SecureRandom random)
      throws MalformedInput {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithm());
      generator.initialize(new NamedParameterSpec(type.algorithm()), random);
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(
          new VerifierKey(name, type, type.raw(pair.getPublic())), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot make keys: " + e.getMessage(), e);
    }
  }

  /**
   * Takes a key up again.
   *
   * @param pkcs8 what {@link #pkcs8} gave
   * @throws MalformedInput when it is not the private half of the public one
   */
  public static SigningKey of(VerifierKey verifier, byte[] pkcs8) throws MalformedInput {
    try {
      PrivateKey key =
          KeyFactory.getInstance(verifier.type().algorithm())
              .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      SigningKey signing = new SigningKey(verifier, key);
      byte[] probe = "fenceline/probe/v1".getBytes(UTF_8);
      if (verifier.bearsOut(probe, signing.signature(probe))) {
        return signing;
      }
    } catch (GeneralSecurityException e) {
      throw mismatch(verifier);
    }
    throw mismatch(verifier);
  }

  private static MalformedInput mismatch(VerifierKey verifier) {
    return new MalformedInput(
        new Problem(
            "log.key",
            Place.UNKNOWN,
            "is not the private key of " + verifier.name(),
            "the file was changed; take the copy that was kept elsewhere"));
  }

  /** The private half as PKCS#8 (RFC 5958). */
  public byte[] pkcs8() {
    return key.getEncoded();
  }

  /** The public half. */
  public VerifierKey verifier() {
    return verifier;
  }

  /**
   * Signs a note's text; a key of a timed type signs checkpoints only.
   *
   * @param now becomes part of a timed signature, to the second
   * @throws MalformedInput when a timed key is to sign what is no checkpoint
   */
  public NoteSignature sign(String text, Instant now) throws MalformedInput {
    return switch (verifier.type()) {
      case ED25519 ->
          new NoteSignature(verifier.name(), verifier.id(), signature(text.getBytes(UTF_8)));
      case ED25519_COSIGNATURE -> {
        Checkpoint.parse(text);
        yield NoteSignature.timed(verifier, now, signature(Checkpoint.cosigned(text, now)));
      }
      case ML_DSA_44_COSIGNATURE ->
          NoteSignature.timed(
              verifier,
              now,
              signature(Checkpoint.parse(text).cosignedAsSubtree(verifier.name(), now)));
    };
  }

  /** The signature over a message as it is, without any wrapping. */
  public byte[] signature(byte[] message) {
    try {
      Signature signer = Signature.getInstance(verifier.type().algorithm());
      signer.initSign(key);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot sign: " + e.getMessage(), e);
    }
  }
}
