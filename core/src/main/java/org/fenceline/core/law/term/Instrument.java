package org.fenceline.core.law.term;

import java.util.Arrays;
import java.util.Optional;

/** The treaties that are held, by their short names. */
public enum Instrument {
  /** Anti-Personnel Mine Ban Convention (Ottawa), 1997. */
  APMBC("APMBC", "Anti-Personnel Mine Ban Convention (Ottawa, 1997)"),
  /** Convention on Certain Conventional Weapons, 1980. */
  CCW("CCW", "Convention on Certain Conventional Weapons (1980)"),
  /** Amended Protocol II to the CCW, 1996. */
  APII("CCW-APII-1996", "CCW Amended Protocol II on mines (1996)"),
  /** Convention on Cluster Munitions, 2008. */
  CCM("CCM", "Convention on Cluster Munitions (2008)"),
  /** Arms Trade Treaty, 2013. */
  ATT("ATT", "Arms Trade Treaty (2013)");

  private final String id;
  private final String title;

  Instrument(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The short name under which its acts are filed. */
  public String id() {
    return id;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The instrument of a short name. */
  public static Optional<Instrument> find(String id) {
    return Arrays.stream(values()).filter(instrument -> instrument.id.equals(id)).findFirst();
  }
}
