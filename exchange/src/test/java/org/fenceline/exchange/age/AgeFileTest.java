package org.fenceline.exchange.age;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.framework.armor.ArmoredEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.AgeRecipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that age and we write and open, in both directions, and what is refused. */
class AgeFileTest {
  private static final byte[] MESSAGE = "Zażółć gęślą jaźń: 52.1 N 23.6 E\n".getBytes(UTF_8);

  /** Bytes of one chunk of an age file's payload. */
  private static final int CHUNK = 64 * 1024;

  @TempDir Path folder = Path.of("");

  private final SecureRandom random = new SecureRandom();
  private final AgeIdentity ours = AgeIdentity.create(random);
  private final AgeIdentity other = AgeIdentity.create(random);

  private static byte[] opened(byte[] ciphertext, AgeIdentity... identities) throws MalformedInput {
    return AgeFile.open(ciphertext, List.of(identities)).releaseAfter(() -> {});
  }

  private static String code(byte[] ciphertext, AgeIdentity identity) {
    try {
      opened(ciphertext, identity);
      return "opened";
    } catch (MalformedInput e) {
      return e.problems().getFirst().code();
    }
  }

  private String identityFile(AgeIdentity identity) throws Exception {
    Path file = folder.resolve("key.txt");
    Files.writeString(file, IdentityFile.text(identity, Instant.parse("2026-11-24T12:00:00Z")));
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000})
  void whatIsSealedOpensForEachRecipient(int length) throws Exception {
    byte[] plaintext = new byte[length];
    new SplittableRandom(length).nextBytes(plaintext);
    byte[] sealed = AgeFile.encrypt(plaintext, List.of(ours.recipient(), other.recipient()));
    assertThat(opened(sealed, ours)).isEqualTo(plaintext);
    assertThat(opened(sealed, other)).isEqualTo(plaintext);
    assertThat(AgeFile.open(sealed, List.of(AgeIdentity.create(random), other)).openedBy())
        .isEqualTo(other.recipient());
  }

  @Test
  void theProgramAgeOpensWhatIsSealedHere() throws Exception {
    AgeProgram.assumeInstalled();
    Files.write(
        folder.resolve("sealed.age"),
        AgeFile.encrypt(MESSAGE, List.of(ours.recipient(), other.recipient())));
    String key = identityFile(other);
    AgeProgram.run(folder, "age", "-d", "-i", key, "-o", "plain", "sealed.age");
    assertThat(folder.resolve("plain")).hasBinaryContent(MESSAGE);
    assertThat(AgeProgram.run(folder, "age-keygen", "-y", key).strip())
        .as("the program derives the same public key")
        .isEqualTo(other.recipient().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "armoured"})
  void whatTheProgramAgeSealedOpensHere(String form) throws Exception {
    AgeProgram.assumeInstalled();
    AgeProgram.run(folder, "age-keygen", "-o", "theirs.txt");
    AgeIdentity theirs =
        IdentityFile.read(Files.readString(folder.resolve("theirs.txt"))).getFirst();
    Files.write(folder.resolve("plain"), MESSAGE);
    List<String> command = new ArrayList<>(List.of("age", "-r", theirs.recipient().text()));
    if (form.equals("armoured")) {
      command.add("--armor");
    }
    command.addAll(List.of("-o", "sealed", "plain"));
    AgeProgram.run(folder, command.toArray(String[]::new));
    byte[] sealed = Files.readAllBytes(folder.resolve("sealed"));
    assertThat(opened(sealed, theirs)).isEqualTo(MESSAGE);
    assertThat(code(sealed, ours)).isEqualTo("seal.key");
    for (int at = 0; at < sealed.length; at++) {
      byte[] flipped = sealed.clone();
      flipped[at] ^= 1;
      assertThat(isRefusedOrTheSame(flipped, theirs)).as(form + ", byte " + at).isTrue();
    }
  }

  /** Armour may lose or gain white space without another meaning; binary files may not. */
  private static boolean isRefusedOrTheSame(byte[] sealed, AgeIdentity identity) {
    try {
      return Arrays.equals(opened(sealed, identity), MESSAGE) && sealed[0] == '-';
    } catch (MalformedInput e) {
      return true;
    }
  }

  @Test
  void aByteThatWasChangedCutOrAddedIsRefused() {
    byte[] sealed = AgeFile.encrypt(MESSAGE, List.of(ours.recipient()));
    assertThat(code(sealed, ours)).isEqualTo("opened");
    for (int at = 0; at < sealed.length; at++) {
      byte[] flipped = sealed.clone();
      flipped[at] ^= 1;
      assertThat(code(flipped, ours)).as("flipped " + at).isIn("seal.damaged", "seal.key");
      assertThat(code(Arrays.copyOf(sealed, at), ours))
          .as("cut to " + at)
          .isIn("seal.damaged", "seal.key");
    }
    assertThat(code(Arrays.copyOf(sealed, sealed.length + 1), ours)).isEqualTo("seal.damaged");
  }

  @Test
  void anArmouredFileThatWasCutOrAddedToIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WritableByteChannel sealing =
        new ArmoredEncryptingChannelFactory()
            .newEncryptingChannel(
                Channels.newChannel(out),
                List.of(
                    X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(
                        ours.recipient().text())))) {
      sealing.write(ByteBuffer.wrap(MESSAGE));
    }
    byte[] sealed = out.toByteArray();
    assertThat(opened(sealed, ours)).isEqualTo(MESSAGE);
    String text = new String(sealed, US_ASCII);
    for (int length = 0; length < text.stripTrailing().length(); length++) {
      assertThat(code(Arrays.copyOf(sealed, length), ours))
          .as("cut to " + length)
          .isIn("seal.damaged", "seal.key");
    }
    assertThat(code((text + "more").getBytes(US_ASCII), ours)).isEqualTo("seal.damaged");
  }

  @Test
  void aFileThatIsCutBetweenChunksIsRefused() {
    byte[] sealed = AgeFile.encrypt(new byte[2 * CHUNK], List.of(ours.recipient()));
    int tag = 16;
    assertThat(code(Arrays.copyOf(sealed, sealed.length - CHUNK - tag), ours))
        .isEqualTo("seal.damaged");
  }

  @Test
  void aWrongKeyIsToldBeforeAnythingIsDecrypted() {
    byte[] sealed = AgeFile.encrypt(MESSAGE, List.of(ours.recipient()));
    assertThatThrownBy(() -> AgeFile.open(sealed, List.of(other)))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("was not encrypted to " + other.recipient());
  }

  @Test
  void nothingIsReleasedWhenTheUnsealingIsRefused() throws Exception {
    byte[] sealed = AgeFile.encrypt(MESSAGE, List.of(ours.recipient()));
    AgeFile file = AgeFile.open(sealed, List.of(ours));
    AtomicBoolean wasAsked = new AtomicBoolean();
    assertThatThrownBy(() ->
            file.releaseAfter(() -> {
              wasAsked.set(true);
              throw new MalformedInput(new Problem("x", Place.UNKNOWN, "refused", ""));
            }))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("refused");
    assertThat(wasAsked).isTrue();
  }

  @Test
  void aKeyFileIsOneOfAgeKeygen() throws Exception {
    String text = IdentityFile.text(ours, Instant.parse("2026-11-24T12:00:00.123Z"));
    assertThat(text)
        .startsWith("# created: 2026-11-24T12:00:00Z\n# public key: " + ours.recipient() + "\n");
    assertThat(IdentityFile.read(text).getFirst().recipient()).isEqualTo(ours.recipient());
    assertThat(ours.toString()).doesNotContain("SECRET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a comment\n",
        "age1xxxx\n",
        "AGE-SECRET-KEY-1QQQQ\n",
        "age-encryption.org/v1\n-> scrypt ...\n",
        "-----BEGIN AGE ENCRYPTED FILE-----\n"
      })
  void whatIsNoKeyFileIsTold(String text) {
    assertThatThrownBy(() -> IdentityFile.read(text))
        .isInstanceOfSatisfying(
            MalformedInput.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo("seal.identity"));
  }

  @Test
  void aKeyWithASlipIsToldAndNeverRepeated() {
    String text = ours.text();
    String wrong = text.substring(0, text.length() - 1) + (text.endsWith("Q") ? "P" : "Q");
    assertThatThrownBy(() -> IdentityFile.read(wrong))
        .hasMessageContaining("a character of the key is wrong")
        .hasMessageNotContaining(wrong.substring(20, 40));
  }

  @Test
  void aRecipientWithASlipIsTold() {
    String text = ours.recipient().text();
    String wrong =
        text.substring(0, 30) + (text.charAt(30) == 'q' ? 'p' : 'q') + text.substring(31);
    assertThatThrownBy(() -> new AgeRecipient(wrong)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AgeRecipient(text.toUpperCase(java.util.Locale.ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(AgeRecipient.parse(text).text().getBytes(US_ASCII)).hasSize(62);
  }
}
