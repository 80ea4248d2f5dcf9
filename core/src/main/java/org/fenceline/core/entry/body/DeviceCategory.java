package org.fenceline.core.entry.body;

/** What lies in the ground, by the categories of IMAS 05.10's minimum data. */
public enum DeviceCategory {
  /** A mine against persons. */
  AP,
  /** A mine against vehicles. */
  AV,
  /** Ammunition that did not go off. */
  UXO,
  /** Anything else, or not known. */
  OTHER
}
