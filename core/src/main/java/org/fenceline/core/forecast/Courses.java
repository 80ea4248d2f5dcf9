package org.fenceline.core.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of all paths under one policy, by path: columns, which {@link Stretch} fills.
 *
 * <p>Years are kept where they are asked for; a year of a million paths takes 8 MB a measure.
 */
final class Courses {
  /** A month that no path has: the thing never came within the years looked at. */
  static final int NEVER_MONTHS = Scenario.MOST_YEARS * 12;

  final List<String> recipients;
  final List<double[]> produced;
  final List<double[]> stock;
  final List<double[]> laid;

  /** By recipient, then by year. */
  final List<List<double[]>> delivered;

  final double[] totalLaid;
  final double[] requirementMetMonth;

  /** By recipient. */
  final List<double[]> firstDeliveryMonth;

  private Courses(List<String> recipients, int paths, int yearsKept) {
    this.recipients = recipients;
    this.produced = columns(yearsKept, paths);
    this.stock = columns(yearsKept, paths);
    this.laid = columns(yearsKept, paths);
    this.delivered = recipients.stream().map(_ -> columns(yearsKept, paths)).toList();
    this.totalLaid = new double[paths];
    this.requirementMetMonth = new double[paths];
    this.firstDeliveryMonth = columns(recipients.size(), paths);
    Arrays.fill(requirementMetMonth, NEVER_MONTHS);
    firstDeliveryMonth.forEach(column -> Arrays.fill(column, NEVER_MONTHS));
  }

  /** Room for all measures of all years. */
  static Courses byYear(Policy policy, int paths, int years) {
    return new Courses(policy.recipients(), paths, years);
  }

  /** Room for the moments and the whole alone. */
  static Courses inSum(Policy policy, int paths) {
    return new Courses(policy.recipients(), paths, 0);
  }

  private static List<double[]> columns(int count, int paths) {
    return Stream.generate(() -> new double[paths]).limit(count).toList();
  }
}
