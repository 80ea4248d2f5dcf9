package org.fenceline.core.land.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Origin;

/**
 * What an extract is, so that whoever finds the file knows.
 *
 * @param register whose records
 * @param exercise whether they are invented
 * @param disclosure who may read it: public or restricted
 * @param on the day of which it speaks
 * @param knownAt only what was known by then is in it; empty for all that is known
 * @param area only what touches this is in it; empty for everything
 */
public record ExtractHead(
    Origin register,
    boolean exercise,
    Disclosure disclosure,
    LocalDate on,
    Optional<Instant> knownAt,
    Optional<Geometry> area) {

  public ExtractHead {
    if (disclosure == Disclosure.SEALED) {
      throw new IllegalArgumentException("what is sealed leaves in no extract");
    }
  }

  /** One line. */
  public String title() {
    return (exercise ? "EXERCISE: " : "")
        + "land of "
        + register
        + ", "
        + level()
        + ", as of "
        + on;
  }

  /** The level as files write it. */
  public String level() {
    return disclosure.name().toLowerCase(Locale.ROOT);
  }

  /** What whoever opens the file has to know. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (exercise) {
      warnings.add("EXERCISE: invented records, not real ones.");
    }
    warnings.add(
        "Ground without a mark is not safe ground: it was not surveyed, or nobody recorded it.");
    warnings.add(
        "Colours are not releases, and this file shows one day: before anybody walks there, ask"
            + " the authority.");
    warnings.add(
        disclosure == Disclosure.PUBLIC
            ? "Cells are wider than what lies in them. Keep the authority's margin from everything"
                + " that is shown."
            : "RESTRICTED: this file holds perimeters of live fields; keep it as private as the"
                + " register.");
    return warnings;
  }

  /** All of it, by names as columns have them. */
  public SequencedMap<String, String> members() {
    SequencedMap<String, String> members = new LinkedHashMap<>();
    members.put("title", title());
    members.put("register", register.text());
    members.put("exercise", Boolean.toString(exercise));
    members.put("disclosure", level());
    members.put("on", on.toString());
    knownAt.ifPresent(time -> members.put("known_at", time.toString()));
    area.ifPresent(shape -> members.put("area", shape.toString()));
    members.put("warning", String.join(" ", warnings()));
    return members;
  }
}
