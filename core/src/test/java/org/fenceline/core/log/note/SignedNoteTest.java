package org.fenceline.core.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, by the specification's vector and by what a forger may try. */
class SignedNoteTest {
  private static final String SPECIFICATIONS_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  private static final String SPECIFICATIONS_NOTE =
      "This is an example message.\n\n\u2014 example.com/foo "
          + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72"
          + "IneyaQM=\n";
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("fenceline.example/pol", 7, Sha256.of("root".getBytes(UTF_8)));

  private final SecureRandom random = new SecureRandom();

  @Test
  void theSpecificationsNoteVerifies() throws Exception {
    VerifierKey key = VerifierKey.parse(SPECIFICATIONS_KEY);
    SignedNote note = SignedNote.parse(SPECIFICATIONS_NOTE);
    assertThat(Signers.of(note, List.of(key)).include(List.of(key))).isTrue();
    assertThat(note).hasToString(SPECIFICATIONS_NOTE);
    assertThat(key).hasToString(SPECIFICATIONS_KEY);
  }

  @Test
  void aChangedTextIsRefusedByAKnownKey() throws Exception {
    SignedNote note = SignedNote.parse(SPECIFICATIONS_NOTE.replace("example m", "exemple m"));
    assertThatThrownBy(() -> Signers.of(note, List.of(VerifierKey.parse(SPECIFICATIONS_KEY))))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("does not fit the text");
  }

  @Test
  void anUnknownKeysSignatureIsPassedOver() throws Exception {
    SigningKey other = SigningKey.generate("other.example", KeyType.ED25519, random);
    SignedNote note = SignedNote.parse(SPECIFICATIONS_NOTE);
    assertThat(Signers.of(note, List.of(other.verifier())).verified()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeOfKeySignsAndVerifies(KeyType type) throws Exception {
    SigningKey key = SigningKey.generate("fenceline.example/pol", type, random);
    SigningKey again = SigningKey.of(VerifierKey.parse(key.verifier().toString()), key.pkcs8());
    SignedNote note =
        SignedNote.unsigned(CHECKPOINT.text()).with(List.of(again.sign(CHECKPOINT.text(), NOW)));
    Signers signers = Signers.of(SignedNote.parse(note.toString()), List.of(key.verifier()));
    assertThat(signers.verified()).hasSize(1);
    assertThat(signers.verified().getFirst().time().isPresent()).isEqualTo(type.isTimed());
    signers.verified().getFirst().time().ifPresent(time -> assertThat(time).isEqualTo(NOW));
  }

  @ParameterizedTest
  @EnumSource
  void everyFlippedBitOfASignatureIsSeen(KeyType type) throws Exception {
    SigningKey key = SigningKey.generate("fenceline.example/pol", type, random);
    NoteSignature good = key.sign(CHECKPOINT.text(), NOW);
    int step = good.bytes().length / 40 + 1;
    for (int bit = 0; bit < good.bytes().length * 8; bit += step) {
      byte[] bytes = good.bytes();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      NoteSignature forged = new NoteSignature(good.name(), good.keyId(), bytes);
      SignedNote note = SignedNote.unsigned(CHECKPOINT.text()).with(List.of(forged));
      assertThatThrownBy(() -> Signers.of(note, List.of(key.verifier())))
          .as("bit " + bit)
          .isInstanceOf(MalformedInput.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aShortSignatureIsRefusedNotCrashedOn(KeyType type) throws Exception {
    SigningKey key = SigningKey.generate("fenceline.example/pol", type, random);
    NoteSignature cut = new NoteSignature(key.verifier().name(), key.verifier().id(), new byte[9]);
    SignedNote note = SignedNote.unsigned(CHECKPOINT.text()).with(List.of(cut));
    assertThatThrownBy(() -> Signers.of(note, List.of(key.verifier())))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("has 9 bytes");
  }

  @Test
  void aPrivateKeyOfSomebodyElseIsNotTakenUp() throws Exception {
    SigningKey one = SigningKey.generate("one.example", KeyType.ED25519, random);
    SigningKey two = SigningKey.generate("two.example", KeyType.ED25519, random);
    assertThatThrownBy(() -> SigningKey.of(one.verifier(), two.pkcs8()))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("not the private key of one.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no signature\n",
        "text\n\n",
        "text\n\nno dash\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name not-base64!\n",
        "text\n\n\u2014 na+me AAAAAAA=\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 name AAAAAAA=",
        "te\rxt\n\n\u2014 name AAAAAAA=\n",
        "te\u0007xt\n\n\u2014 name AAAAAAA=\n"
      })
  void whatIsNoNoteIsRefused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(MalformedInput.class);
  }

  @Test
  void oversizedNotesAreRefusedBeforeTheyAreDecoded() {
    String line = "\u2014 name AAAAAAA=\n";
    assertThatThrownBy(
            () -> SignedNote.parse("text\n\n" + line.repeat(SignedNote.MOST_SIGNATURES + 1)))
        .hasMessageContaining("more than " + SignedNote.MOST_SIGNATURES + " signatures");
    assertThatThrownBy(() -> SignedNote.parse("x".repeat(SignedNote.LONGEST + 1)))
        .hasMessageContaining("longer than");
    assertThatThrownBy(
            () -> SignedNote.parse("text\n\n\u2014 name " + "A".repeat(64 * 1024) + "\n"))
        .hasMessageContaining("longer than");
  }

  @Test
  void aKeyWithAWrongIdIsRefused() {
    assertThatThrownBy(() -> VerifierKey.parse(SPECIFICATIONS_KEY.replace("530d903a", "530d903b")))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("530d903a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origin\n7\n",
        "origin\n07\nAAAA\n",
        "origin\n-1\nAAAA\n",
        "ori gin\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "origin\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n",
        "origin\n9999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
      })
  void whatIsNoCheckpointIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedInput.class);
  }

  @Test
  void aCheckpointReadsBack() throws Exception {
    assertThat(Checkpoint.parse(CHECKPOINT.text())).isEqualTo(CHECKPOINT);
  }
}
