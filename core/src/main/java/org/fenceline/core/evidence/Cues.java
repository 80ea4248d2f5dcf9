package org.fenceline.core.evidence;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fenceline.core.entry.body.Claim.Modality;

/** The words by which a clause says how firmly it is meant, and who says it. */
final class Cues {
  // The least firm cue of a clause decides: "hoped it could" is a hope, "could make up to" a bound.
  private static final Map<Modality, Pattern> MODALITIES = new LinkedHashMap<>();
  private static final Pattern NEGATION =
      Pattern.compile("\\b(?:not|never|no|neither|nor|denied|denies|without|\\w+n['\u2019]t)\\b");
  private static final Pattern DENIAL =
      Pattern.compile("\\b(?:denied|denies|not true|no evidence|not the case)(?: that)?\\s*$");
  // "he said" leaves who to the sentences beside it.
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?<!\\bhe )(?<!\\bshe )(?<!\\bthey )\\b(?:said|says|told|tells|confirmed|confirms|announced|according to|stated|added|noted"
              + "|argued|claimed|claims|warned|wrote)\\b");

  static {
    MODALITIES.put(
        Modality.UP_TO,
        words("up to|as many as|as much as|at most|no more than|a maximum of|not more than"));
    MODALITIES.put(Modality.HOPED, words("hope|hopes|hoped|hoping|aspire\\w*"));
    MODALITIES.put(
        Modality.COULD,
        words("could|might|may|can|possibly|potentially|perhaps|possible that|is able to"));
    MODALITIES.put(Modality.CONDITIONAL, words("if|unless|provided that|depending on|subject to"));
    MODALITIES.put(
        Modality.PLANNED,
        words(
            "plan|plans|planned|planning|intend|intends|intended|decided|will|would|shall"
                + "|is to|are to|set to|due to begin"));
  }

  private Cues() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b");
  }

  /** How firmly a clause is meant. */
  static Modality modality(String clause) {
    String lower = clause.toLowerCase(Locale.ROOT);
    for (Map.Entry<Modality, Pattern> cue : MODALITIES.entrySet()) {
      if (cue.getValue().matcher(lower).find()) {
        return cue.getKey();
      }
    }
    return Modality.STATED;
  }

  /** Whether a clause says that something is not so. */
  static boolean isNegated(String clause) {
    return NEGATION.matcher(clause.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether the words before a clause deny it, as in "he denied that". */
  static boolean deniesWhatFollows(String before) {
    return DENIAL.matcher(before.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether a sentence says itself who says so. */
  static boolean isAttributed(String sentence) {
    return ATTRIBUTION.matcher(sentence.toLowerCase(Locale.ROOT)).find();
  }
}
