package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.finding.Antedated;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.proof.ProofFile;

/**
 * Finds entries that claim to have been recorded before a timed checkpoint of their home log whose
 * tree lacks them. Only the log's own timed signatures tell: a witness may cosign an old checkpoint
 * late. What cannot be read or verified is the audit's business and is passed over here.
 */
final class Antedating {
  private final Connection connection;
  private final String home;
  private final List<VerifierKey> keys = new ArrayList<>();

  /** By origin and size: when the checkpoint was signed. */
  private final Map<String, NavigableMap<Long, Signing>> signed = new HashMap<>();

  Antedating(Connection connection, String home) throws SQLException {
    this.connection = connection;
    this.home = home;
    for (Logged entry : new EntryView(connection).ofKind("log-keys")) {
      if (entry.body() instanceof LogKeys made) {
        for (SignerKey key : made.keys()) {
          know(key.text());
        }
      }
    }
  }

  private void know(String key) {
    try {
      keys.add(VerifierKey.parse(key));
    } catch (MalformedInput e) {
      // A key that cannot be read verifies nothing; the audit names it.
      return;
    }
  }

  /**
   * That a tree was signed.
   *
   * @param size its entries
   * @param at when
   */
  private record Signing(long size, Instant at) {}

  /** An entry's place in its home log. */
  private record Place(long leafIndex, String home, long homeIndex, Instant recordedAt) {}

  List<Antedated> find() throws SQLException {
    for (String note : new CheckpointTable(connection).from(0)) {
      remember(note);
    }
    List<Place> places = new ArrayList<>(fromElsewhere());
    signed.values().forEach(Antedating::spread);
    places.addAll(ownBefore(signed.getOrDefault(home, new TreeMap<>())));
    LogTable log = new LogTable(connection);
    List<Antedated> antedated = new ArrayList<>();
    for (Place place : places) {
      Optional<Signing> lacking = lacking(place);
      if (lacking.isPresent()) {
        log.at(place.leafIndex())
            .filter(entry -> isEarlier(entry, lacking.get()))
            .ifPresent(entry ->
                antedated.add(
                    new Antedated(entry, place.home(), lacking.get().size(), lacking.get().at())));
      }
    }
    return antedated;
  }

  /** Puts under each size the latest signed of the trees up to it, so that one look tells. */
  private static void spread(NavigableMap<Long, Signing> signings) {
    Signing latest = new Signing(0, Instant.MIN);
    for (Map.Entry<Long, Signing> signing : signings.entrySet()) {
      latest = signing.getValue().at().isAfter(latest.at()) ? signing.getValue() : latest;
      signing.setValue(latest);
    }
  }

  private void remember(String text) {
    try {
      SignedNote note = SignedNote.parse(text);
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      Signers.of(note, keys).verified().stream()
          .flatMap(signer -> signer.time().stream())
          .max(Instant::compareTo)
          .ifPresent(time ->
              signed
                  .computeIfAbsent(checkpoint.origin(), _ -> new TreeMap<>())
                  .merge(
                      checkpoint.size(),
                      new Signing(checkpoint.size(), time),
                      (one, other) -> one.at().isAfter(other.at()) ? one : other));
    } catch (MalformedInput e) {
      // What does not verify proves no time; the audit names it.
      return;
    }
  }

  private List<Place> fromElsewhere() throws SQLException {
    List<Place> places = new ArrayList<>();
    String last = "";
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select home_proof.leaf_index, home_proof.proof, entry.recorded_at
                from home_proof join entry on entry.leaf_index = home_proof.leaf_index
                """)) {
      while (rows.next()) {
        Optional<ProofFile> proof = read(rows.getString(2));
        if (proof.isPresent()) {
          String note = proof.get().note().toString();
          if (!note.equals(last)) {
            remember(note);
            last = note;
          }
          places.add(
              new Place(
                  rows.getLong(1),
                  proof.get().checkpoint().origin(),
                  proof.get().inclusion().index(),
                  Columns.instant(rows.getLong(3))));
        }
      }
    }
    return places;
  }

  private static Optional<ProofFile> read(String proof) {
    try {
      return Optional.of(ProofFile.parse(proof));
    } catch (MalformedInput e) {
      return Optional.empty();
    }
  }

  /** Own entries that may be older than a checkpoint that lacks them. */
  private List<Place> ownBefore(NavigableMap<Long, Signing> signings) throws SQLException {
    List<Place> places = new ArrayList<>();
    if (signings.isEmpty()) {
      return places;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select leaf_index, recorded_at from entry
            where leaf_index >= ? and recorded_at < ?
              and not exists (
                select 1 from home_proof where home_proof.leaf_index = entry.leaf_index)
            """)) {
      query.setLong(1, signings.firstKey());
      query.setLong(2, Columns.millis(signings.lastEntry().getValue().at()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          places.add(
              new Place(rows.getLong(1), home, rows.getLong(1), Columns.instant(rows.getLong(2))));
        }
      }
    }
    return places;
  }

  /** The latest signed of the trees that lack an entry, where it claims to be older. */
  private Optional<Signing> lacking(Place place) {
    return Optional.ofNullable(signed.get(place.home()))
        .map(signings -> signings.floorEntry(place.homeIndex()))
        .map(Map.Entry::getValue)
        .filter(signing -> place.recordedAt().isBefore(signing.at()));
  }

  /** A public entry's time is held to its UTC day: it may be as late as that day's end. */
  private static boolean isEarlier(Logged entry, Signing signing) {
    Instant recordedAt = entry.entry().recordedAt();
    Instant latest =
        entry.entry().fact().disclosure() == Disclosure.PUBLIC
            ? recordedAt.plus(Duration.ofDays(1))
            : recordedAt;
    return latest.isBefore(signing.at());
  }
}
