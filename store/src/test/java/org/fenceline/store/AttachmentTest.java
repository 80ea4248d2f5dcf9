package org.fenceline.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fenceline.store.Fixture.depot;
import static org.fenceline.store.Fixture.fact;
import static org.fenceline.store.Fixture.movement;
import static org.fenceline.store.Fixture.only;
import static org.fenceline.store.Fixture.person;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.body.PositionRelease;
import org.fenceline.core.entry.body.SealedAttachment;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.store.AttachmentState.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed attachments beside the entries that carry them: stored together, erased for good. */
class AttachmentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  /** More than a page, so that erasing has overflow pages to overwrite. */
  private static final int BODY_BYTES = 20_000;

  @TempDir Path folder = Path.of("");

  private final Fixture.Hands clock = new Fixture.Hands();
  private Register register = unopened();
  private long nextId;

  @org.jspecify.annotations.NullUnmarked
  private static Register unopened() {
    return null;
  }

  @BeforeEach
  void open() {
    register = Fixture.create(folder, clock);
  }

  @AfterEach
  void close() {
    register.close();
  }

  private static Ciphertext ciphertext(long seed) {
    byte[] header = "age-encryption.org/v1\n".getBytes(US_ASCII);
    byte[] bytes = new byte[header.length + BODY_BYTES];
    new SplittableRandom(seed).nextBytes(bytes);
    System.arraycopy(header, 0, bytes, 0, header.length);
    return new Ciphertext(bytes);
  }

  private Fact next(Body body, Optional<EntryRef> supersedes) {
    clock.advanceSeconds(60);
    return fact(new EntryId(new UUID(5, nextId++)), When.day(DAY), body, supersedes);
  }

  private Fact carrier(Ciphertext ciphertext, Attachment.Kind kind) {
    return next(
        new SealedAttachment(
            new Attachment(ciphertext.address(), kind),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty());
  }

  private Outcome seal(Ciphertext ciphertext, Attachment.Kind kind) {
    return register.append(
        List.of(carrier(ciphertext, kind)), person("a"), List.of(ciphertext), Progress.SILENT);
  }

  private Outcome append(String by, Body body) {
    return register.append(List.of(next(body, Optional.empty())), person(by));
  }

  private Outcome erase(String by, Ciphertext ciphertext) {
    return append(by, new Erasure(ciphertext.address(), "asked for by the person"));
  }

  private Outcome endorse(String by, EntryRef ref) {
    return append(by, new Endorsement(ref, Optional.empty()));
  }

  private AttachmentState state(Ciphertext ciphertext) {
    return state(register, ciphertext);
  }

  private static AttachmentState state(Register register, Ciphertext ciphertext) {
    try (Reading reading = register.read()) {
      return reading.attachment(ciphertext.address()).orElseThrow();
    }
  }

  private static List<String> codes(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused
        ? refused.problems().stream().map(problem -> problem.code()).toList()
        : List.of();
  }

  private long size() {
    try (Reading reading = register.read()) {
      return reading.size();
    }
  }

  @Test
  void aCiphertextIsStoredWithTheEntryThatCarriesIt() {
    Ciphertext ciphertext = ciphertext(1);
    only(seal(ciphertext, Attachment.Kind.POSITIONS));
    try (Reading reading = register.read()) {
      assertThat(reading.ciphertext(ciphertext.address()).orElseThrow().bytes())
          .isEqualTo(ciphertext.bytes());
      assertThat(reading.missingAttachments()).isEmpty();
      AttachmentState state = reading.attachments().getFirst();
      assertThat(state.status()).isEqualTo(Status.PRESENT);
      assertThat(state.bytes()).isEqualTo(ciphertext.bytes().length);
      assertThat(state.attachment())
          .isEqualTo(new Attachment(ciphertext.address(), Attachment.Kind.POSITIONS));
      assertThat(state.entries()).hasSize(1);
    }
    only(seal(ciphertext, Attachment.Kind.POSITIONS));
    assertThat(register.rebuild(Progress.SILENT).differences()).isEmpty();
  }

  @Test
  void anEntryWhoseAttachmentIsNeitherHereNorHandedOverIsRefused() {
    Ciphertext ciphertext = ciphertext(1);
    Fact carrier = carrier(ciphertext, Attachment.Kind.PERSONAL);
    assertThat(codes(register.append(List.of(carrier), person("a"))))
        .containsExactly("seal.attachment");
    assertThat(size()).isZero();
    register.append(List.of(carrier), person("a"), List.of(ciphertext), Progress.SILENT);
    assertThat(codes(register.append(List.of(carrier), person("a")))).isEmpty();
    assertThat(codes(append("a", new Erasure(ciphertext(2).address(), "x"))))
        .containsExactly("seal.unknown");
  }

  @Test
  void aCiphertextThatNoEntryCarriesIsNotTaken() {
    Ciphertext ciphertext = ciphertext(1);
    Fact other = fact(99, DAY, movement("L", 1, Account.of(Account.Type.FACTORY), depot("A")));
    assertThatThrownBy(() ->
            register.append(List.of(other), person("a"), List.of(ciphertext), Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(codes(register.keep(List.of(ciphertext)))).containsExactly("seal.unknown");
  }

  @Test
  void nothingIsStoredOfARequestThatIsRefused() {
    Ciphertext ciphertext = ciphertext(1);
    Fact carrier = carrier(ciphertext, Attachment.Kind.PERSONAL);
    Fact unknown = next(new Erasure(ciphertext(2).address(), "x"), Optional.empty());
    Outcome outcome =
        register.append(
            List.of(carrier, unknown), person("a"), List.of(ciphertext), Progress.SILENT);
    assertThat(codes(outcome)).containsExactly("seal.unknown");
    try (Reading reading = register.read()) {
      assertThat(reading.ciphertext(ciphertext.address())).isEmpty();
      assertThat(reading.attachments()).isEmpty();
    }
  }

  @Test
  void anAttachmentKeepsItsKind() {
    Ciphertext ciphertext = ciphertext(1);
    only(seal(ciphertext, Attachment.Kind.POSITIONS));
    assertThat(codes(seal(ciphertext, Attachment.Kind.PERSONAL))).containsExactly("seal.kind");
  }

  @Test
  void onlyWhatAgeEncryptedIsTakenAndNotMoreThanTheLimit() {
    assertThatThrownBy(() -> new Ciphertext("Dear Sir or Madam".getBytes(US_ASCII)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no file that age encrypted");
    assertThatThrownBy(() -> new Ciphertext(new byte[Ciphertext.LARGEST + 1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most");
  }

  @ParameterizedTest
  @EnumSource(
      value = Attachment.Kind.class,
      names = {"POSITIONS", "PHOTOGRAPH"})
  void onlyWhatIsPersonalCanBeErased(Attachment.Kind kind) {
    Ciphertext ciphertext = ciphertext(1);
    only(seal(ciphertext, kind));
    Outcome outcome = erase("a", ciphertext);
    assertThat(codes(outcome)).containsExactly("seal.not-erasable");
    assertThat(((Outcome.Refused) outcome).problems().getFirst().message())
        .contains(kind == Attachment.Kind.POSITIONS ? "lives depend" : "evidence");
    assertThat(state(ciphertext).status()).isEqualTo(Status.PRESENT);
  }

  @Test
  void anErasureTakesEffectWhenASecondPersonEndorsesItAndTheLogStaysVerifiable() throws Exception {
    Ciphertext ciphertext = ciphertext(1);
    Ciphertext other = ciphertext(2);
    only(seal(ciphertext, Attachment.Kind.PERSONAL));
    only(seal(other, Attachment.Kind.PERSONAL));
    EntryRef erasure = only(erase("a", ciphertext)).ref();
    Sha256 before = rootOf(3);
    assertThat(state(ciphertext).status()).as("one person alone").isEqualTo(Status.PRESENT);
    assertThat(isInFiles(ciphertext)).isTrue();
    assertThat(codes(endorse("a", erasure))).containsExactly("register.own-record");

    only(endorse("b", erasure));

    AttachmentState state = state(ciphertext);
    assertThat(state.status()).isEqualTo(Status.ERASED);
    assertThat(state.bytes()).isZero();
    AttachmentState.Erased erased = state.erasure().orElseThrow();
    assertThat(erased.entry().entry().recordedBy()).isEqualTo(person("a"));
    assertThat(((Erasure) erased.entry().body()).reason()).isEqualTo("asked for by the person");
    assertThat(erased.endorsements())
        .extracting(by -> by.entry().recordedBy())
        .containsExactly(person("b"));
    assertThat(state(other).status()).isEqualTo(Status.PRESENT);
    assertThat(isInFiles(ciphertext)).as("overwritten in the file and beside it").isFalse();
    assertThat(isInFiles(other)).isTrue();

    assertThat(rootOf(3)).isEqualTo(before);
    assertThat(register.rebuild(Progress.SILENT).differences()).isEmpty();
    GrowingTree tree = GrowingTree.resume(0, _ -> new byte[0]);
    try (Reading reading = register.read()) {
      assertThat(reading.missingAttachments()).as("erased is not missing").isEmpty();
      reading.exportAll(entry ->
          tree.add(
              MerkleTree.leafHash(Leaf.of(entry.salt(), entry.recorded().canonicalJson())),
              (_, _) -> {}));
      assertThat(reading.root(4)).as("every entry is there").isEqualTo(Sha256.ofBytes(tree.root()));
    }
  }

  private Sha256 rootOf(long size) {
    try (Reading reading = register.read()) {
      return reading.root(size);
    }
  }

  /**
   * Looks for what is in the middle of the ciphertext in the register's file and what is beside.
   */
  private boolean isInFiles(Ciphertext ciphertext) throws IOException {
    String part = new String(ciphertext.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    String needle = part.substring(BODY_BYTES / 2, BODY_BYTES / 2 + 64);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains(needle)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void whatIsErasedIsNeverStoredAgain() {
    Ciphertext ciphertext = ciphertext(1);
    only(seal(ciphertext, Attachment.Kind.PERSONAL));
    EntryRef erasure = only(erase("a", ciphertext)).ref();
    EntryRef endorsement = only(endorse("b", erasure)).ref();
    assertThat(codes(seal(ciphertext, Attachment.Kind.PERSONAL))).containsExactly("seal.erased");
    assertThat(codes(register.keep(List.of(ciphertext)))).isEmpty();
    assertThat(state(ciphertext).status()).isEqualTo(Status.ERASED);
    // Nor when the erasure, or its endorsement, is withdrawn afterwards.
    for (EntryRef withdrawn : List.of(endorsement, erasure)) {
      Fact voiding = next(new Voiding("changed my mind"), Optional.of(withdrawn));
      EntryRef ref = only(register.append(List.of(voiding), person("a"))).ref();
      only(endorse("b", ref));
      register.keep(List.of(ciphertext));
      assertThat(state(ciphertext).status()).isEqualTo(Status.ERASED);
    }
    assertThat(register.rebuild(Progress.SILENT).differences()).isEmpty();
  }

  @Test
  void anErasureThatIsVoidedBeforeItsEndorsementErasesNothing() {
    Ciphertext ciphertext = ciphertext(1);
    only(seal(ciphertext, Attachment.Kind.PERSONAL));
    EntryRef erasure = only(erase("a", ciphertext)).ref();
    only(
        register.append(
            List.of(next(new Voiding("not asked for"), Optional.of(erasure))), person("a")));
    only(endorse("b", erasure));
    assertThat(state(ciphertext).status()).isEqualTo(Status.PRESENT);
  }

  @ParameterizedTest
  @CsvSource({
    "CKED", "CKDE", "CEKD", "CDKE", "CEDK", "CDEK", "ECKD", "DCKE", "ECDK", "DCEK", "EDCK", "DECK",
    "CKEDK"
  })
  void anErasureReachesEveryRegisterInWhateverOrderThingsArrive(String order) {
    Ciphertext ciphertext = ciphertext(1);
    only(seal(ciphertext, Attachment.Kind.PERSONAL));
    EntryRef erasure = only(erase("a", ciphertext)).ref();
    only(endorse("b", erasure));
    List<Salted> entries = new ArrayList<>();
    try (Reading reading = register.read()) {
      reading.exportAll(entries::add);
    }
    Path elsewhere = folder.resolve("elsewhere.fenceline");
    try (Register other = Register.create(elsewhere, Fixture.REAL, clock, new SecureRandom())) {
      for (int i = 0; i < order.length(); i++) {
        char step = order.charAt(i);
        clock.advanceSeconds(60);
        Outcome outcome =
            step == 'K'
                ? other.keep(List.of(ciphertext))
                : other.exchange(
                    List.of(new Synced(entries.get("CED".indexOf(step)), Optional.empty())),
                    Progress.SILENT);
        assertThat(outcome).as("step " + step).isInstanceOf(Outcome.Written.class);
      }
      assertThat(state(other, ciphertext).status()).isEqualTo(Status.ERASED);
      assertThat(other.rebuild(Progress.SILENT).differences()).isEmpty();
    }
  }

  /** Another register calls the same file personal, and has it erased by two people of its own. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anErasureFromElsewhereNeverErasesPositions(boolean isHereFirst) {
    Ciphertext ciphertext = ciphertext(1);
    List<Synced> erasure = new ArrayList<>();
    Path elsewhere = folder.resolve("elsewhere.fenceline");
    try (Register other = Register.create(elsewhere, Fixture.REAL, clock, new SecureRandom())) {
      Fact carrier = carrier(ciphertext, Attachment.Kind.PERSONAL);
      other.append(List.of(carrier), person("x"), List.of(ciphertext), Progress.SILENT);
      Fact erasing = next(new Erasure(ciphertext.address(), "to hide them"), Optional.empty());
      EntryRef ref = only(other.append(List.of(erasing), person("x"))).ref();
      Fact endorsement = next(new Endorsement(ref, Optional.empty()), Optional.empty());
      only(other.append(List.of(endorsement), person("y")));
      assertThat(state(other, ciphertext).status()).isEqualTo(Status.ERASED);
      try (Reading reading = other.read()) {
        reading.exportAll(entry -> erasure.add(new Synced(entry, Optional.empty())));
      }
    }
    if (isHereFirst) {
      only(seal(ciphertext, Attachment.Kind.POSITIONS));
      register.exchange(erasure, Progress.SILENT);
    } else {
      register.exchange(erasure.subList(1, 3), Progress.SILENT);
      only(seal(ciphertext, Attachment.Kind.POSITIONS));
      register.exchange(erasure, Progress.SILENT);
    }
    assertThat(state(ciphertext).status()).isEqualTo(Status.PRESENT);
    assertThat(state(ciphertext).attachment().kind()).isEqualTo(Attachment.Kind.POSITIONS);
    assertThat(register.rebuild(Progress.SILENT).differences()).isEmpty();
  }

  @Test
  void anAttachmentThatCameWithoutItsCiphertextIsMissingUntilItComes() {
    Ciphertext ciphertext = ciphertext(1);
    only(seal(ciphertext, Attachment.Kind.PHOTOGRAPH));
    List<Salted> entries = new ArrayList<>();
    try (Reading reading = register.read()) {
      reading.exportAll(entries::add);
    }
    Path elsewhere = folder.resolve("elsewhere.fenceline");
    try (Register other = Register.create(elsewhere, Fixture.REAL, clock, new SecureRandom())) {
      other.adopt(entries, Progress.SILENT);
      assertThat(state(other, ciphertext).status()).isEqualTo(Status.NOT_HERE);
      try (Reading reading = other.read()) {
        assertThat(reading.missingAttachments()).containsExactly(ciphertext.address());
      }
      other.keep(List.of(ciphertext));
      assertThat(state(other, ciphertext).status()).isEqualTo(Status.PRESENT);
      try (Reading reading = other.read()) {
        assertThat(reading.missingAttachments()).isEmpty();
      }
    }
  }

  @Test
  void theLogKnowsEveryEntryThatNamesAnAttachment() {
    Ciphertext ciphertext = ciphertext(1);
    only(seal(ciphertext, Attachment.Kind.POSITIONS));
    only(
        append(
            "a",
            new PositionRelease(
                Optional.of(ciphertext.address()),
                Optional.empty(),
                "clearance operator",
                PositionRelease.Ground.CLEARING_THE_AREA)));
    assertThat(state(ciphertext).entries())
        .extracting(entry -> entry.body().getClass().getSimpleName())
        .containsExactly("SealedAttachment", "PositionRelease");
  }
}
