package org.fenceline.cli.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Citation;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.SourceDocument;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.When;
import org.fenceline.exchange.claims.ClaimsFile;

/**
 * Sources and claims as facts, named by source and claim, so that adding them twice adds nothing.
 */
public final class ClaimFacts {
  private ClaimFacts() {}

  /** The source and all claims of a file. */
  public static List<Fact> of(ClaimsFile file) {
    List<Fact> facts = new ArrayList<>();
    facts.add(of(file.source()));
    file.claims().forEach(claim -> facts.add(of(claim)));
    return facts;
  }

  /** A source document. */
  static Fact of(SourceDocument source) {
    return fact(
        EntryId.ofRow("fenceline-sources", source.name().text(), 0),
        source.published().orElseGet(When.Unknown::new),
        List.of(),
        source);
  }

  private static Fact of(Claim claim) {
    return fact(
        EntryId.ofRow("fenceline-claims", claim.source() + " " + claim.claim(), 0),
        claim.when().orElseGet(When.Unknown::new),
        List.of(new Citation(claim.source().text(), "paragraph " + claim.paragraph())),
        claim);
  }

  // Sources and claims speak of the world: in an exercise register too they are no exercise.
  private static Fact fact(EntryId id, When on, List<Citation> citations, Body body) {
    return new Fact(
        id, false, on, Optional.empty(), Disclosure.PUBLIC, citations, Optional.empty(), body);
  }
}
