package org.fenceline.store.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.note.VerifierKey;

/**
 * A private key in a text file: a first line that says what it is, the public key, and PKCS#8 in
 * PEM (RFC 7468), encrypted where a passphrase was given (PBES2, RFC 8018, which openssl reads
 * too).
 */
public final class KeyFile {
  private static final String HEADER = "fenceline-key/v1";
  private static final String PLAIN = "PRIVATE KEY";
  private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
  private static final String SCHEME = "PBEWithHmacSHA512AndAES_256";

  /** OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-512 is 210,000. */
  private static final int ITERATIONS = 600_000;

  private static final int SALT_LENGTH = 16;
  private static final int LONGEST = 64 * 1024;
  private static final int LINE = 64;

  private KeyFile() {}

  /**
   * Writes a key to a new file.
   *
   * @throws KeyException when the file is there or cannot be written
   */
  public static void create(
      Path file, SigningKey key, Optional<char[]> passphrase, SecureRandom random) {
    if (Files.exists(file)) {
      throw new KeyException(
          "key.exists", file, "there is a key already", "use it, or rotate to a new one");
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        DurableFile.makePrivateFolder(folder);
      }
      DurableFile.writePrivate(file, text(key, passphrase, random).getBytes(US_ASCII));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static KeyException unwritable(Path file, IOException e) {
    return new KeyException(
        "key.folder", file, "cannot be written: " + e.getMessage(), "make room or allow it", e);
  }

  private static String text(SigningKey key, Optional<char[]> passphrase, SecureRandom random) {
    byte[] pkcs8 = key.pkcs8();
    String label = passphrase.isPresent() ? ENCRYPTED : PLAIN;
    byte[] content = passphrase.isPresent() ? encrypted(pkcs8, passphrase.get(), random) : pkcs8;
    return HEADER
        + "\n"
        + key.verifier()
        + "\n-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(content)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static byte[] encrypted(byte[] pkcs8, char[] passphrase, SecureRandom random) {
    try {
      byte[] salt = new byte[SALT_LENGTH];
      random.nextBytes(salt);
      Cipher cipher = Cipher.getInstance(SCHEME);
      cipher.init(
          Cipher.ENCRYPT_MODE, secret(passphrase), new PBEParameterSpec(salt, ITERATIONS), random);
      // The parameters under the name that PKCS#8 gives them, not under that of the cipher.
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
      parameters.init(cipher.getParameters().getEncoded());
      return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(pkcs8)).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the platform cannot encrypt a key", e);
    }
  }

  private static SecretKey secret(char[] passphrase) throws GeneralSecurityException {
    return SecretKeyFactory.getInstance(SCHEME).generateSecret(new PBEKeySpec(passphrase));
  }

  /**
   * Reads a key.
   *
   * @throws KeyException when it is not there, not a key, or the passphrase is missing or wrong
   */
  public static SigningKey read(Path file, Optional<char[]> passphrase) {
    String[] lines = text(file).split("\n", -1);
    if (lines.length < 5 || !lines[0].equals(HEADER)) {
      throw foreign(file);
    }
    boolean isEncrypted = lines[2].equals("-----BEGIN " + ENCRYPTED + "-----");
    StringBuilder base64 = new StringBuilder();
    for (int i = 3; i < lines.length && !lines[i].startsWith("-----END"); i++) {
      base64.append(lines[i]);
    }
    try {
      VerifierKey verifier = VerifierKey.parse(lines[1]);
      byte[] content = Base64.getDecoder().decode(base64.toString());
      return SigningKey.of(verifier, isEncrypted ? decrypted(file, content, passphrase) : content);
    } catch (MalformedInput e) {
      throw new KeyException(
          "key.damaged",
          file,
          String.valueOf(e.getMessage()),
          "take the copy that was kept elsewhere",
          e);
    } catch (IllegalArgumentException e) {
      throw foreign(file);
    }
  }

  private static byte[] decrypted(Path file, byte[] content, Optional<char[]> passphrase) {
    char[] given =
        passphrase.orElseThrow(() ->
            new KeyException(
                "key.passphrase",
                file,
                "the key is kept under a passphrase",
                "name a file that holds it with FENCELINE_PASSPHRASE_FILE"));
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
      Cipher cipher = Cipher.getInstance(info.getAlgParameters().toString());
      cipher.init(Cipher.DECRYPT_MODE, secret(given), info.getAlgParameters());
      return cipher.doFinal(info.getEncryptedData());
    } catch (GeneralSecurityException | IOException e) {
      throw new KeyException(
          "key.passphrase", file, "the passphrase does not open the key", "try another", e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw foreign(file);
      }
      return Files.readString(file, US_ASCII);
    } catch (NoSuchFileException e) {
      throw new KeyException(
          "key.missing", file, "there is no such key", "make one: fenceline log key new", e);
    } catch (IOException e) {
      throw new KeyException("key.folder", file, "cannot be read: " + e.getMessage(), "", e);
    }
  }

  private static KeyException foreign(Path file) {
    return new KeyException(
        "key.foreign", file, "this is no key of Fenceline", "name a file made by fenceline");
  }
}
