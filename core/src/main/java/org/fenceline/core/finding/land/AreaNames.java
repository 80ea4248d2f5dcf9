package org.fenceline.core.finding.land;

import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.LandBody;

/** What a record of land is called in a finding. */
final class AreaNames {
  private AreaNames() {}

  static String of(Body body) {
    return body instanceof LandBody land ? land.area().text() : "a record";
  }
}
