package org.fenceline.core.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.AsOf.Basis;
import org.fenceline.core.entry.value.EntryRef;

/**
 * Which entries stand at which time of knowledge. A pure function of one thread: the entries that
 * reach one another by superseding and endorsing.
 *
 * <ul>
 *   <li>A void withdraws exactly the entry that it names; a withdrawn void withdraws nothing.
 *   <li>A correction takes the place of what it corrects, as long as it is not withdrawn itself.
 *   <li>Of two corrections of one entry that both stand, the later known one counts, ties going to
 *       the larger content hash; both are named as a fork until one is withdrawn.
 *   <li>What several registers recorded alike is one fact: of leaves with one id and one content
 *       the earliest known counts.
 *   <li>A correction stands only together with what it corrects: it waits until that has arrived.
 *   <li>By the basis ENDORSED an entry counts only from its endorsement by another person. An
 *       endorsement needs none itself, nor does the void of one: doubt counts at once.
 * </ul>
 */
public final class Standing {

  /**
   * A stretch of knowledge time during which an entry stands.
   *
   * @param leafIndex the entry's place in the log
   * @param from from when, inclusive
   * @param until until when, exclusive; empty for good
   */
  public record Interval(long leafIndex, Instant from, Optional<Instant> until) {}

  private final List<Logged> thread;
  private final Basis basis;
  private final AsOf.Clock clock;

  private Standing(List<Logged> thread, Basis basis, AsOf.Clock clock) {
    this.basis = basis;
    this.clock = clock;
    this.thread = oneLeafEach(thread);
  }

  private List<Logged> oneLeafEach(List<Logged> all) {
    Comparator<Logged> earliest =
        Comparator.comparing((Logged member) -> member.knownAt(clock))
            .thenComparing(member -> member.entry().recordedAt())
            .thenComparing(member -> member.entry().recordedBy().toString());
    Map<EntryRef, Logged> first = new LinkedHashMap<>();
    for (Logged member : all) {
      first.merge(
          member.ref(), member, (one, other) -> earliest.compare(other, one) < 0 ? other : one);
    }
    return List.copyOf(first.values());
  }

  /** The stretches during which the entries of a thread stand. */
  public static List<Interval> of(List<Logged> thread, Basis basis, AsOf.Clock clock) {
    return new Standing(thread, basis, clock).intervals();
  }

  /** The entries of a thread that stand beside the one that counts, when all is known. */
  public static List<Logged> forks(List<Logged> thread, AsOf.Clock clock) {
    Standing standing = new Standing(thread, Basis.ALL, clock);
    List<Logged> forked = new ArrayList<>();
    for (Logged root : standing.roots()) {
      List<Logged> candidates = standing.candidates(root, Instant.MAX);
      if (candidates.size() > 1) {
        forked.addAll(candidates);
      }
    }
    return forked;
  }

  private List<Interval> intervals() {
    List<Instant> moments =
        thread.stream().map(member -> member.knownAt(clock)).distinct().sorted().toList();
    Map<Long, Instant> open = new LinkedHashMap<>();
    List<Interval> closed = new ArrayList<>();
    for (Instant moment : moments) {
      List<Long> standing = standingAt(moment);
      open.entrySet()
          .removeIf(entry -> {
            if (standing.contains(entry.getKey())) {
              return false;
            }
            closed.add(new Interval(entry.getKey(), entry.getValue(), Optional.of(moment)));
            return true;
          });
      standing.forEach(leaf -> open.putIfAbsent(leaf, moment));
    }
    open.forEach((leaf, from) -> closed.add(new Interval(leaf, from, Optional.empty())));
    closed.sort(Comparator.comparingLong(Interval::leafIndex).thenComparing(Interval::from));
    return closed;
  }

  private List<Long> standingAt(Instant moment) {
    List<Long> standing = new ArrayList<>();
    for (Logged root : roots()) {
      candidates(root, moment).stream()
          .max(
              Comparator.comparing((Logged member) -> member.knownAt(clock))
                  .thenComparing(Logged::contentHash))
          .ifPresent(winner -> standing.add(winner.leafIndex()));
    }
    for (Logged member : thread) {
      if (isAct(member) && counts(member, moment) && !isWithdrawn(member, moment)) {
        standing.add(member.leafIndex());
      }
    }
    return standing;
  }

  /** Records that correct nothing. */
  private List<Logged> roots() {
    return thread.stream()
        .filter(member -> !isAct(member))
        .filter(member -> supersedes(member).isEmpty())
        .toList();
  }

  /** The record and its corrections that count and have no counting correction below them. */
  private List<Logged> candidates(Logged root, Instant moment) {
    List<Logged> below = new ArrayList<>();
    for (Logged correction : thread) {
      boolean isOfItsKind = correction.body().getClass().equals(root.body().getClass());
      if (isOfItsKind && supersedes(correction).equals(Optional.of(root.ref()))) {
        below.addAll(candidates(correction, moment));
      }
    }
    boolean itself = counts(root, moment) && !isWithdrawn(root, moment);
    return below.isEmpty() && itself ? List.of(root) : below;
  }

  private boolean counts(Logged member, Instant moment) {
    if (member.knownAt(clock).isAfter(moment)) {
      return false;
    }
    return switch (basis) {
      case ALL -> true;
      case ENDORSED ->
          member.body() instanceof Endorsement
              || isVoidOfEndorsement(member)
              || isEndorsed(member, moment);
    };
  }

  private boolean isEndorsed(Logged member, Instant moment) {
    return thread.stream()
        .filter(endorser ->
            endorser.body() instanceof Endorsement endorsement
                && endorsement.target().equals(member.ref()))
        .filter(endorser -> !endorser.entry().recordedBy().equals(member.entry().recordedBy()))
        .filter(endorser -> !endorser.knownAt(clock).isAfter(moment))
        .anyMatch(endorser -> !isWithdrawn(endorser, moment));
  }

  private boolean isWithdrawn(Logged member, Instant moment) {
    return thread.stream()
        .filter(voiding -> voiding.body() instanceof Voiding)
        .filter(voiding -> supersedes(voiding).equals(Optional.of(member.ref())))
        .filter(voiding -> counts(voiding, moment))
        .anyMatch(voiding -> !isWithdrawn(voiding, moment));
  }

  private boolean isVoidOfEndorsement(Logged member) {
    return member.body() instanceof Voiding
        && supersedes(member)
            .flatMap(this::find)
            .filter(target -> target.body() instanceof Endorsement)
            .isPresent();
  }

  private Optional<Logged> find(EntryRef ref) {
    return thread.stream().filter(member -> member.ref().equals(ref)).findFirst();
  }

  private static Optional<EntryRef> supersedes(Logged member) {
    return member.entry().fact().supersedes();
  }

  private static boolean isAct(Logged member) {
    return member.body() instanceof Voiding || member.body() instanceof Endorsement;
  }
}
