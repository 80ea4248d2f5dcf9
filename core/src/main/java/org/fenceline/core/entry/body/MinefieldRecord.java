package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;

/**
 * The record of a minefield as CCW Amended Protocol II, Technical Annex 1 asks; {@code on} is the
 * date and time of laying. Positions of single mines are always a sealed attachment.
 *
 * @param field short name, as the ledger's account {@code minefield:NAME} has it
 * @param sector part of the border or front
 * @param referencePoints at least two (TA 1(a)(i))
 * @param perimeter its bounds
 * @param accuracyMetres how far off the perimeter may be
 * @param traverse how the perimeter was measured, when by bearings and distances
 * @param turningPoints corners of the perimeter or of its rows
 * @param statedAreaSquareMetres its area as whoever recorded it states it
 * @param mines what was laid, by lot (TA 1(a)(ii))
 * @param layingMethod by hand, by machine or from afar
 * @param lifeTimeDays after how many days they destroy or deactivate themselves
 * @param nationalCode national code of fuzes and anti-handling devices; nothing of it is held here
 * @param positions the exact place of every mine, sealed
 * @param sealedPositions what was counted among them when they were sealed
 * @param marking how it is marked and closed off
 * @param warning when and how people were warned, or why not (APII Art. 3(11))
 * @param recordedByUnit who recorded it in the field
 * @param custodians who keep copies (TA 1(c)): offices, not persons
 */
