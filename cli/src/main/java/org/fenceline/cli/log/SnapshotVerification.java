package org.fenceline.cli.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.cli.export.SnapshotFacts;
import org.fenceline.core.entry.Entry;
import org.fenceline.core.entry.body.SnapshotPublished;
import org.fenceline.core.entry.body.SnapshotPublished.Change;
import org.fenceline.core.land.extract.RowList;
import org.fenceline.exchange.geopackage.SnapshotFile;

/**
 * Holds the rows of a snapshot's file against the entry that released it.
 *
 * @param objections what is not as it was released; empty when all of it is
 * @param beyond what the file holds besides, of which the release says nothing
 */
record SnapshotVerification(List<String> objections, List<String> beyond) {
  private static final int MOST_NAMED = 50;

  SnapshotVerification {
    objections = List.copyOf(objections);
    beyond = List.copyOf(beyond);
  }

  /**
   * Looks at a file.
   *
   * @param entry the entry that the file's own proof proves
   */
  static SnapshotVerification of(SnapshotFile file, Entry entry, SnapshotPublished body) {
    List<String> objections = new ArrayList<>();
    if (!RowList.rowsSha256(file.rows()).equals(body.rows())) {
      rows(file, body, objections);
    }
    facts(file, entry, body, objections);
    changes(file, body, objections);
    return new SnapshotVerification(objections, file.beyond());
  }

  private static void rows(SnapshotFile file, SnapshotPublished body, List<String> objections) {
    RowList now = RowList.of(file.rows());
    Optional<RowList> released = file.list().filter(list -> list.sha256().equals(body.list()));
    if (released.isEmpty()) {
      objections.add(
          "rows were changed, added or taken away, and the list that would name them was too");
      return;
    }
    List<Change> changes = now.since(released.get());
    changes.stream()
        .limit(MOST_NAMED)
        .forEach(change ->
            objections.add(
                switch (change.what()) {
                      case ADDED -> "added: ";
                      case CHANGED -> "changed: ";
                      case REMOVED -> "missing: ";
                    }
                    + change.layer()
                    + " "
                    + change.row()));
    if (changes.size() > MOST_NAMED) {
      objections.add("and " + (changes.size() - MOST_NAMED) + " rows more");
    }
  }

  private static void facts(
      SnapshotFile file, Entry entry, SnapshotPublished body, List<String> objections) {
    Map<String, String> released = SnapshotFacts.of(body);
    released.put("register", entry.recordedBy().origin().text());
    released.put("exercise", Boolean.toString(entry.fact().exercise()));
    released.put("on", entry.fact().on().toString());
    released.put("entry", entry.fact().id().toString());
    released.forEach((name, value) -> {
      String told = file.facts().getOrDefault(name, "");
      if (!told.equals(value)) {
        objections.add(
            "the table snapshot says "
                + name
                + " \""
                + told
                + "\", released was \""
                + value
                + "\"");
      }
    });
    if (body.area().isEmpty() && file.facts().containsKey("area")) {
      objections.add("the table snapshot names an area, released was all of the land");
    }
  }

  private static void changes(SnapshotFile file, SnapshotPublished body, List<String> objections) {
    boolean isSame =
        body.changes()
            .map(changes ->
                file.changes()
                    .filter(told -> RowList.changesSha256(told).equals(changes.sha256()))
                    .isPresent())
            .orElseGet(() -> file.changes().filter(List::isEmpty).isPresent());
    if (!isSame) {
      objections.add("the table snapshot_changes is not as it was released");
    }
  }
}
