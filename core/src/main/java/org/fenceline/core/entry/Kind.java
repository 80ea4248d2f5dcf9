package org.fenceline.core.entry;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.json.RecordShape;

/**
 * A kind of entry: its word, its body's record, and how bodies of older schema versions become
 * today's.
 *
 * @param word the kind as entries write it
 * @param bodyType the record of today's version
 * @param trait how entries of the kind are treated
 * @param upgrades the step from version i+1 to i+2 at index i; an entry keeps the version and bytes
 *     with which it was recorded, only its reading passes through these
 */
public record Kind(
    String word,
    Class<? extends Record> bodyType,
    Trait trait,
    List<UnaryOperator<Json.Obj>> upgrades) {

  /** How entries of a kind are treated. */
  public enum Trait {
    /** Something that happened on a day: {@code on} must be given. */
    EVENT,
    /** Describes a thing: {@code on} may be left out, then it is unknown. */
    DESCRIPTION,
    /** True of the world, in an exercise register too: never marked as an exercise. */
    WORLD,
    /** Written by a command of its own, never by {@code record}. */
    ACT
  }

  public Kind {
    upgrades = List.copyOf(upgrades);
  }

  static Kind of(String word, Class<? extends Record> bodyType, Trait trait) {
    return new Kind(word, bodyType, trait, List.of());
  }

  /** Today's schema version. */
  public int version() {
    return upgrades.size() + 1;
  }

  /** Whether entries of this kind are marked as an exercise in an exercise register. */
  public boolean isInventedInExercise() {
    return trait != Trait.WORLD;
  }

  RecordShape<?> shape() {
    return RecordShape.of(bodyType);
  }

  /** A body of any version up to today's, or empty with problems added. */
  Optional<Body> read(Json.Obj body, int version, List<Problem> problems) {
    Json.Obj today = body;
    for (UnaryOperator<Json.Obj> upgrade : upgrades.subList(version - 1, upgrades.size())) {
      today = upgrade.apply(today);
    }
    return shape().read(today, "body", problems).map(Body.class::cast);
  }

  /** A body of today's version as JSON. */
  Json.Obj write(Body body) {
    return shape().writeAny(body);
  }
}
