package org.fenceline.core.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.Logged;
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
import org.fenceline.core.entry.body.LotQuantity;
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
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;

/**
 * One line of a movement: mines of a lot leave one account and enter another.
 *
 * @param leafIndex the entry in the log
 * @param line the line within the entry, from 0
 * @param lot the lot
 * @param from the account that gives
 * @param to the account that takes
 * @param mines how many, at least 1
 * @param earliest earliest UTC day on which it may have happened
 * @param latest latest UTC day on which it may have happened
 */
public record Posting(
    long leafIndex,
    int line,
    Name lot,
    Account from,
    Account to,
    long mines,
    LocalDate earliest,
    LocalDate latest) {

  /** The account in which a consignment's mines stand while they are on the way. */
  public static Account transit(Name consignment) {
    return Account.of(Account.Type.TRANSIT, consignment);
  }

  /** The postings of an entry; none when it moves nothing. */
  public static List<Posting> of(Logged entry) {
    LocalDate earliest = entry.on().earliestDay();
    LocalDate latest = entry.on().latestDay();
    List<Posting> postings = new ArrayList<>();
    for (Movement.Line line : lines(entry.body())) {
      postings.add(
          new Posting(
              entry.leafIndex(),
              postings.size(),
              line.lot(),
              line.from(),
              line.to(),
              line.quantity().mines(),
              earliest,
              latest));
    }
    return postings;
  }

  private static List<Movement.Line> lines(Body body) {
    return switch (body) {
      case Movement movement -> movement.lines();
      case Dispatch dispatch ->
          lines(dispatch.lots(), dispatch.from(), transit(dispatch.consignment()));
      case Receipt receipt -> lines(receipt.lots(), transit(receipt.consignment()), receipt.at());
      case Accident _,
          Accreditation _,
          AreaOfConcern _,
          ArmedConflict _,
          Claim _,
          ClearanceTask _,
          CorrectiveAction _,
          DeviceFound _,
          Endorsement _,
          Erasure _,
          FileImport _,
          FindDecision _,
          FindReport _,
          Handover _,
          HazardousArea _,
          LandRelease _,
          LogKeys _,
          Lot _,
          MarkingInspection _,
          MinefieldRecord _,
          Model _,
          OriginAccepted _,
          OriginSucceeded _,
          PersonKey _,
          PositionRelease _,
          PositionsRecount _,
          QualityInspection _,
          RiskEducation _,
          ScenarioText _,
          SealedAttachment _,
          SealingPolicy _,
          Settings _,
          Signed _,
          SnapshotPublished _,
          SourceDocument _,
          Stocktake _,
          TreatyAction _,
          Unsealing _,
          Voiding _,
          WorkDone _ ->
          List.of();
    };
  }

  private static List<Movement.Line> lines(List<LotQuantity> lots, Account from, Account to) {
    return lots.stream()
        .map(lot -> new Movement.Line(lot.lot(), lot.quantity(), from, to))
        .toList();
  }

  /**
   * What it changes in an account: negative where it takes from it, zero where it does not touch.
   */
  public long changeOf(Account account) {
    return (account.equals(to) ? mines : 0) - (account.equals(from) ? mines : 0);
  }
}
