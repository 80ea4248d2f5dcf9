package org.fenceline.core.forecast;

import java.util.List;
import java.util.Optional;

/**
 * Who gets what is made, in order.
 *
 * @param name short name
 * @param steps who is served first, second and so on, each from what the earlier ones left
 */
public record Policy(String name, List<Step> steps) {

  /** The recipient that stands for the state's own stock. */
  public static final String OWN = "own";

  /**
   * One recipient's turn.
   *
   * @param recipient {@code own}, a state's code, or a group such as {@code allies}
   * @param share which part of what is left it gets, 0 to 1; all of it where left out; the own
   *     stock takes no more than what is still required
   */
  public record Step(String recipient, Optional<Double> share) {
    public Step {
      if (share.isPresent() && !(share.get() >= 0 && share.get() <= 1)) {
        throw new IllegalArgumentException("the share " + share.get() + " is not within 0 and 1");
      }
    }
  }

  public Policy {
    steps = List.copyOf(steps);
    if (steps.stream().noneMatch(step -> step.recipient().equals(OWN))) {
      throw new IllegalArgumentException("the policy " + name + " never serves " + OWN);
    }
  }

  /** Everybody but the own stock. */
  List<String> recipients() {
    return steps.stream().map(Step::recipient).filter(r -> !r.equals(OWN)).distinct().toList();
  }
}
