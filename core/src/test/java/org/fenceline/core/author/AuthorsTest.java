package org.fenceline.core.author;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fenceline.core.entry.Entry;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.OriginAccepted;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SigningKey;
import org.junit.jupiter.api.Test;

/** Whose keys count: each rule by what must count and by what must not. */
class AuthorsTest {
  private static final Origin HOME = new Origin("fenceline.example/pol");
  private static final Origin AWAY = new Origin("fenceline.example/field");
  private static final EntryText TEXT = new EntryText(Kinds.ALL);
  private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

  private final List<Logged> log = new ArrayList<>();
  private final Map<PersonId, SigningKey> keys = new HashMap<>();
  private final SecureRandom random = new SecureRandom();

  private static PersonId person(String name) {
    return new PersonId(HOME, new Name(name));
  }

  private static PersonId away(String name) {
    return new PersonId(AWAY, new Name(name));
  }

  private SigningKey key(PersonId person) {
    return keys.computeIfAbsent(
        person,
        _ -> {
          try {
            return SigningKey.generate(person.toString(), KeyType.ED25519, random);
          } catch (MalformedInput e) {
            throw new AssertionError(e);
          }
        });
  }

  private SignerKey publicKey(PersonId person) {
    return new SignerKey(key(person).verifier().toString());
  }

  private Logged add(PersonId by, Body body, Optional<EntryRef> supersedes) {
    long leaf = log.size();
    Fact fact =
        new Fact(
            new EntryId(new UUID(0x7000L, leaf)),
            false,
            new When.Unknown(),
            Optional.empty(),
            Disclosure.RESTRICTED,
            List.of(),
            supersedes,
            body);
    Logged entry =
        new Logged(
            leaf,
            new Entry(fact, START.plusSeconds(leaf), by),
            TEXT.contentHash(fact),
            START.plusSeconds(leaf));
    log.add(entry);
    return entry;
  }

  private Logged add(PersonId by, Body body) {
    return add(by, body, Optional.empty());
  }

  private Logged signedBy(PersonId by, Logged entry) {
    AuthorSignature.sign(by, key(by), List.of(entry.contentHash()))
        .forEach(signed -> add(by, signed));
    return entry;
  }

  private Logged register(PersonId by, PersonId whose, boolean administrator) {
    return signedBy(by, add(by, new PersonKey(whose, publicKey(whose), administrator)));
  }

  private void endorse(PersonId by, Logged entry) {
    signedBy(by, add(by, new Endorsement(entry.ref(), Optional.empty())));
  }

  private void twoAdministrators() {
    register(person("anna"), person("anna"), true);
    register(person("anna"), person("boris"), true);
  }

  private boolean counts(PersonId person) {
    return Authors.of(HOME, log).keys().stream()
        .anyMatch(key -> key.body().person().equals(person));
  }

  @Test
  void theFirstAdministratorRegistersTheSecondAlone() {
    twoAdministrators();
    assertThat(counts(person("anna"))).isTrue();
    assertThat(counts(person("boris"))).isTrue();
  }

  @Test
  void everyLaterKeyNeedsBothAdministrators() {
    twoAdministrators();
    Logged clerk = register(person("anna"), person("clerk"), false);
    assertThat(counts(person("clerk"))).isFalse();
    endorse(person("boris"), clerk);
    assertThat(counts(person("clerk"))).isTrue();
  }

  @Test
  void oneAdministratorDoesNotCountTwice() {
    twoAdministrators();
    Logged third = register(person("anna"), person("third"), true);
    endorse(person("anna"), third);
    assertThat(counts(person("third"))).isFalse();
  }

  @Test
  void theFirstAloneRegistersOnlyOneSecond() {
    twoAdministrators();
    register(person("anna"), person("carl"), true);
    assertThat(counts(person("carl"))).isFalse();
  }

  @Test
  void whoIsNoAdministratorRegistersNobody() {
    twoAdministrators();
    Logged clerk = register(person("anna"), person("clerk"), false);
    endorse(person("boris"), clerk);
    Logged friend = register(person("clerk"), person("friend"), false);
    endorse(person("boris"), friend);
    assertThat(counts(person("friend"))).isFalse();
    Logged other = register(person("anna"), person("other"), false);
    endorse(person("clerk"), other);
    assertThat(counts(person("other"))).isFalse();
  }

  @Test
  void aLaterSelfNamedAdministratorDoesNotTakeThePlaceOfTheFirst() {
    twoAdministrators();
    register(person("mallory"), person("mallory"), true);
    assertThat(counts(person("mallory"))).isFalse();
  }

  @Test
  void anUnsignedRegistrationOrEndorsementDoesNotCount() {
    twoAdministrators();
    Logged unsigned =
        add(person("anna"), new PersonKey(person("x"), publicKey(person("x")), false));
    endorse(person("boris"), unsigned);
    assertThat(counts(person("x"))).isFalse();
    Logged signed = register(person("anna"), person("y"), false);
    add(person("boris"), new Endorsement(signed.ref(), Optional.empty()));
    assertThat(counts(person("y"))).isFalse();
  }

