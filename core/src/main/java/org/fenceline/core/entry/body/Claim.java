package org.fenceline.core.entry.body;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;

/**
 * A fact that a document reports, normalised and in our own words. That it was found in the text
 * does not make it true.
 *
 * @param claim short name by which it is cited
 * @param topic what it is about; claims of one topic are held against each other
 * @param statement the fact in our own words
 * @param source the document, by its short name
 * @param paragraph the non-empty line of the document on which it rests, from 1
 * @param speaker who is said to have said it
 * @param value its figure or range
 * @param when its date or period
 * @param names actors, places, treaties and other words that it turns on, as the document has them
 * @param modality how firmly it is said
 * @param comparison how its figure is hedged or related
 * @param negated whether it is said not to be so
 * @param treatyAct the act under a treaty that it reports
 */
@Meaning("A fact that a document reports, normalised and in our own words.")
public record Claim(
    @Meaning("Short name by which it is cited.") Name claim,
    @Meaning("What it is about; claims of one topic are held against each other.") String topic,
    @Meaning("The fact in our own words.") String statement,
    @Meaning("The document, by its short name.") Name source,
    @Meaning("Non-empty line of the document, from 1, headline included.") int paragraph,
    @Meaning("Who is said to have said it.") Optional<String> speaker,
    @Meaning("Its figure or range.") Optional<Value> value,
    @Meaning("Its date or period, such as 2026-02.") Optional<When> when,
    @Meaning("Words that it turns on, as the document has them.") List<String> names,
    @Meaning("How firmly it is said.") Modality modality,
    @Meaning("How its figure is hedged or related.") List<Comparison> comparison,
    @Meaning("True when it is said not to be so.") Optional<Boolean> negated,
    @Meaning("The act under a treaty that it reports.") Optional<ReportedAct> treatyAct)
    implements Body {

  /**
   * A figure, or a range of figures.
   *
   * @param low the lower end
   * @param high the upper end; the same as the lower for one figure
   * @param unit what is counted or measured, such as {@code mines/year} or {@code km}
   */
  public record Value(BigDecimal low, Optional<BigDecimal> high, String unit) {
    public Value {
      if (high.isPresent() && high.get().compareTo(low) < 0) {
        throw new IllegalArgumentException(
            "the range ends at " + high.get() + ", below its beginning " + low);
      }
    }

    /** The upper end. */
    public BigDecimal upper() {
      return high.orElse(low);
    }
  }

  /** How firmly something is said, least firm last. */
  public enum Modality {
    /** Said to be so. */
    STATED,
    /** Decided, planned, intended. */
    PLANNED,
    /** To be so under a condition. */
    CONDITIONAL,
    /** Said to be possible. */
    COULD,
    /** Hoped for. */
    HOPED,
    /** Said as the most that there will be. */
    UP_TO
  }

  /** Words by which a figure is hedged or related. */
  public enum Comparison {
    BETWEEN,
    ABOUT,
    COMPARED_WITH
  }

  /**
   * An act under a treaty, as the document tells it.
   *
   * @param state who acted
   * @param treaty the treaty's short name, such as APMBC
   * @param action what it is said to have done
   */
  public record ReportedAct(StateCode state, String treaty, TreatyAction.Action action) {}

  public Claim {
    names = List.copyOf(names);
    comparison = List.copyOf(comparison);
    if (paragraph < 1) {
      throw new IllegalArgumentException(
          "paragraph " + paragraph + " is not a line of a document; lines count from 1");
    }
    if (value.isEmpty() && when.isEmpty() && names.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing of the claim " + claim + " can be looked up; give it a value, when or names");
    }
  }
}
