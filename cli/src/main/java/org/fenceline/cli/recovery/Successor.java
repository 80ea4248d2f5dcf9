package org.fenceline.cli.recovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Keys;
import org.fenceline.cli.register.Signing;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.OriginSucceeded;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.recovery.LeafRanges;
import org.fenceline.core.recovery.Placement;
import org.fenceline.store.Identity;
import org.fenceline.store.key.KeyFolder;

/** The log that takes the place of one that cannot go on, and what it records first. */
final class Successor {
  /** What a drill has in the place of a state that nobody named. */
  static final StateCode STAND_IN_STATE = new StateCode("XXX");

  private final Surroundings surroundings;
  private final Origin lost;
  private final PersonId founder;
  private final String how;
  private final KeyFolder folder;
  private final Optional<SigningKey> kept;
  private final SigningKey key;

  private Successor(
      Surroundings surroundings, Origin lost, PersonId founder, String how, KeyFolder folder) {
    this.surroundings = surroundings;
    this.lost = lost;
    this.founder = founder;
    this.how = how;
    this.folder = folder;
    this.kept = folder.person(founder);
    this.key = kept.orElseGet(() -> generated(founder, surroundings));
  }

  private static SigningKey generated(PersonId founder, Surroundings surroundings) {
    try {
      return SigningKey.generate(founder.toString(), KeyType.ED25519, surroundings.random());
    } catch (MalformedInput e) {
      throw new IllegalStateException("a person can be a key's name", e);
    }
  }

  /** A successor as the command line names it. */
  static Successor of(
      Surroundings surroundings,
      Origin lost,
      String origin,
      String how,
      String administrator,
      Path register) {
    PersonId founder;
    try {
      Origin named = Origin.parse(origin);
      if (named.isExercise() && !lost.isExercise()) {
        throw refused(
            "register.origin",
            "--origin",
            "a real register refuses the exercise origin " + named,
            "choose an origin that does not end in /exercise");
      }
      Origin own = lost.isExercise() ? named.asExercise() : named;
      if (own.equals(lost)) {
        throw refused(
            "register.origin",
            "--origin",
            own + " is the log that was lost; one origin has one log",
            "choose another name for the new log");
      }
      founder = new PersonId(own, new Name(administrator));
    } catch (IllegalArgumentException e) {
      RefusedRequest refused =
          refused("entry.value", "--origin", String.valueOf(e.getMessage()), "");
      refused.initCause(e);
      throw refused;
    }
    KeyFolder folder = Keys.folder(surroundings, Optional.empty(), register);
    if (folder.hasLogKeys()) {
      throw new RefusedRequest(
          new Problem(
              "key.exists",
              Place.UNKNOWN.in(folder.path().toString()),
              "there are keys of a log already, and the new log needs its own",
              "give the new register another name than the lost one"));
    }
    return new Successor(surroundings, lost, founder, how, folder);
  }

  /** Stands in for a successor that nobody named yet, so that a drill can be held. */
  static Successor drill(Surroundings surroundings, Origin lost) {
    PersonId nobody = new PersonId(standIn(lost), new Name("drill"));
    KeyFolder nowhere = new KeyFolder(surroundings.file("no.keys"), Optional.empty());
    return new Successor(surroundings, lost, nobody, "a drill", nowhere);
  }

  /** The origin of a drill. */
  static Origin standIn(Origin lost) {
    Origin drill = new Origin("local/drill");
    return lost.isExercise() ? drill.asExercise() : drill;
  }

  private static RefusedRequest refused(String code, String field, String message, String mend) {
    return new RefusedRequest(new Problem(code, Place.ofField(field), message, mend));
  }

  Origin origin() {
    return founder.origin();
  }

  PersonId founder() {
    return founder;
  }

  /** That it takes the lost log's place and what of that is lost, and its first administrator. */
  List<Fact> first(Identity identity, Placement placement, SignedNote checkpoint) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Drafts.undated(
            surroundings,
            identity,
            Disclosure.PUBLIC,
            new OriginSucceeded(
                lost, Optional.of(checkpoint.toString()), how + "; " + account(placement))));
    facts.add(
        Drafts.undated(
            surroundings,
            identity,
            Disclosure.RESTRICTED,
            new PersonKey(founder, new SignerKey(key.verifier().toString()), true)));
    facts.addAll(Signing.over(facts, founder, key, identity.exercise()));
    return facts;
  }

  private static String account(Placement placement) {
    if (placement.isComplete()) {
      return "all " + placement.size() + " leaves came back";
    }
    String account =
        "%d of %d leaves came back".formatted(placement.held().size(), placement.size());
    if (!placement.hashOnly().isEmpty()) {
      account += "; known by hash only: " + LeafRanges.text(placement.hashOnly());
    }
    return placement.unknown().isEmpty()
        ? account
        : account + "; signed and not known at all: " + LeafRanges.text(placement.unknown());
  }

  /** Keeps the first administrator's key, before the register gets its name. */
  void keepKey() {
    if (kept.isEmpty()) {
      folder.keepPerson(founder, key, surroundings.random());
    }
  }
}
