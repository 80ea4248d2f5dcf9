package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.author.Authors;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Origin;

/** Which entries everybody may read. */
final class PublicEntries {
  private final Connection connection;
  private final LogTable log;
  private final EntryView entries;
  private final SignatureView signatures;
  private final Authors authors;
  private final long known;

  /**
   * What everybody may read.
   *
   * @param known only leaves before this one bear on it
   */
  PublicEntries(Origin home, Connection connection, long known) throws SQLException {
    this.connection = connection;
    this.known = known;
    this.log = new LogTable(connection);
    this.entries = new EntryView(connection);
    this.signatures = new SignatureView(connection);
    this.authors = Authors.of(home, known(entries.bearingOnKeys()));
  }

  List<Logged> between(long from, long until) throws SQLException {
    List<Logged> readable = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select leaf_index, content_hash, canonical_json, arrived_at from log
            where leaf_index >= ? and leaf_index < ?
              and json_extract(canonical_json, '$.disclosure') = 'public'
            order by leaf_index
            """)) {
      query.setLong(1, from);
      query.setLong(2, until);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Logged entry = LogTable.logged(rows);
          if (isReadable(entry)) {
            readable.add(entry);
          }
        }
      }
    }
    return readable;
  }

  private boolean isReadable(Logged entry) throws SQLException {
    Optional<EntryRef> superseded = entry.entry().fact().supersedes();
    if (superseded.isEmpty()) {
      return true;
    }
    for (Logged target : known(log.find(superseded.get().id()))) {
      if (target.ref().equals(superseded.get())
          && target.entry().fact().disclosure() == Disclosure.PUBLIC
          && isReadable(target)) {
        return true;
      }
    }
    return isProven(entry) && isEndorsedByAnother(entry);
  }

  private boolean isEndorsedByAnother(Logged entry) throws SQLException {
    for (Logged member : known(entries.thread(entry.id()))) {
      if (member.body() instanceof Endorsement endorsement
          && endorsement.target().equals(entry.ref())
          && !member.entry().recordedBy().equals(entry.entry().recordedBy())
          && isProven(member)) {
        return true;
      }
    }
    return false;
  }

  private boolean isProven(Logged entry) throws SQLException {
    return authors.provenFrom(entry, known(signatures.over(entry.contentHash()))).isPresent();
  }

  private List<Logged> known(List<Logged> all) {
    return all.stream().filter(entry -> entry.leafIndex() < known).toList();
  }
}
