package org.fenceline.store.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outsider passes what is whole, and finds out one change. */
class OutsiderTest {
  private static final int ROUNDS = 12;

  @TempDir Path folder = Path.of("");

  private final List<String> promises = new ArrayList<>();

  private Path worked() throws Exception {
    Workload.Session session =
        new Workload.Session(folder, 0, ROUNDS, false, new SplittableRandom(1), promises::addAll);
    new Clerks().work(session);
    return folder.resolve("register.fenceline");
  }

  @Test
  void aRegisterThatIsWholePasses() throws Exception {
    assertThat(Outsider.examine(worked())).hasSize((int) recorded());
    new Clerks().examine(folder, promises);
  }

  private long recorded() {
    return promises.stream().filter(promise -> promise.startsWith("recorded ")).count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update log set canonical_json = replace(canonical_json, '2026', '2027') where leaf_index = 2",
        "update log set salt = zeroblob(32) where leaf_index = 1",
        "update log set content_hash = zeroblob(32) where leaf_index = 1",
        "update log set entry_id = zeroblob(16) where leaf_index = 1",
        "update tree_node set hash = zeroblob(32) where position = 0",
        "update tree_node set hash = zeroblob(32) where position = 1",
        "delete from tree_node where position = 3",
        "delete from posting where leaf_index = 0",
        "delete from standing where leaf_index = 0",
        "update day_block set sum = sum + 1 where level = 0",
        "delete from log where leaf_index = 1",
      })
  void oneChangeIsFoundOut(String change) throws Exception {
    Path file = worked();
    int changed;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      changed = statement.executeUpdate(change);
    }
    assertThat(changed).isPositive();
    assertThatThrownBy(() -> Outsider.examine(file))
        .isInstanceOfAny(AssertionError.class, RuntimeException.class);
  }

  @Test
  void aPromiseThatTheLogDoesNotKeepIsFoundOut() throws Exception {
    worked();
    promises.add("recorded 100000 00000000-0000-0000-0000-000000000000 00");
    assertThatThrownBy(() -> new Clerks().examine(folder, promises))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("recorded 100000");
  }
}
