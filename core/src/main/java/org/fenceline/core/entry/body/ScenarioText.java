package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * A forecast's assumptions, as the file that was read.
 *
 * @param name short name of the scenario
 * @param yaml the file's text
 */
@Meaning("A forecast's assumptions, as the file that was read.")
public record ScenarioText(
    @Meaning("Short name of the scenario.") Name name, @Meaning("The file's text.") String yaml)
    implements Body {

  private static final int LONGEST = 256 * 1024;

  public ScenarioText {
    if (yaml.isBlank() || yaml.length() > LONGEST) {
      throw new IllegalArgumentException("a scenario has 1 to " + LONGEST + " characters");
    }
  }
}
