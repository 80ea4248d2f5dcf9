package org.fenceline.core.author;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.Standing;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.OriginAccepted;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Sha256;

/** The entries that bear on keys, each with the times between which it stands. */
final class KeyEntries {
  private final List<Logged> entries;
  private final Map<Long, List<Standing.Interval>> standing = new HashMap<>();
  private final Map<Sha256, List<Logged>> signedByContent = new HashMap<>();

  /** Entries in the order of their leaves. */
  KeyEntries(List<Logged> entries) {
    this.entries = List.copyOf(entries);
    for (Standing.Interval interval :
        Standing.of(this.entries, AsOf.Basis.ALL, AsOf.Clock.RECORDED)) {
      standing.computeIfAbsent(interval.leafIndex(), _ -> new ArrayList<>()).add(interval);
    }
    for (Logged entry : this.entries) {
      if (entry.body() instanceof Signed signed && AuthorSignature.objection(signed).isEmpty()) {
        signed
            .contentHashes()
            .forEach(content ->
                signedByContent.computeIfAbsent(content, _ -> new ArrayList<>()).add(entry));
      }
    }
  }

  Stream<Logged> personKeys() {
    return entries.stream().filter(entry -> entry.body() instanceof PersonKey);
  }

  Stream<Logged> acceptances() {
    return entries.stream().filter(entry -> entry.body() instanceof OriginAccepted);
  }

  Stream<Logged> endorsementsOf(EntryRef target) {
    return entries.stream()
        .filter(entry ->
            entry.body() instanceof Endorsement endorsement && endorsement.target().equals(target));
  }

  /** Entries with a signature over a content that fits the key which it names. */
  List<Logged> signedOver(Sha256 content) {
    return signedByContent.getOrDefault(content, List.of());
  }

  /** Whether nothing withdrew the entry by then. */
  boolean stands(Logged entry, Instant at) {
    return standing.getOrDefault(entry.leafIndex(), List.of()).stream()
        .anyMatch(interval ->
            !interval.from().isAfter(at)
                && interval.until().map(until -> until.isAfter(at)).orElse(true));
  }
}
