package org.fenceline.core.forecast;

import java.util.Arrays;
import org.fenceline.core.forecast.Scenario.Quantity;

/**
 * A few hundred neighbouring paths, followed month by month together under one policy. What is made
 * in a month is shared out by the policy; the own stock is laid from at the rate of laying.
 *
 * <p>Each step is a short loop over the paths, which the compiler turns into vector instructions,
 * on arrays that stay in the processor's nearest cache; the arithmetic and its order are those of
 * one path followed alone.
 */
final class Stretch {
  /** Paths of a stretch: its dozen arrays of doubles fit into 32 KiB. */
  static final int PATHS = 256;

  private static final int MONTHS = 12;
  private static final int OWN = -1;

  private final int first;
  private final int paths;
  private final double[] opening;
  private final double[] peak;
  private final double[] rampStart;
  private final double[] rampLength;
  private final double[] required;
  private final double[] laying;

  private boolean areAllAtPeak;
  private final double[] made = new double[PATHS];
  private final double[] left = new double[PATHS];
  private final double[] part = new double[PATHS];
  private final double[] received = new double[PATHS];
  private final double[] held = new double[PATHS];
  private final double[] laidNow = new double[PATHS];

  /** The paths from one number to before another, at most {@link #PATHS} of them. */
  Stretch(Draws draws, int first, int end) {
    this.first = first;
    this.paths = end - first;
    this.opening = ofStretch(draws, Quantity.OPENING_RATE);
    this.peak = ofStretch(draws, Quantity.PEAK_RATE);
    this.rampStart = ofStretch(draws, Quantity.RAMP_START);
    this.rampLength = ofStretch(draws, Quantity.RAMP_LENGTH);
    this.required = ofStretch(draws, Quantity.REQUIREMENT);
    this.laying = ofStretch(draws, Quantity.LAYING_RATE);
    for (int i = 0; i < paths; i++) {
      laying[i] /= MONTHS;
    }
  }

  private double[] ofStretch(Draws draws, Quantity quantity) {
    return Arrays.copyOfRange(draws.of(quantity), first, first + paths);
  }

  /** Follows the paths under a policy and writes what came of them. */
  void follow(Policy policy, int years, Courses courses) {
    Arrays.fill(received, 0);
    Arrays.fill(held, 0);
    int[] recipients =
        policy.steps().stream()
            .mapToInt(step ->
                step.recipient().equals(Policy.OWN)
                    ? OWN
                    : courses.recipients.indexOf(step.recipient()))
            .toArray();
    double[] shares =
        policy.steps().stream().mapToDouble(step -> step.share().orElse(1.0)).toArray();
    boolean yearsKept = !courses.produced.isEmpty();
    boolean[] haveAllBegun = new boolean[courses.recipients.size()];
    boolean haveAllMet = false;
    for (int month = 0; month < years * MONTHS; month++) {
      int year = month / MONTHS;
      makeMonth(month);
      if (yearsKept) {
        addTo(courses.produced.get(year), made);
      }
      System.arraycopy(made, 0, left, 0, paths);
      for (int step = 0; step < recipients.length; step++) {
        int recipient = recipients[step];
        if (recipient == OWN) {
          keep(shares[step]);
        } else {
          deliver(shares[step]);
          if (yearsKept) {
            addTo(courses.delivered.get(recipient).get(year), part);
          }
          if (!haveAllBegun[recipient]) {
            haveAllBegun[recipient] = noteBegun(courses.firstDeliveryMonth.get(recipient), month);
          }
        }
      }
      lay();
      addTo(courses.totalLaid, laidNow);
      if (yearsKept) {
        addTo(courses.laid.get(year), laidNow);
      }
      if (yearsKept && month % MONTHS == MONTHS - 1) {
        System.arraycopy(held, 0, courses.stock.get(year), first, paths);
      }
      if (!haveAllMet) {
        haveAllMet = noteMet(courses.requirementMetMonth, month);
      }
    }
  }

  /** What is made in a month, at the rate of its middle; the same once all are at their peak. */
  private void makeMonth(int month) {
    if (month == 0) {
      areAllAtPeak = false;
    }
    if (areAllAtPeak) {
      return;
    }
    double middle = month + 0.5;
    int atPeak = 0;
    for (int i = 0; i < paths; i++) {
      double since = middle - rampStart[i];
      double rate;
      if (since <= 0) {
        rate = opening[i];
      } else if (since >= rampLength[i]) {
        rate = peak[i];
        atPeak++;
      } else {
        rate = opening[i] + (peak[i] - opening[i]) * since / rampLength[i];
      }
      made[i] = rate / MONTHS;
    }
    areAllAtPeak = atPeak == paths;
  }

  private void keep(double share) {
    for (int i = 0; i < paths; i++) {
      double kept = Math.min(left[i] * share, required[i] - received[i]);
      received[i] += kept;
      held[i] += kept;
      left[i] -= kept;
    }
  }

  private void deliver(double share) {
    for (int i = 0; i < paths; i++) {
      double delivered = left[i] * share;
      part[i] = delivered;
      left[i] -= delivered;
    }
  }

  private void lay() {
    for (int i = 0; i < paths; i++) {
      // What nobody is to have stays in stock: nothing that was made is lost.
      double all = held[i] + left[i];
      double toGround = Math.min(all, laying[i]);
      held[i] = all - toGround;
      laidNow[i] = toGround;
    }
  }

  private void addTo(double[] column, double[] amounts) {
    for (int i = 0; i < paths; i++) {
      column[first + i] += amounts[i];
    }
  }

  /** Notes the first month in which each path delivers; says whether all have by now. */
  private boolean noteBegun(double[] column, int month) {
    int begun = 0;
    for (int i = 0; i < paths; i++) {
      if (part[i] > 0 && column[first + i] > month) {
        column[first + i] = month;
      }
      begun += column[first + i] <= month ? 1 : 0;
    }
    return begun == paths;
  }

  /** Notes the first month in which each path has what it wants; says whether all have by now. */
  private boolean noteMet(double[] column, int month) {
    int met = 0;
    for (int i = 0; i < paths; i++) {
      if (received[i] >= required[i]) {
        met++;
        if (column[first + i] > month) {
          column[first + i] = month;
        }
      }
    }
    return met == paths;
  }
}
