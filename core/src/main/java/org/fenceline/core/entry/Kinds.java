package org.fenceline.core.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.Kind.Trait;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.Dispatch;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.body.FileImport;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.body.Lot;
import org.fenceline.core.entry.body.Model;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.OriginAccepted;
import org.fenceline.core.entry.body.OriginSucceeded;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.body.PositionRelease;
import org.fenceline.core.entry.body.Receipt;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.body.SealedAttachment;
import org.fenceline.core.entry.body.SealingPolicy;
import org.fenceline.core.entry.body.Settings;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.body.SourceDocument;
import org.fenceline.core.entry.body.Stocktake;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.body.Unsealing;
import org.fenceline.core.entry.body.Voiding;

/** The kinds of entries that a program knows. */
public final class Kinds {

  /** The kinds of this program. */
  public static final Kinds ALL =
      new Kinds(
          List.of(
              Kind.of("source", SourceDocument.class, Trait.WORLD),
              Kind.of("claim", Claim.class, Trait.WORLD),
              Kind.of("model", Model.class, Trait.DESCRIPTION),
              Kind.of("lot", Lot.class, Trait.DESCRIPTION),
              Kind.of("movement", Movement.class, Trait.EVENT),
              Kind.of("dispatch", Dispatch.class, Trait.EVENT),
              Kind.of("receipt", Receipt.class, Trait.EVENT),
              Kind.of("stocktake", Stocktake.class, Trait.EVENT),
              Kind.of("treaty-action", TreatyAction.class, Trait.WORLD),
              Kind.of("armed-conflict", ArmedConflict.class, Trait.WORLD),
              Kind.of("scenario", ScenarioText.class, Trait.DESCRIPTION),
              Kind.of("settings", Settings.class, Trait.WORLD),
              Kind.of("void", Voiding.class, Trait.ACT),
              Kind.of("endorsement", Endorsement.class, Trait.ACT),
              Kind.of("import", FileImport.class, Trait.ACT),
              Kind.of("person-key", PersonKey.class, Trait.ACT),
              Kind.of("signed", Signed.class, Trait.ACT),
              Kind.of("origin-accepted", OriginAccepted.class, Trait.ACT),
              Kind.of("log-keys", LogKeys.class, Trait.ACT),
              Kind.of("origin-succeeded", OriginSucceeded.class, Trait.ACT),
              Kind.of("sealing-policy", SealingPolicy.class, Trait.DESCRIPTION),
              Kind.of("sealed", SealedAttachment.class, Trait.ACT),
              Kind.of("unsealing", Unsealing.class, Trait.ACT),
              Kind.of("position-release", PositionRelease.class, Trait.ACT),
              Kind.of("erasure", Erasure.class, Trait.ACT)));

  private final SequencedMap<String, Kind> byWord = new LinkedHashMap<>();
  private final Map<Class<?>, Kind> byType = new LinkedHashMap<>();

  /** Kinds whose words and body types differ. */
  public Kinds(List<Kind> kinds) {
    for (Kind kind : kinds) {
      if (byWord.put(kind.word(), kind) != null || byType.put(kind.bodyType(), kind) != null) {
        throw new IllegalStateException("the kind " + kind.word() + " stands twice");
      }
    }
  }

  /** All kinds, in the order in which they are listed to people. */
  public List<Kind> list() {
    return List.copyOf(byWord.values());
  }

  /** The kind of a word. */
  public Optional<Kind> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }

  /** The kind of a body. */
  public Kind of(Body body) {
    Kind kind = byType.get(body.getClass());
    if (kind == null) {
      throw new IllegalStateException(body.getClass() + " has no kind");
    }
    return kind;
  }

  /** The words, for error texts. */
  public String words() {
    return String.join(", ", byWord.keySet());
  }
}
