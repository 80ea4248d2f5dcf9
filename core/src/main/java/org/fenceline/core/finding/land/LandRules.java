package org.fenceline.core.finding.land;

import java.util.List;
import org.fenceline.core.finding.Rule;

/** The rules about land, in the order in which their findings are shown. */
public final class LandRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new UnmarkedField(),
          new SignsAmiss(),
          new MarkingUninspected(),
          new FewReferencePoints(),
          new PerimeterFlaw(),
          new TraverseMisclosure(),
          new StatedArea(),
          new LaidDiffers(),
          new PositionsOutside(),
          new PositionsDiffer(),
          new PositionsRecounted(),
          new FieldsOverlap(),
          new ReleaseOutside(),
          new AreaLeftDiffers(),
          new ReleasedAndDangerous(),
          new WorkUnaccredited(),
          new NonconformityOpen(),
          new PlaceImplausible(),
          new OutsideCountry(),
          new LikelyDuplicate(),
          new FindUnexamined());

  private LandRules() {}
}
