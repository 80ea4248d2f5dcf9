package org.fenceline.core.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.fenceline.core.entry.Kind.Trait;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.Accreditation;
import org.fenceline.core.entry.body.AreaOfConcern;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.ClearanceTask;
import org.fenceline.core.entry.body.CorrectiveAction;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.Dispatch;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.body.FileImport;
import org.fenceline.core.entry.body.FindDecision;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.body.Handover;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.body.Lot;
import org.fenceline.core.entry.body.MarkingInspection;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.Model;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.OriginAccepted;
import org.fenceline.core.entry.body.OriginSucceeded;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.body.PositionRelease;
import org.fenceline.core.entry.body.PositionsRecount;
import org.fenceline.core.entry.body.QualityInspection;
import org.fenceline.core.entry.body.Receipt;
import org.fenceline.core.entry.body.RiskEducation;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.body.SealedAttachment;
import org.fenceline.core.entry.body.SealingPolicy;
import org.fenceline.core.entry.body.Settings;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.body.SnapshotPublished;
import org.fenceline.core.entry.body.SourceDocument;
import org.fenceline.core.entry.body.Stocktake;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.body.Unsealing;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.body.WorkDone;

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
              // Version 2: sealed positions say more, and may say less of a record without
              // perimeter.
              new Kind(
                  "minefield",
                  MinefieldRecord.class,
                  Trait.EVENT,
                  List.of(UnaryOperator.identity())),
              Kind.of("hazard", HazardousArea.class, Trait.DESCRIPTION),
              Kind.of("area-of-concern", AreaOfConcern.class, Trait.DESCRIPTION),
              Kind.of("accreditation", Accreditation.class, Trait.DESCRIPTION),
              Kind.of("task", ClearanceTask.class, Trait.DESCRIPTION),
              Kind.of("activity", WorkDone.class, Trait.EVENT),
              Kind.of("release", LandRelease.class, Trait.EVENT),
              Kind.of("handover", Handover.class, Trait.EVENT),
              Kind.of("device", DeviceFound.class, Trait.EVENT),
              Kind.of("marking-inspection", MarkingInspection.class, Trait.EVENT),
              Kind.of("quality-inspection", QualityInspection.class, Trait.EVENT),
              Kind.of("corrective-action", CorrectiveAction.class, Trait.EVENT),
              Kind.of("accident", Accident.class, Trait.EVENT),
              Kind.of("risk-education", RiskEducation.class, Trait.EVENT),
              Kind.of("find", FindReport.class, Trait.EVENT),
              Kind.of("find-decision", FindDecision.class, Trait.EVENT),
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
              Kind.of("snapshot-published", SnapshotPublished.class, Trait.ACT),
              Kind.of("origin-succeeded", OriginSucceeded.class, Trait.ACT),
              Kind.of("sealing-policy", SealingPolicy.class, Trait.DESCRIPTION),
              Kind.of("sealed", SealedAttachment.class, Trait.ACT),
              Kind.of("unsealing", Unsealing.class, Trait.ACT),
              Kind.of("positions-recount", PositionsRecount.class, Trait.ACT),
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
