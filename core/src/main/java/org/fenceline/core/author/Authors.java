package org.fenceline.core.author;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.OriginAccepted;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;

/**
 * Whose keys count, since when, and what they prove.
 *
 * <ul>
 *   <li>The first administrator of a register is whoever first named themselves in its log, signed
 *       by the key named there. Of an accepted origin it is whom the acceptance names.
 *   <li>The first administrator alone registers the second.
 *   <li>Every later key, and every acceptance of another origin, needs two administrators: one who
 *       recorded and signed it, and another who endorsed it and signed that.
 *   <li>A key counts from the latest of the times that it needs, until it is voided. What it signed
 *       while it counted stays signed.
 * </ul>
 */
public final class Authors {

  /**
   * A key that counts.
   *
   * @param entry the entry that registered it
   * @param body what that entry says
   * @param from since when it counts
   */
  public record RegisteredKey(Logged entry, PersonKey body, Instant from) {}

  private static final Comparator<Logged> BY_LEAF = Comparator.comparingLong(Logged::leafIndex);
  private static final Comparator<Logged> BY_TIME =
      Comparator.comparing((Logged entry) -> entry.entry().recordedAt())
          .thenComparing(Logged::contentHash);

  private final KeyEntries entries;
  private final Map<Long, RegisteredKey> registered = new HashMap<>();

  private Authors(KeyEntries entries) {
    this.entries = entries;
  }

  /**
   * Folds the entries that bear on keys: all keys and acceptances, what endorses, voids or corrects
   * those, and all signatures over any of them.
   *
   * @param home the register's own origin
   * @param entries in the order of their leaves
   */
  public static Authors of(Origin home, List<Logged> entries) {
    Authors authors = new Authors(new KeyEntries(entries));
    authors.foundHome(home);
    while (authors.registerMore(home)) {
      // Each round registers keys that earlier ones made possible; there are finitely many.
    }
    return authors;
  }

  /** All keys that count, or did until they were voided, by the entries' leaves. */
  public List<RegisteredKey> keys() {
    return registered.values().stream()
        .sorted(Comparator.comparingLong(key -> key.entry().leafIndex()))
        .toList();
  }

  private void foundHome(Origin home) {
    entries
        .personKeys()
        .filter(entry -> isFoundation(entry, home))
        .min(BY_LEAF)
        .ifPresent(founder -> found(founder, BY_LEAF, founder.entry().recordedAt()));
  }

  private boolean isFoundation(Logged entry, Origin origin) {
    PersonKey key = body(entry);
    return key.administrator()
        && key.person().origin().equals(origin)
        && entry.entry().recordedBy().equals(key.person())
        && selfSigned(entry, key).isPresent();
  }

  private Optional<Instant> selfSigned(Logged entry, PersonKey key) {
    return entries.signedOver(entry.contentHash()).stream()
        .filter(signed -> signed(signed).key().equals(key.key()))
        .map(signed -> signed.entry().recordedAt())
        .min(Comparator.naturalOrder());
  }

  /** Registers a first administrator, and the second whom the first alone may register. */
  private void found(Logged founder, Comparator<Logged> order, Instant notBefore) {
    PersonKey first = body(founder);
    Instant from = later(notBefore, selfSigned(founder, first).orElse(notBefore));
    registered.put(founder.leafIndex(), new RegisteredKey(founder, first, from));
    entries
        .personKeys()
        .filter(entry -> body(entry).administrator())
        .filter(entry -> entry.entry().recordedBy().equals(first.person()))
        .filter(entry -> !body(entry).person().equals(first.person()))
        .filter(entry -> body(entry).person().origin().equals(first.person().origin()))
        .filter(entry -> provenFrom(entry, true).isPresent())
        .min(order)
        .ifPresent(second ->
            registered.put(
                second.leafIndex(),
                new RegisteredKey(
                    second, body(second), later(from, provenFrom(second, true).orElse(from)))));
  }

  private boolean registerMore(Origin home) {
    int before = registered.size();
    for (Logged entry : entries.personKeys().toList()) {
      if (!registered.containsKey(entry.leafIndex())
          && body(entry).person().origin().equals(entry.entry().recordedBy().origin())) {
        twoAdministrators(entry)
            .ifPresent(from ->
                registered.put(entry.leafIndex(), new RegisteredKey(entry, body(entry), from)));
      }
    }
    for (Logged entry : entries.acceptances().toList()) {
      if (entry.body() instanceof OriginAccepted accepted
          && entry.entry().recordedBy().origin().equals(home)) {
        twoAdministrators(entry).ifPresent(from -> accept(accepted, from));
      }
    }
    return registered.size() > before;
  }

  private void accept(OriginAccepted accepted, Instant from) {
    entries
        .personKeys()
        .filter(entry -> !registered.containsKey(entry.leafIndex()))
        .filter(entry -> body(entry).person().equals(accepted.administrator()))
        .filter(entry -> body(entry).key().equals(accepted.key()))
        .filter(entry -> isFoundation(entry, accepted.origin()))
        .min(BY_TIME)
        .ifPresent(founder -> found(founder, BY_TIME, from));
  }

  /** Since when one administrator said so, and another of the same register endorsed it. */
  private Optional<Instant> twoAdministrators(Logged entry) {
    PersonId one = entry.entry().recordedBy();
    Optional<Instant> said = provenFrom(entry, true);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return entries
        .endorsementsOf(entry.ref())
        .filter(endorsement -> !endorsement.entry().recordedBy().equals(one))
        .filter(endorsement -> endorsement.entry().recordedBy().origin().equals(one.origin()))
        .flatMap(endorsement -> provenFrom(endorsement, true).stream())
        .map(endorsed -> later(said.get(), endorsed))
        .min(Comparator.naturalOrder());
  }

  /**
   * Since when it is proven that whoever recorded an entry really did; empty when it is not.
   *
   * @param signatures entries that hold a signature over it, whoever signed
   */
  public Optional<Instant> provenFrom(Logged entry, List<Logged> signatures) {
    return signatures.stream()
        .filter(signature ->
            signature.body() instanceof Signed signed
                && AuthorSignature.objection(signed).isEmpty())
        .flatMap(signature -> times(entry, signature, false))
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> provenFrom(Logged entry, boolean byAdministrator) {
    return entries.signedOver(entry.contentHash()).stream()
        .flatMap(signature -> times(entry, signature, byAdministrator))
        .min(Comparator.naturalOrder());
  }

  private Stream<Instant> times(Logged entry, Logged signature, boolean byAdministrator) {
    Signed signed = signed(signature);
    Instant signedAt = signature.entry().recordedAt();
    if (!signed.person().equals(entry.entry().recordedBy())
        || !signed.contentHashes().contains(entry.contentHash())) {
      return Stream.empty();
    }
    return keysOf(signed.person(), signed.key())
        .filter(key -> key.body().administrator() || !byAdministrator)
        .filter(key -> entries.stands(key.entry(), signedAt))
        .map(key -> later(later(key.from(), signedAt), entry.entry().recordedAt()));
  }

  private Stream<RegisteredKey> keysOf(PersonId person, SignerKey key) {
    return new ArrayList<>(registered.values())
        .stream()
            .filter(known -> known.body().person().equals(person))
            .filter(known -> known.body().key().equals(key));
  }

  private static PersonKey body(Logged entry) {
    if (entry.body() instanceof PersonKey key) {
      return key;
    }
    throw new IllegalStateException(entry.id() + " is no key");
  }

  private static Signed signed(Logged entry) {
    if (entry.body() instanceof Signed signed) {
      return signed;
    }
    throw new IllegalStateException(entry.id() + " is no signature");
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
