package org.fenceline.core.entry.value;

import org.fenceline.core.entry.json.Meaning;

/**
 * How many people, by the groups of IMAS 05.10's minimum data; children are under 18.
 *
 * @param women aged 18 and over
 * @param men aged 18 and over
 * @param girls under 18
 * @param boys under 18
 * @param unknown of whom sex or age is not known
 */
@Meaning("How many people; children are under 18.")
public record Tally(Count women, Count men, Count girls, Count boys, Count unknown) {

  /** Nobody. */
  public static final Tally NOBODY =
      new Tally(new Count(0), new Count(0), new Count(0), new Count(0), new Count(0));

  /** All of them. */
  public long total() {
    return Math.addExact(
        Math.addExact(Math.addExact(women.number(), men.number()), girls.number()),
        Math.addExact(boys.number(), unknown.number()));
  }
}
