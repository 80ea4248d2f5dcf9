package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * A type of mine, by the attributes that the law asks for and no others: never its design.
 *
 * @param model short name of the type
 * @param category anti-personnel or anti-vehicle (APMBC Art. 2(1), APII Art. 2(3))
 * @param detectable whether it answers a common detector as 8 g of iron do (APII TA 2(a))
 * @param selfDestruct whether it destroys itself as APII TA 3(a) asks
 * @param selfDeactivation whether it deactivates itself as APII TA 3(a) asks
 * @param remotelyDelivered whether it is delivered from a distance (APII Art. 2(2))
 */
@Meaning("A type of mine, by the attributes that the law asks for and no others.")
public record Model(
    @Meaning("Short name of the type.") Name model,
    @Meaning("ap: anti-personnel; av: anti-vehicle.") Category category,
    @Meaning("Answers a common detector as 8 g of iron do (APII TA 2(a)).") boolean detectable,
    @Meaning("Destroys itself as APII TA 3(a) asks.") boolean selfDestruct,
    @Meaning("Deactivates itself as APII TA 3(a) asks.") boolean selfDeactivation,
    @Meaning("Delivered from a distance (APII Art. 2(2)).") boolean remotelyDelivered)
    implements Body {

  /** Against whom the mine is directed. */
  public enum Category {
    /** Anti-personnel. */
    AP,
    /** Anti-vehicle. */
    AV
  }
}