@Meaning("The record of a minefield (APII, Technical Annex 1); on is the date and time of laying.")
public record MinefieldRecord(
    @Meaning("Short name, as the account minefield:NAME has it.") Name field,
    @Meaning("Part of the border or front.") Optional<String> sector,
    @Meaning("Reference points, at least two (TA 1(a)(i)).") List<LocatedPoint> referencePoints,
    @Meaning("Its bounds: POLYGON ((longitude latitude, ...)).") Optional<Geometry> perimeter,
    @Meaning("How far off the perimeter may be, in metres.") Optional<BigDecimal> accuracyMetres,
    @Meaning("How the perimeter was measured, when by bearings and distances.")
        Optional<SurveyedTraverse> traverse,
    @Meaning("Corners of the perimeter or of its rows.") List<LocatedPoint> turningPoints,
    @Meaning("Its area as whoever recorded it states it.")
        Optional<BigDecimal> statedAreaSquareMetres,
    @Meaning("What was laid, by lot (TA 1(a)(ii)).") List<LaidMines> mines,
    @Meaning("How they were laid.") Optional<LayingMethod> layingMethod,
    @Meaning("Days after which they destroy or deactivate themselves.")
        Optional<Count> lifeTimeDays,
    @Meaning("National code of fuzes and anti-handling devices.") Optional<String> nationalCode,
    @Meaning("The exact place of every mine, sealed.") Optional<Attachment> positions,
    @Meaning("What was counted among the positions when they were sealed.")
        Optional<SealedPositions> sealedPositions,
    @Meaning("How it is marked and closed off.") Optional<Marking> marking,
    @Meaning("When and how people were warned, or why not.") Optional<String> warning,
    @Meaning("Who recorded it in the field.") Optional<String> recordedByUnit,
    @Meaning("Who keep copies: offices, not persons (TA 1(c)).") List<String> custodians)
    implements Body, AttachmentCarrier, LandBody {

  /** Most lots, points or custodians of one record. */
  public static final int MOST = 10_000;

  /** How mines are laid, as far as the law tells it apart (APII Art. 2(2), TA 1(b)). */
  public enum LayingMethod {
    HAND,
    MECHANICAL,
    /** Remotely delivered. */
    REMOTE
  }

  /**
   * A lot's part of what was laid.
   *
   * @param lot the lot
   * @param quantity how many
   */
  public record LaidMines(@Meaning("The lot.") Name lot, @Meaning("How many.") Quantity quantity) {}

  /**
   * What was computed from sealed positions when they were sealed, so that rebuild and audit need
   * nobody's key; whoever unseals them checks it again.
   *
   * @param counts how many of each lot
   * @param outsidePerimeter how many lie outside the perimeter, on its line being inside; empty
   *     when the record has none
   * @param outsideWithinAccuracy how many of those lie no farther outside than the accuracies of
   *     perimeter and position together, so that they may be inside
   * @param policy the sealing policy to whose recipients they were encrypted
   */
  @Meaning("What was counted among the positions when they were sealed.")
  public record SealedPositions(
      @Meaning("How many of each lot.") List<LaidMines> counts,
      @Meaning("How many lie outside the perimeter; left out when the record has none.")
          Optional<Count> outsidePerimeter,
      @Meaning("How many of those lie no farther outside than the accuracies allow.")
          Optional<Count> outsideWithinAccuracy,
      @Meaning("The sealing policy to whose recipients they were encrypted.")
          Optional<EntryRef> policy) {
    public SealedPositions {
      counts = List.copyOf(counts);
      long outside = outsidePerimeter.map(Count::number).orElse(0L);
      if (outsideWithinAccuracy.filter(near -> near.number() > outside).isPresent()) {
        throw new IllegalArgumentException("more lie just outside than lie outside");
      }
    }

    /** How many of each lot, the lots in order. */
    public SortedMap<Name, Long> minesByLot() {
      SortedMap<Name, Long> mines = new TreeMap<>();
      counts.forEach(laid -> mines.merge(laid.lot(), laid.quantity().mines(), Long::sum));
      return mines;
    }

    /** Whether two counts say the same of the mines, under whichever policy they were sealed. */
    public boolean agreesWith(SealedPositions other) {
      return minesByLot().equals(other.minesByLot())
          && outsidePerimeter.equals(other.outsidePerimeter)
          // A record of before this was counted says nothing of it.
          && (outsideWithinAccuracy.isEmpty()
              || other.outsideWithinAccuracy.isEmpty()
              || outsideWithinAccuracy.equals(other.outsideWithinAccuracy));
    }
  }

  public MinefieldRecord {
    referencePoints = List.copyOf(referencePoints);
    turningPoints = List.copyOf(turningPoints);
    mines = List.copyOf(mines);
    custodians = List.copyOf(custodians);
    if (referencePoints.size() > MOST
        || turningPoints.size() > MOST
        || mines.size() > MOST
        || custodians.size() > MOST) {
      throw new IllegalArgumentException("a record has at most " + MOST + " of each list");
    }
    HazardousArea.requireArea(perimeter);
    LocatedPoint.requireNotNegative(accuracyMetres, "accuracyMetres");
    LocatedPoint.requireNotNegative(statedAreaSquareMetres, "statedAreaSquareMetres");
    if (positions.filter(held -> held.kind() != Attachment.Kind.POSITIONS).isPresent()) {
      throw new IllegalArgumentException("positions are an attachment of kind positions");
    }
    if (mines.stream().map(LaidMines::lot).distinct().count() < mines.size()) {
      throw new IllegalArgumentException("a lot stands twice; add its mines up");
    }
  }

  /** The same record with its positions sealed, and what was counted among them. */
  public MinefieldRecord withPositions(Attachment sealed, SealedPositions counted) {
    return new MinefieldRecord(
        field,
        sector,
        referencePoints,
        perimeter,
        accuracyMetres,
        traverse,
        turningPoints,
        statedAreaSquareMetres,
        mines,
        layingMethod,
        lifeTimeDays,
        nationalCode,
        Optional.of(sealed),
        Optional.of(counted),
        marking,
        warning,
        recordedByUnit,
        custodians);
  }

  @Override
  public Name area() {
    return field;
  }

  @Override
  public List<Attachment> attachments() {
    return new ArrayList<>(positions.stream().toList());
  }
}
