package org.fenceline.core.forecast;

import java.util.List;
import org.fenceline.core.forecast.Scenario.Quantity;

/**
 * One course of events, month by month, followed alone: what {@link Stretch} is held against. What
 * is made in a month is shared out by the policy; the own stock is laid from at the rate of laying.
 */
final class Path {
  /** No such month within the years looked at. */
  static final int NEVER = -1;

  private static final int MONTHS = 12;

  final double[] produced;
  final double[] stock;
  final double[] laid;
  final double[][] delivered;
  int requirementMetMonth = NEVER;
  final int[] firstDeliveryMonth;

  private Path(int years, int recipients) {
    this.produced = new double[years];
    this.stock = new double[years];
    this.laid = new double[years];
    this.delivered = new double[recipients][years];
    this.firstDeliveryMonth = new int[recipients];
    java.util.Arrays.fill(firstDeliveryMonth, NEVER);
  }

  /** Follows one draw under one policy. */
  static Path of(Draw draw, Policy policy, int years) {
    List<String> recipients = policy.recipients();
    Path path = new Path(years, recipients.size());
    double received = 0;
    double held = 0;
    double required = draw.of(Quantity.REQUIREMENT);
    double laying = draw.of(Quantity.LAYING_RATE) / MONTHS;
    for (int month = 0; month < years * MONTHS; month++) {
      int year = month / MONTHS;
      double made = rate(draw, month) / MONTHS;
      path.produced[year] += made;
      double left = made;
      for (Policy.Step step : policy.steps()) {
        double part = left * step.share().orElse(1.0);
        if (step.recipient().equals(Policy.OWN)) {
          part = Math.min(part, required - received);
          received += part;
          held += part;
        } else if (part > 0) {
          int recipient = recipients.indexOf(step.recipient());
          path.delivered[recipient][year] += part;
          if (path.firstDeliveryMonth[recipient] == NEVER) {
            path.firstDeliveryMonth[recipient] = month;
          }
        }
        left -= part;
      }
      // What nobody is to have stays in stock: nothing that was made is lost.
      held += left;
      double toGround = Math.min(held, laying);
      held -= toGround;
      path.laid[year] += toGround;
      path.stock[year] = held;
      if (path.requirementMetMonth == NEVER && received >= required) {
        path.requirementMetMonth = month;
      }
    }
    return path;
  }

  /** Mines a year at the middle of a month. */
  private static double rate(Draw draw, int month) {
    double opening = draw.of(Quantity.OPENING_RATE);
    double peak = draw.of(Quantity.PEAK_RATE);
    double length = draw.of(Quantity.RAMP_LENGTH);
    double since = month + 0.5 - draw.of(Quantity.RAMP_START);
    if (since <= 0) {
      return opening;
    }
    return since >= length ? peak : opening + (peak - opening) * since / length;
  }

  double totalLaid() {
    double sum = 0;
    for (double year : laid) {
      sum += year;
    }
    return sum;
  }
}
