package org.fenceline.core.entry.body;

import java.time.LocalDate;
import java.util.List;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * Somebody looked at how a team works or at ground that it released (IMAS 07.40, 09.10).
 *
 * @param inspection short name
 * @param task the task that was looked at
 * @param area the area in which
 * @param inspectedBy the inspecting body
 * @param nonconformities what was not as it should be
 */
@Meaning("Somebody looked at how a team works or at ground that it released.")
public record QualityInspection(
    @Meaning("Short name.") Name inspection,
    @Meaning("The task that was looked at.") Name task,
    @Meaning("The area in which.") Name area,
    @Meaning("The inspecting body.") String inspectedBy,
    @Meaning("What was not as it should be.") List<Nonconformity> nonconformities)
    implements Body, LandBody {

  /** How grave a nonconformity is. */
  public enum Severity {
    MINOR,
    MAJOR,
    CRITICAL
  }

  /**
   * Something that was not as it should be.
   *
   * @param nonconformity short name
   * @param severity how grave it is
   * @param text what it is
   * @param due last UTC day by which it is to be mended
   */
  public record Nonconformity(
      @Meaning("Short name.") Name nonconformity,
      @Meaning("How grave it is.") Severity severity,
      @Meaning("What it is.") String text,
      @Meaning("Day by which it is to be mended.") LocalDate due) {}

  public QualityInspection {
    nonconformities = List.copyOf(nonconformities);
  }
}
