package org.fenceline.cli.register;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.author.AuthorSignature;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.log.note.SigningKey;

/** Adds an author's signatures to what is recorded. */
public final class Signing {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private Signing() {}

  /**
   * The signatures over facts, themselves facts to be appended in the same request. Their own time
   * is unknown and their id follows from the signature, so that a retry adds nothing.
   */
  public static List<Fact> over(
      List<Fact> facts, PersonId person, SigningKey key, boolean exercise) {
    boolean onlyPublic = facts.stream().allMatch(fact -> fact.disclosure() == Disclosure.PUBLIC);
    return AuthorSignature.sign(person, key, facts.stream().map(TEXT::contentHash).toList())
        .stream()
        .map(signed ->
            new Fact(
                EntryId.ofSignature(signed.person(), signed.key(), signed.signature()),
                exercise,
                new When.Unknown(),
                Optional.empty(),
                onlyPublic ? Disclosure.PUBLIC : Disclosure.RESTRICTED,
                List.of(),
                Optional.empty(),
                signed))
        .toList();
  }
}
