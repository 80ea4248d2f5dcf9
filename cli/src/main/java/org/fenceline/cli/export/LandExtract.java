package org.fenceline.cli.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenceline.cli.land.KnownLand;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.land.check.PublicFacts;
import org.fenceline.core.land.extract.Extent;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.ExtractHead;
import org.fenceline.core.land.extract.PublicRows;
import org.fenceline.core.land.extract.RecordedRows;
import org.fenceline.core.land.extract.Row;
import org.fenceline.store.Identity;
import org.fenceline.store.Reading;

/**
 * Makes an extract of what a register holds.
 *
 * @param extract what is to be written
 * @param withoutPlace how many of its rows have no place
 * @param sealed how many entries were left out because they are sealed
 */
record LandExtract(Extract extract, long withoutPlace, int sealed) {

  /**
   * Reads the land.
   *
   * @param asOf counts for a restricted extract alone; a public one shows what is known now
   */
  static LandExtract of(
      Reading reading, Disclosure disclosure, AsOf asOf, Optional<Geometry> area) {
    return at(reading.size(), reading, disclosure, asOf, area);
  }

  /**
   * Reads the land as it was when the log had a size.
   *
   * @param asOf counts for a restricted extract alone; a public one shows what was known then
   */
  static LandExtract at(
      long size, Reading reading, Disclosure disclosure, AsOf asOf, Optional<Geometry> area) {
    Identity identity = reading.identity();
    RecordedRows.Made made =
        switch (disclosure) {
          case PUBLIC -> {
            PublicFacts facts = KnownLand.publicFactsAt(reading, size);
            yield new RecordedRows.Made(
                PublicRows.of(
                    facts, KnownLand.publicLayer(facts, "--disclosure"), identity.exercise()),
                0);
          }
          case RESTRICTED ->
              RecordedRows.of(
                  reading.threadsAt(size, RecordedRows.KINDS), reading.provenAuthorsAt(size), asOf);
          case SEALED -> throw new IllegalStateException("what is sealed is not exported");
        };
    Optional<Extent> extent = area.map(Extent::of);
    // A row without a place may lie anywhere, in the area too.
    List<Row> rows =
        made.rows().stream()
            .filter(row ->
                extent.isEmpty()
                    || row.place().isEmpty()
                    || extent.get().touches(row.place().get()))
            .collect(Collectors.toList());
    ExtractHead head =
        new ExtractHead(
            identity.origin(),
            identity.exercise(),
            disclosure,
            asOf.on(),
            Optional.of(asOf.knownAt()).filter(time -> !time.equals(Instant.MAX)),
            area);
    return new LandExtract(
        new Extract(head, rows),
        rows.stream().filter(row -> row.place().isEmpty()).count(),
        made.sealed());
  }
}