  @Test
  void aSignatureByAnotherPersonsKeyDoesNotCount() {
    twoAdministrators();
    Logged forged = add(person("boris"), new PersonKey(person("x"), publicKey(person("x")), true));
    // Anna signs with her own key in Boris's name.
    Signed honest =
        AuthorSignature.sign(person("anna"), key(person("anna")), List.of(forged.contentHash()))
            .getFirst();
    add(
        person("anna"),
        new Signed(person("boris"), honest.key(), honest.contentHashes(), honest.signature()));
    endorse(person("anna"), forged);
    assertThat(counts(person("x"))).isFalse();
  }

  @Test
  void aVoidedKeyProvesNothingNewAndKeepsWhatItProved() {
    twoAdministrators();
    Logged registration = register(person("anna"), person("clerk"), false);
    endorse(person("boris"), registration);
    Logged before = signedBy(person("clerk"), scenario(person("clerk"), "before"));
    add(person("boris"), new Voiding("lost"), Optional.of(registration.ref()));
    Logged after = signedBy(person("clerk"), scenario(person("clerk"), "after"));
    assertThat(provenFrom(before)).isPresent();
    assertThat(provenFrom(after)).isEmpty();
  }

  @Test
  void aSignatureCountsFromItsOwnTimeOn() {
    twoAdministrators();
    Logged registration = register(person("anna"), person("clerk"), false);
    Logged early = signedBy(person("clerk"), scenario(person("clerk"), "early"));
    endorse(person("boris"), registration);
    Instant keyFrom = log.getLast().entry().recordedAt();
    // What was signed before the key counted is proven from when it counts.
    assertThat(provenFrom(early)).contains(keyFrom);
    Logged late = scenario(person("clerk"), "late");
    assertThat(provenFrom(late)).isEmpty();
    signedBy(person("clerk"), late);
    assertThat(provenFrom(late)).contains(log.getLast().entry().recordedAt());
  }

  @Test
  void anotherOriginsKeysCountOnlyOnceTwoAdministratorsAcceptedIt() {
    twoAdministrators();
    register(away("ada"), away("ada"), true);
    register(away("ada"), away("ben"), true);
    assertThat(counts(away("ada"))).isFalse();
    Logged accepted =
        signedBy(
            person("anna"),
            add(person("anna"), new OriginAccepted(AWAY, away("ada"), publicKey(away("ada")))));
    assertThat(counts(away("ada"))).isFalse();
    endorse(person("boris"), accepted);
    assertThat(counts(away("ada"))).isTrue();
    assertThat(counts(away("ben"))).isTrue();
    register(away("eve"), away("eve"), true);
    assertThat(counts(away("eve"))).isFalse();
  }

  @Test
  void anAcceptanceWithAnotherKeyFoundsNobody() {
    twoAdministrators();
    register(away("ada"), away("ada"), true);
    Logged accepted =
        signedBy(
            person("anna"),
            add(
                person("anna"),
                new OriginAccepted(AWAY, away("ada"), publicKey(away("somebody")))));
    endorse(person("boris"), accepted);
    assertThat(counts(away("ada"))).isFalse();
  }

  @Test
  void aBatchIsSignedByItsMerkleRoot() {
    twoAdministrators();
    List<Sha256> contents = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      contents.add(Sha256.of(("content " + i).getBytes(UTF_8)));
    }
    Signed signed = AuthorSignature.sign(person("anna"), key(person("anna")), contents).getFirst();
    assertThat(AuthorSignature.objection(signed)).isEmpty();
    List<Sha256> other = new ArrayList<>(contents);
    other.set(3, Sha256.of("other".getBytes(UTF_8)));
    assertThat(
            AuthorSignature.objection(
                new Signed(person("anna"), signed.key(), other, signed.signature())))
        .contains("the signature does not fit what it is said to sign");
    assertThat(
            AuthorSignature.objection(
                new Signed(person("boris"), signed.key(), contents, signed.signature())))
        .isPresent();
  }

  @Test
  void aLargeImportIsSignedInSeveralBatches() {
    List<Sha256> contents = new ArrayList<>();
    for (int i = 0; i < Signed.LARGEST_BATCH + 1; i++) {
      contents.add(Sha256.of(("content " + i).getBytes(UTF_8)));
    }
    List<Signed> signed = AuthorSignature.sign(person("anna"), key(person("anna")), contents);
    assertThat(signed).hasSize(2);
    assertThat(signed).allMatch(one -> AuthorSignature.objection(one).isEmpty());
  }

  private Logged scenario(PersonId by, String text) {
    return add(by, new ScenarioText(new Name("s"), text));
  }

  private Optional<Instant> provenFrom(Logged entry) {
    return Authors.of(HOME, log)
        .provenFrom(
            entry,
            log.stream()
                .filter(other ->
                    other.body() instanceof Signed signed
                        && signed.contentHashes().contains(entry.contentHash()))
                .toList());
  }
}
