package org.fenceline.cli.register;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.Standing;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.store.Reading;

/** Finds an entry and what became of it. */
final class Lookup {
  private Lookup() {}

  /** The entry that a user named. */
  static Logged entry(Reading reading, String id) {
    List<Logged> found;
    try {
      found = reading.find(EntryId.parse(id));
    } catch (IllegalArgumentException e) {
      throw refused("entry.value", String.valueOf(e.getMessage()), "", e);
    }
    if (found.isEmpty()) {
      throw refused(
          "register.unknown-id",
          "there is no entry " + id + " in " + reading.identity().origin(),
          "list entries with: fenceline export entries -",
          null);
    }
    return found.getFirst();
  }

  /**
   * The version of a record that stands now: itself, or the correction that took its place.
   *
   * @throws RefusedRequest when the record is void
   */
  static Logged standing(Reading reading, Logged named) {
    List<Logged> thread = reading.thread(named.id());
    List<Long> standing = standingNow(thread);
    return lineage(thread, named).stream()
        .filter(member -> standing.contains(member.leafIndex()))
        .max(Comparator.comparing((Logged member) -> member.entry().recordedAt()))
        .orElseThrow(() ->
            refused(
                "register.void",
                "the record " + named.id() + " is void",
                "look at its history with: fenceline show " + named.id(),
                null));
  }

  /** The records of a thread that reach the named one by correcting, itself included. */
  static List<Logged> lineage(List<Logged> thread, Logged named) {
    boolean isAct = named.body() instanceof Voiding || named.body() instanceof Endorsement;
    return isAct
        ? List.of(named)
        : thread.stream()
            .filter(member -> !(member.body() instanceof Voiding))
            .filter(member -> !(member.body() instanceof Endorsement))
            .collect(Collectors.toList());
  }

  /** Leaves of the thread that stand when everything is known. */
  static List<Long> standingNow(List<Logged> thread) {
    return Standing.of(thread, AsOf.Basis.ALL, AsOf.Clock.RECORDED).stream()
        .filter(interval -> interval.until().isEmpty())
        .map(Standing.Interval::leafIndex)
        .toList();
  }

  /** Whether a standing endorsement of exactly this version is in the thread, and whose it is. */
  static Optional<Logged> endorsement(List<Logged> thread, Logged version) {
    List<Long> standing = standingNow(thread);
    return thread.stream()
        .filter(member ->
            member.body() instanceof Endorsement endorsement
                && endorsement.target().equals(version.ref()))
        .filter(member -> standing.contains(member.leafIndex()))
        .findFirst();
  }

  private static RefusedRequest refused(
      String code,
      String message,
      String mend,
      @org.jspecify.annotations.Nullable Throwable cause) {
    RefusedRequest refused =
        new RefusedRequest(new Problem(code, Place.ofField("ID"), message, mend));
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
