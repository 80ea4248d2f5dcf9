package org.fenceline.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kind;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.land.exercise.ExerciseGround;
import org.fenceline.store.LogTable.Known;

/**
 * Decides for one request which facts are new, and what keeps the request out as a whole. Nothing
 * is written before everything is decided. Law and sense are not asked here: facts are recorded
 * first and judged after.
 */
final class Admission {
  private final Identity identity;
  private final LogTable log;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<EntryRef, Recordable> inThisRequest = new HashMap<>();

  /** What is asked of a target that stands in the log or earlier in the same request. */
  private record Recordable(Body body, PersonId by) {}

  Admission(Identity identity, LogTable log) {
    this.identity = identity;
    this.log = log;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The leaf at which the same fact stands already; a problem when its id says something else. */
  Optional<Long> alreadyThere(Fact fact, Sha256 contentHash) throws SQLException {
    List<Known> known = log.known(fact.id());
    for (Known leaf : known) {
      if (leaf.contentHash().equals(contentHash)) {
        return Optional.of(leaf.leafIndex());
      }
    }
    if (!known.isEmpty()) {
      refuse(
          "register.id-reused",
          fact,
          "the id stands at leaf " + known.getFirst().leafIndex() + " with other content",
          "correct that entry, or record this one under an id of its own");
    }
    return Optional.empty();
  }

  /** Checks what another register hands over; clashes and missing targets are no obstacle. */
  void takeOver(Salted salted, Optional<String> homeProof) {
    Fact fact = salted.recorded().entry().fact();
    admitExercise(fact, salted.recorded().entry().recordedBy());
    homeProof
        .flatMap(proof ->
            HomeProof.objection(proof, Leaf.of(salted.salt(), salted.recorded().canonicalJson())))
        .ifPresent(why ->
            refuse(
                "sync.home-proof",
                fact,
                "the proof that came with it does not hold: " + why,
                "ask for the entries again"));
  }

  /** Checks a new fact against this register. */
  void admit(Fact fact, Sha256 contentHash, PersonId by) throws SQLException {
    admitExercise(fact, by);
    if (fact.body() instanceof Endorsement endorsement) {
      admitEndorsement(fact, endorsement, by);
    } else if (fact.supersedes().isPresent()) {
      admitSuperseding(fact, fact.supersedes().get());
    } else if (fact.body() instanceof Voiding) {
      refuse("register.target", fact, "a void names no entry", "name the entry it voids");
    }
    inThisRequest.put(new EntryRef(fact.id(), contentHash), new Recordable(fact.body(), by));
  }

  private void admitExercise(Fact fact, PersonId by) {
    Kind kind = Kinds.ALL.of(fact.body());
    boolean expected = identity.exercise() && kind.isInventedInExercise();
    if (fact.exercise() != expected) {
      refuse(
          "register.exercise",
          fact,
          fact.exercise()
              ? "an exercise entry in the real register " + identity.origin()
              : "a real entry in the exercise register " + identity.origin(),
          "record it in a register of its own kind");
    } else if (by.origin().isExercise() && !identity.exercise()) {
      refuse(
          "register.exercise",
          fact,
          by + " is a person of an exercise, " + identity.origin() + " is a real register",
          "record it as a person of a real register");
    }
    if (identity.exercise()) {
      ExerciseGround.objection(fact.body())
          .ifPresent(why ->
              refuse(
                  "register.real-ground",
                  fact,
                  why,
                  "exercises never name real ground; move it there, or record it in a real"
                      + " register"));
    }
  }

  private void admitEndorsement(Fact fact, Endorsement endorsement, PersonId by)
      throws SQLException {
    Optional<Recordable> target = target(fact, endorsement.target());
    if (target.isPresent() && target.get().by().equals(by)) {
      refuse(
          "register.own-record",
          fact,
          by + " recorded " + endorsement.target().id() + " and cannot endorse it",
          "let a second person endorse it");
    }
  }

  private void admitSuperseding(Fact fact, EntryRef supersedes) throws SQLException {
    Optional<Recordable> target = target(fact, supersedes);
    if (target.isEmpty() || fact.body() instanceof Voiding) {
      return;
    }
    if (!fact.body().getClass().equals(target.get().body().getClass())) {
      refuse(
          "register.kind",
          fact,
          "a "
              + Kinds.ALL.of(fact.body()).word()
              + " cannot correct the "
              + Kinds.ALL.of(target.get().body()).word()
              + " "
              + supersedes.id(),
          "void that entry and record a new one");
    }
  }

  private Optional<Recordable> target(Fact fact, EntryRef target) throws SQLException {
    if (inThisRequest.containsKey(target)) {
      return Optional.of(inThisRequest.get(target));
    }
    for (Logged entry : log.find(target.id())) {
      if (entry.ref().equals(target)) {
        return Optional.of(new Recordable(entry.body(), entry.entry().recordedBy()));
      }
    }
    refuse(
        "register.target",
        fact,
        "the entry " + target.id() + " with content " + target.contentHash() + " is not here",
        "look it up with: fenceline show " + target.id());
    return Optional.empty();
  }

  private void refuse(String code, Fact fact, String message, String mend) {
    problems.add(new Problem(code, Place.ofField(fact.id().toString()), message, mend));
  }
}
