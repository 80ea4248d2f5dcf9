package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.Transcribed;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;

/** The view {@code entry}: what an entry is, and which other it points to. */
final class EntryView {
  // "cross join" keeps SQLite from walking the whole log in its order, which it otherwise prefers
  // to sorting the few members of a thread.
  static final String THREAD =
      """
      with recursive member (id) as (
        values (?1)
        union
        select target_id from entry join member on entry.entry_id = member.id
          where target_id is not null
        union
        select entry_id from entry join member on entry.target_id = member.id
      )
      select log.leaf_index, log.content_hash, log.canonical_json, log.arrived_at
      from member cross join log on log.entry_id = member.id
      order by log.leaf_index
      """;

  static final String BEARING_ON_KEYS =
      """
      with recursive member (id) as (
        select entry_id from entry where kind in ('person-key', 'origin-accepted')
        union
        select target_id from entry join member on entry.entry_id = member.id
          where target_id is not null
        union
        select entry_id from entry join member on entry.target_id = member.id
      ), leaf (leaf_index) as (
        select log.leaf_index from member cross join log on log.entry_id = member.id
        union
        select signature.leaf_index from member
          cross join log on log.entry_id = member.id
          join signature on signature.content_hash = log.content_hash
      )
      select log.leaf_index, log.content_hash, log.canonical_json, log.arrived_at
      from leaf cross join log on log.leaf_index = leaf.leaf_index
      order by log.leaf_index
      """;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement isTarget;
  private final PreparedStatement isRepeated;
  private final PreparedStatement thread;

  EntryView(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert =
        connection.prepareStatement(
            """
            insert into entry (leaf_index, entry_id, kind, recorded_at, transcribed_at,
              target_id, target_hash)
            values (?, ?, ?, ?, ?, ?, ?)
            """);
    this.isTarget = connection.prepareStatement("select 1 from entry where target_id = ? limit 1");
    this.isRepeated = connection.prepareStatement("select count(*) from entry where entry_id = ?");
    this.thread = connection.prepareStatement(THREAD);
  }

  /** Keys and acceptances, their threads, and all signatures over any of them. */
  List<Logged> bearingOnKeys() throws SQLException {
    return list(BEARING_ON_KEYS);
  }

  List<Logged> ofKind(String kind) throws SQLException {
    return list(
        """
        select log.leaf_index, log.content_hash, log.canonical_json, log.arrived_at
        from entry join log on log.leaf_index = entry.leaf_index
        where entry.kind = ?1
        order by log.leaf_index
        """,
        kind);
  }

  /**
   * Entries of some kinds, together with what corrects, voids or endorses them: one list a thread.
   */
  List<List<Logged>> threads(Set<String> kinds) throws SQLException {
    List<List<Logged>> threads = new ArrayList<>();
    Set<EntryId> seen = new HashSet<>();
    for (String kind : kinds) {
      for (Logged alone : list(ALONE, kind)) {
        threads.add(List.of(alone));
      }
      for (Logged member : list(ENTANGLED, kind)) {
        if (!seen.contains(member.id())) {
          List<Logged> whole = thread(member.id());
          whole.forEach(one -> seen.add(one.id()));
          threads.add(whole);
        }
      }
    }
    return threads;
  }

  private static final String OF_KIND =
      """
      select log.leaf_index, log.content_hash, log.canonical_json, log.arrived_at
      from entry join log on log.leaf_index = entry.leaf_index
      where entry.kind = ?1 and %s
        (entry.target_id is not null
          or exists (select 1 from entry as other where other.target_id = entry.entry_id)
          or exists (
            select 1 from entry as other
            where other.entry_id = entry.entry_id and other.leaf_index <> entry.leaf_index))
      order by log.leaf_index
      """;
  private static final String ENTANGLED = OF_KIND.formatted("");
  private static final String ALONE = OF_KIND.formatted("not");

  private List<Logged> list(String sql, String... parameters) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      return LogTable.list(query);
    }
  }

  void insert(Logged entry) throws SQLException {
    insert.setLong(1, entry.leafIndex());
    insert.setBytes(2, Columns.bytes(entry.id()));
    insert.setString(3, Kinds.ALL.of(entry.body()).word());
    insert.setLong(4, Columns.millis(entry.entry().recordedAt()));
    Optional<Transcribed> transcribed = entry.entry().fact().transcribed();
    if (transcribed.isPresent()) {
      insert.setLong(5, Columns.millis(transcribed.get().recordedAt()));
    } else {
      insert.setNull(5, Types.INTEGER);
    }
    Optional<EntryRef> target = target(entry);
    if (target.isPresent()) {
      insert.setBytes(6, Columns.bytes(target.get().id()));
      insert.setBytes(7, target.get().contentHash().bytes());
    } else {
      insert.setNull(6, Types.BLOB);
      insert.setNull(7, Types.BLOB);
    }
    insert.executeUpdate();
  }

  /** The entry that this one corrects, voids or endorses. */
  static Optional<EntryRef> target(Logged entry) {
    return entry.body() instanceof Endorsement endorsement
        ? Optional.of(endorsement.target())
        : entry.entry().fact().supersedes();
  }

  /** Whether several leaves carry the id, as after an exchange between registers. */
  boolean isRepeated(EntryId id) throws SQLException {
    isRepeated.setBytes(1, Columns.bytes(id));
    try (ResultSet rows = isRepeated.executeQuery()) {
      return rows.getInt(1) > 1;
    }
  }

  /** Corrections, voids and endorsements whose target is not here. */
  List<Logged> waiting() throws SQLException {
    return list(
        """
        select log.leaf_index, log.content_hash, log.canonical_json, log.arrived_at
        from entry join log on log.leaf_index = entry.leaf_index
        where entry.target_id is not null and not exists (
          select 1 from log as target
          where target.entry_id = entry.target_id and target.content_hash = entry.target_hash)
        order by log.leaf_index
        """);
  }

  /** Ids under which leaves say different things. */
  List<EntryId> clashes() throws SQLException {
    List<EntryId> ids = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                select entry_id from log group by entry_id
                having count(distinct content_hash) > 1 order by min(leaf_index)
                """);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ids.add(Columns.entryId(rows.getBytes(1)));
      }
    }
    return ids;
  }

  /** Whether an entry that points to the id is there already. */
  boolean isTarget(EntryId id) throws SQLException {
    isTarget.setBytes(1, Columns.bytes(id));
    try (ResultSet rows = isTarget.executeQuery()) {
      return rows.next();
    }
  }

  /** The entries that reach the id by superseding and endorsing, and itself, oldest first. */
  List<Logged> thread(EntryId id) throws SQLException {
    thread.setBytes(1, Columns.bytes(id));
    return LogTable.list(thread);
  }
}
