package org.fenceline.core.land.check;

import java.util.List;
import java.util.Optional;

/**
 * What the land's records say, divided by what the public may see of it. Only public releases cut
 * anything out of hazards here.
 *
 * @param concealed hazards whose place is not public
 * @param open public hazards, less what was released later
 * @param released ground that endorsed public releases cover
 * @param marginMetres the distance that the authority asks to keep from every danger
 */
public record PublicFacts(
    List<Concealed> concealed,
    List<Danger> open,
    List<SurveyedGround> released,
    double marginMetres) {

  public PublicFacts {
    concealed = List.copyOf(concealed);
    open = List.copyOf(open);
    released = List.copyOf(released);
  }

  /**
   * A hazard whose place is not public.
   *
   * @param recorded as it was recorded
   * @param open what public releases leave of it; empty when they cover it, or it was closed
   */
  public record Concealed(Danger recorded, Optional<Danger> open) {}
}
