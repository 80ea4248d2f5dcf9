package org.fenceline.core.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.EntryRef;

/**
 * Which versions of a record a safety answer must reckon with. Where {@link Standing} says which
 * one version counts, this errs on the side of danger: whatever makes ground look safer counts only
 * once it is proven to be endorsed by somebody else, whatever makes it look more dangerous counts
 * at once. No unendorsed entry ever takes a danger away or adds safe ground.
 *
 * <ul>
 *   <li>An entry is <em>accepted</em> when its author is proven, and an endorsement of it by
 *       another proven person is not doubted.
 *   <li>An entry is <em>doubted</em> when a void of it was recorded, accepted or not, unless that
 *       void was itself withdrawn by an accepted one.
 *   <li>A danger is <em>gone</em> only by an accepted, undoubted void or correction.
 *   <li>Safe ground is what every version that is not properly replaced agrees on, as long as one
 *       of them is accepted and none is doubted.
 * </ul>
 */
public final class Caution {
  private final Map<EntryRef, List<Logged>> thread = new LinkedHashMap<>();
  private final Predicate<Logged> isProven;

  private Caution(List<Logged> thread, Predicate<Logged> isProven) {
    thread.forEach(
        member -> this.thread.computeIfAbsent(member.ref(), _ -> new ArrayList<>()).add(member));
    this.isProven = isProven;
  }

  /**
   * Looks at one thread: entries that reach one another by superseding and endorsing.
   *
   * @param isProven whether a signature proves that whoever recorded an entry really did
   */
  public static Caution of(List<Logged> thread, Predicate<Logged> isProven) {
    return new Caution(thread, isProven);
  }

  /** The versions that are dangers still. */
  public List<Logged> dangers() {
    return records().stream().filter(record -> !isGone(record)).toList();
  }

  /**
   * The versions that must all agree on a piece of ground for it to be safe; empty when none is.
   */
  public List<Logged> grounds() {
    List<Logged> live =
        records().stream().filter(record -> !isReplaced(record) && !isWithdrawn(record)).toList();
    boolean isSafe =
        live.stream().noneMatch(this::isDoubted) && live.stream().anyMatch(this::isAccepted);
    return isSafe ? live : List.of();
  }

  /** Whether an entry is accepted and nobody doubts it. */
  public boolean isSettled(Logged entry) {
    return isAccepted(entry) && !isDoubted(entry);
  }

  private List<Logged> records() {
    return thread.values().stream()
        .map(List::getFirst)
        .filter(member -> !(member.body() instanceof Endorsement))
        .filter(member -> !(member.body() instanceof Voiding))
        .toList();
  }

  private boolean isGone(Logged record) {
    return isWithdrawn(record) || isReplaced(record);
  }

  /** Replaced by a correction that is accepted and undoubted. */
  private boolean isReplaced(Logged record) {
    return pointingAt(record)
        .anyMatch(correction ->
            correction.body().getClass().equals(record.body().getClass()) && isSettled(correction));
  }

  /** Withdrawn by a void that is accepted and undoubted. */
  private boolean isWithdrawn(Logged member) {
    return voidsOf(member).anyMatch(this::isSettled);
  }

  /** Some void of it was recorded, and not properly withdrawn. */
  private boolean isDoubted(Logged member) {
    return voidsOf(member).anyMatch(voiding -> !isWithdrawn(voiding));
  }

  private boolean isAccepted(Logged member) {
    return leaves(member).anyMatch(isProven)
        && thread.values().stream()
            .flatMap(List::stream)
            .filter(endorser ->
                endorser.body() instanceof Endorsement endorsement
                    && endorsement.target().equals(member.ref()))
            .filter(endorser -> leaves(member).noneMatch(one -> isBySame(one, endorser)))
            .filter(isProven)
            .anyMatch(endorser -> !isDoubted(endorser));
  }

  /** What several registers recorded alike is one entry, in several leaves. */
  private Stream<Logged> leaves(Logged member) {
    return thread.getOrDefault(member.ref(), List.of()).stream();
  }

  private static boolean isBySame(Logged one, Logged other) {
    return one.entry().recordedBy().equals(other.entry().recordedBy());
  }

  private Stream<Logged> voidsOf(Logged member) {
    return pointingAt(member).filter(voiding -> voiding.body() instanceof Voiding);
  }

  private Stream<Logged> pointingAt(Logged member) {
    Optional<EntryRef> target = Optional.of(member.ref());
    return thread.values().stream()
        .map(List::getFirst)
        .filter(other -> other.entry().fact().supersedes().equals(target));
  }
}
