package org.fenceline.cli.export;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.SnapshotPublished;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.land.extract.RowList;
import org.fenceline.core.land.extract.StoredRow;
import org.fenceline.store.Reading;

/**
 * The releases of snapshots of one level and area that this register recorded. What a release held
 * is made again from the log, cut off where the release was made, and held against its digest.
 */
final class Releases {
  private final Reading reading;
  private final Disclosure level;
  private final Optional<Geometry> area;

  /** A release and what was recorded of it. */
  record Release(Logged entry, SnapshotPublished body) {}

  Releases(Reading reading, Disclosure level, Optional<Geometry> area) {
    this.reading = reading;
    this.level = level;
    this.area = area;
  }

  /** The newest release. */
  Optional<Release> newest() {
    return reading.ofKind("snapshot-published").stream()
        .filter(entry -> entry.entry().recordedBy().origin().equals(reading.identity().origin()))
        .flatMap(entry ->
            entry.body() instanceof SnapshotPublished body
                    && body.level() == level
                    && body.area().equals(area)
                ? java.util.stream.Stream.of(new Release(entry, body))
                : java.util.stream.Stream.empty())
        .max(Comparator.comparingLong(release -> release.entry().leafIndex()));
  }

  /** The rows of a release; empty when this program does not make them as they were. */
  Optional<RowList> rowsOf(Release release) {
    long size = release.body().logSize().number();
    if (size > reading.size()) {
      return Optional.empty();
    }
    AsOf then = AsOf.everythingKnown(release.entry().on().earliestDay(), java.time.Instant.MAX);
    List<StoredRow> rows =
        LandExtract.at(size, reading, level, then, area).extract().rows().stream()
            .map(StoredRow::of)
            .toList();
    RowList list = RowList.of(rows);
    return Optional.of(list).filter(made -> made.sha256().equals(release.body().list()));
  }
}
