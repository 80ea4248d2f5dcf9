package org.fenceline.core.forecast;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/** What is known of a number: itself, or how it is spread between two ends. */
public sealed interface Spread {

  /** Smallest possible value. */
  double least();

  /** Largest possible value. */
  double most();

  /** The value below which it lies with the given probability. */
  double quantile(double probability);

  /** Draws values with a generator of one's own. */
  Sampler sampler(UniformRandomProvider random);

  /** Draws values. */
  @FunctionalInterface
  interface Sampler {
    double draw();
  }

  /** Known exactly. */
  record Fixed(double value) implements Spread {
    @Override
    public double least() {
      return value;
    }

    @Override
    public double most() {
      return value;
    }

    @Override
    public double quantile(double probability) {
      return value;
    }

    @Override
    public Sampler sampler(UniformRandomProvider random) {
      return () -> value;
    }
  }

  /** Anywhere between two ends alike. */
  record Uniform(double least, double most) implements Spread {
    public Uniform {
      refuseEmpty(least, least, most);
    }

    @Override
    public double quantile(double probability) {
      return law().inverseCumulativeProbability(probability);
    }

    @Override
    public Sampler sampler(UniformRandomProvider random) {
      return law().createSampler(random)::sample;
    }

    private ContinuousDistribution law() {
      return UniformContinuousDistribution.of(least, most);
    }
  }

  /** Between two ends, most likely at a mode, falling off straight. */
  record Triangular(double least, double mode, double most) implements Spread {
    public Triangular {
      refuseEmpty(least, mode, most);
    }

    @Override
    public double quantile(double probability) {
      return law().inverseCumulativeProbability(probability);
    }

    @Override
    public Sampler sampler(UniformRandomProvider random) {
      return law().createSampler(random)::sample;
    }

    private ContinuousDistribution law() {
      return TriangularDistribution.of(least, mode, most);
    }
  }

  /**
   * Between two ends, most likely at a mode, falling off smoothly: the PERT distribution, a beta
   * distribution whose mean is (least + 4 mode + most) / 6 (Malcolm et al., 1959).
   */
  record Pert(double least, double mode, double most) implements Spread {
    public Pert {
      refuseEmpty(least, mode, most);
    }

    @Override
    public double quantile(double probability) {
      return least + (most - least) * law().inverseCumulativeProbability(probability);
    }

    @Override
    public Sampler sampler(UniformRandomProvider random) {
      ContinuousDistribution.Sampler beta = law().createSampler(random);
      return () -> least + (most - least) * beta.sample();
    }

    private BetaDistribution law() {
      double width = most - least;
      return BetaDistribution.of(1 + 4 * (mode - least) / width, 1 + 4 * (most - mode) / width);
    }
  }

  private static void refuseEmpty(double least, double mode, double most) {
    if (!(least < most) || mode < least || mode > most) {
      throw new IllegalArgumentException(
          "the least, %s, the mode, %s, and the most, %s, are not in order"
              .formatted(least, mode, most));
    }
  }
}
