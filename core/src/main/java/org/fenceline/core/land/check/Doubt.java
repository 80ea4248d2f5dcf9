package org.fenceline.core.land.check;

/**
 * Something that came up about released ground.
 *
 * @param kind what
 * @param name what it is called
 */
public record Doubt(Kind kind, String name) {

  /** What casts doubt on a release. */
  public enum Kind {
    /** A device was found there since, or nobody knows when. */
    DEVICE,
    /** An accident happened there since, or nobody knows when. */
    ACCIDENT,
    /** An inspection found a fault in the work that was not mended. */
    NONCONFORMITY
  }
}
