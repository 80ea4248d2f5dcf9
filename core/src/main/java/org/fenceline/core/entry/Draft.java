package org.fenceline.core.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.json.Document;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.json.RecordShape;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.When;

/**
 * What a person writes down to be recorded: the parts of an entry that are theirs to say.
 *
 * @param on when it was true
 * @param transcribed where it was first recorded elsewhere
 * @param disclosure who may read it; restricted when left out
 * @param citations on what evidence it rests
 * @param body what it says
 */
@Meaning("What a person writes down to be recorded.")
public record Draft(
    @Meaning("When it was true, such as 2026-03-05.") Optional<When> on,
    @Meaning("Where it was first recorded elsewhere.") Optional<Transcribed> transcribed,
    @Meaning("Who may read it; restricted when left out.") Optional<Disclosure> disclosure,
    @Meaning("On what evidence it rests.") List<Citation> citations,
    @Meaning("What it says; its members depend on the kind.") Json.Obj body) {

  /**
   * Checks a draft's shape.
   *
   * @param id the name that the entry is to have
   * @param exerciseRegister whether the register is one of an exercise
   * @param supersedes the entry that it is to correct
   * @return the fact that can be recorded
   * @throws MalformedInput with every problem, each with its line and field
   */
  public static Fact check(
      Kind kind,
      Document document,
      EntryId id,
      boolean exerciseRegister,
      Optional<EntryRef> supersedes)
      throws MalformedInput {
    Draft draft = RecordShape.of(Draft.class).read(document);
    List<Problem> problems = new ArrayList<>();
    Optional<Body> body = kind.read(draft.body(), kind.version(), problems);
    if (draft.on().isEmpty() && kind.trait() == Kind.Trait.EVENT) {
      problems.add(
          new Problem(
              "entry.missing",
              Place.ofField("on"),
              "is missing (when it was true)",
              "add it, such as 2026-03-05; write unknown if nobody knows"));
    }
    if (!problems.isEmpty() || body.isEmpty()) {
      throw new MalformedInput(problems.stream().map(document::placed).toList());
    }
    return new Fact(
        id,
        exerciseRegister && kind.isInventedInExercise(),
        draft.on().orElseGet(When.Unknown::new),
        draft.transcribed(),
        draft.disclosure().orElse(Disclosure.RESTRICTED),
        draft.citations(),
        supersedes,
        body.get());
  }
}
