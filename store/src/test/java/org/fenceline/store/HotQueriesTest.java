package org.fenceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that are asked for each entry of an import look up, and never walk through the log. */
class HotQueriesTest {
  @TempDir Path folder = Path.of("");

  static Stream<String> queries() {
    return Stream.of(EntryView.THREAD, EntryView.BEARING_ON_KEYS);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void noQueryOfAThreadWalksThroughTheLog(String sql) throws Exception {
    Fixture.create(folder, new Fixture.Hands()).close();
    List<String> plan = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.fenceline"));
        PreparedStatement explain = connection.prepareStatement("explain query plan " + sql);
        ResultSet rows = explain.executeQuery()) {
      while (rows.next()) {
        plan.add(rows.getString("detail"));
      }
    }
    assertThat(plan)
        .anyMatch(step -> step.startsWith("SEARCH log"))
        .noneMatch(step -> step.startsWith("SCAN log"))
        .noneMatch(step -> step.startsWith("SCAN entry"));
  }
}
