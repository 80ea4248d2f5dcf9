package org.fenceline.exchange.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.SourceDocument;
import org.fenceline.core.entry.json.Document;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.json.RecordShape;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.evidence.NotClaim;
import org.fenceline.exchange.yaml.YamlReader;

/**
 * What a claims file holds. Its claims need not repeat the name of their source.
 *
 * @param source the document
 * @param claims what it claims
 * @param notClaims what in it claims nothing
 */
@Meaning("A document, what it claims, and what in it claims nothing.")
public record ClaimsFile(SourceDocument source, List<Claim> claims, List<NotClaim> notClaims) {

  public ClaimsFile {
    claims = List.copyOf(claims);
    notClaims = List.copyOf(notClaims);
  }

  /**
   * Reads a file's text.
   *
   * @throws MalformedInput with every problem, each with its line and field
   */
  public static ClaimsFile read(String text) throws MalformedInput {
    Document document = YamlReader.read(text);
    Document complete = new Document(withSources(document.root()), document.lines());
    ClaimsFile file = RecordShape.of(ClaimsFile.class).read(complete);
    List<Problem> problems = new ArrayList<>();
    Set<Name> names = new HashSet<>();
    for (int i = 0; i < file.claims().size(); i++) {
      Claim claim = file.claims().get(i);
      String field = "claims[" + i + "]";
      if (!names.add(claim.claim())) {
        problems.add(
            problem(
                complete,
                field + ".claim",
                "\"" + claim.claim() + "\" stands twice",
                "rename one"));
      }
      if (!claim.source().equals(file.source().name())) {
        problems.add(
            problem(
                complete,
                field + ".source",
                "\"" + claim.source() + "\" is not the source of this file",
                "leave it out, or write " + file.source().name()));
      }
    }
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems);
    }
    return file;
  }

  private static Problem problem(Document document, String field, String what, String mend) {
    Place place = document.place(field);
    return new Problem("claims.name", place, what, mend);
  }

  private static Json withSources(Json root) {
    if (!(root instanceof Json.Obj file)
        || !(file.get("claims").orElse(root) instanceof Json.Arr claims)) {
      return root;
    }
    Optional<Json> name =
        file.get("source")
            .filter(Json.Obj.class::isInstance)
            .flatMap(source -> ((Json.Obj) source).get("name"));
    if (name.isEmpty()) {
      return root;
    }
    List<Json> complete = new ArrayList<>();
    for (Json claim : claims.items()) {
      complete.add(
          claim instanceof Json.Obj object && object.get("source").isEmpty()
              ? Json.object().putAll(object.members()).put("source", name.get()).build()
              : claim);
    }
    return Json.object().putAll(file.members()).put("claims", Json.array(complete)).build();
  }
}
