package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;

/**
 * Ground about which it is known that it was fought over or laid with mines: inside it nothing is
 * safe until it was surveyed.
 *
 * @param area short name
 * @param place its bounds
 */
@Meaning("Ground inside which nothing is safe until it was surveyed.")
public record AreaOfConcern(
    @Meaning("Short name.") Name area,
    @Meaning("Its bounds: POLYGON ((longitude latitude, ...)).") Geometry place)
    implements Body, LandBody {
  public AreaOfConcern {
    HazardousArea.requireArea(java.util.Optional.of(place));
  }
}
