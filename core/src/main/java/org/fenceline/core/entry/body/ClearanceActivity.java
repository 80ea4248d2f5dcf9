package org.fenceline.core.entry.body;

/** Activities of mine action for which a team is accredited (IMAS 07.30). */
public enum ClearanceActivity {
  /** Non-technical survey. */
  NTS,
  /** Technical survey. */
  TS,
  CLEARANCE,
  /** Battle area clearance. */
  BAC,
  /** Explosive ordnance disposal. */
  EOD
}
