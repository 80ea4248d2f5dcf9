package org.fenceline.exchange.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;

/** docs/errors.md shows what is told of texts that are no positions; this reads them. */
class PositionErrorsDocumentTest {
  private static final Path DOCUMENT = ProjectFiles.of("docs/errors.md");

  /** Renew with {@code ./fenceline test -Dfenceline.renew=true} and read the difference. */
  @Test
  void everyTextIsToldWhatTheDocumentShows() throws Exception {
    String document = Files.readString(DOCUMENT);
    StringBuilder replayed = new StringBuilder();
    List<String> lines = document.lines().toList();
    String section = "";
    boolean inPositions = false;
    int texts = 0;
    for (String line : lines) {
      section = line.startsWith("### ") ? line : section;
      inPositions = line.equals("```position") || (inPositions && !line.equals("```"));
      if (inPositions && line.startsWith("$ ")) {
        String told = told(line.substring(2));
        assertThat(section).contains(told.substring(told.lastIndexOf('[') + 1, told.length() - 1));
        replayed.append(line).append('\n').append(told).append('\n');
        texts++;
      } else if (!inPositions || line.equals("```position")) {
        replayed.append(line).append('\n');
      }
    }
    if (Boolean.getBoolean("fenceline.renew")) {
      Files.writeString(DOCUMENT, replayed.toString());
    }
    assertThat(texts).isEqualTo(15);
    assertThat(replayed).hasToString(Files.readString(DOCUMENT));
  }

  private static String told(String text) {
    try {
      return "read as " + PositionText.read(text);
    } catch (MalformedInput e) {
      return String.valueOf(e.getMessage());
    }
  }
}
