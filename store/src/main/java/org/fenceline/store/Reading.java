package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fenceline.core.author.Authors;
import org.fenceline.core.entry.EntryText.Recorded;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.finding.Antedated;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.stock.Balance;
import org.fenceline.core.stock.Balances;
import org.fenceline.core.stock.Balances.Holding;

/**
 * One consistent view of a register: everything read through it belongs to the same log size,
 * whatever is appended meanwhile. For one thread; close it after use.
 */
public final class Reading implements AutoCloseable {
  private static final String STANDING =
      """
      from standing
      where standing.basis = ? and standing.clocks & ? <> 0 and standing.known_from <= ?
        and (standing.known_until is null or standing.known_until > ?)
      """;

  private final RegisterFile file;
  private final Identity identity;
  private final Connection connection;
  private final LogTable log;

  Reading(RegisterFile file, Identity identity) {
    this.file = file;
    this.identity = identity;
    this.connection = file.open();
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = on");
      statement.execute("begin");
      this.log = new LogTable(connection);
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  /** Which register is read. */
  public Identity identity() {
    return identity;
  }

  /** Number of leaves. */
  public long size() {
    return asked(log::size);
  }

  /** Root of the tree of the first {@code size} leaves (RFC 6962, section 2.1). */
  public Sha256 root(long size) {
    return asked(() -> {
      if (size > log.size()) {
        throw new IllegalArgumentException("the log has " + log.size() + " leaves");
      }
      return Sha256.ofBytes(MerkleTree.root(size, new TreeTable(connection)));
    });
  }

  /** The stored tree hashes, good as long as this reading is open. */
  public MerkleTree.StoredHashes treeHashes() {
    return asked(() -> new TreeTable(connection));
  }

  /** An entry's text and salt as they are stored. */
  public Salted salted(long leafIndex) {
    return asked(() -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select canonical_json, salt from log where leaf_index = ?")) {
        query.setLong(1, leafIndex);
        try (ResultSet rows = query.executeQuery()) {
          if (!rows.next()) {
            throw new IllegalArgumentException("the log has no leaf " + leafIndex);
          }
          return new Salted(Writer.recorded(rows.getString(1)), rows.getBytes(2));
        } catch (MalformedInput e) {
          throw file.failure(
              "store.damaged",
              "the entry at leaf " + leafIndex + " cannot be read: " + e.getMessage(),
              "restore it from a backup");
        }
      }
    });
  }

  /** Leaves, as the tree holds them, from one index to before another. */
  public List<byte[]> leaves(long from, long until) {
    return asked(() -> {
      List<byte[]> leaves = new ArrayList<>();
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select salt, canonical_json from log
              where leaf_index >= ? and leaf_index < ? order by leaf_index
              """)) {
        query.setLong(1, from);
        query.setLong(2, until);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            leaves.add(Leaf.of(rows.getBytes(1), rows.getString(2)));
          }
        }
      }
      return leaves;
    });
  }

  /**
   * Entries that everybody may read, from one leaf to before another. A correction that widens
   * disclosure does so only once it is endorsed, proven by signatures, by somebody else.
   */
  public List<Logged> publicEntries(long from, long until) {
    return asked(
        () -> new PublicEntries(identity.origin(), connection, log.size()).between(from, until));
  }

  /** The entries that everybody might read when the log had a size. */
  public List<Logged> publicEntriesAt(long size) {
    return asked(() -> new PublicEntries(identity.origin(), connection, size).between(0, size));
  }

  /** Checkpoints of trees of at least a size that this log signed, the smallest first. */
  public List<SignedNote> checkpoints(long treeSize) {
    return asked(() -> {
      List<SignedNote> notes = new ArrayList<>();
      for (String note : new CheckpointTable(connection).from(treeSize)) {
        notes.add(checkpoint(note));
      }
      return notes;
    });
  }

  /** The checkpoint of the largest tree that this log signed. */
  public Optional<SignedNote> newestCheckpoint() {
    return asked(() -> new CheckpointTable(connection).newest().map(this::checkpoint));
  }

  private SignedNote checkpoint(String note) {
    try {
      return SignedNote.parse(note);
    } catch (MalformedInput e) {
      throw file.failure(
          "store.damaged",
          "a checkpoint cannot be read: " + e.getMessage(),
          "look at: fenceline audit");
    }
  }

  /** Corrections, voids and endorsements that wait for what they point to. */
  public List<Logged> waiting() {
    return asked(() -> new EntryView(connection).waiting());
  }

  /** Ids under which registers recorded different things. */
  public List<EntryId> clashes() {
    return asked(() -> new EntryView(connection).clashes());
  }

  /** Entries that claim to be older than a checkpoint of their home log that lacks them. */
  public List<Antedated> antedated() {
    return asked(() -> new Antedating(connection, identity.origin().text()).find());
  }

  /** What its home log proves of an entry that came from another register: a tlog-proof. */
  public Optional<String> homeProof(long leafIndex) {
    return asked(() -> new HomeProofTable(connection).find(leafIndex));
  }

  /**
   * What this register holds of a log that was lost, good as long as this reading is open.
   *
   * @param name what a person calls this register
   */
  public Holdings holdings(String name, Origin lost, Progress progress) {
    return new Holdings(name, file, identity, lost, connection, progress);
  }

  /** Entries that hold an author's signature over a content, whoever signed. */
  public List<Logged> signaturesOver(Sha256 contentHash) {
    return asked(() -> new SignatureView(connection).over(contentHash));
  }

  /** Whose keys count, from the entries that bear on keys. */
  public Authors authors() {
    return asked(() -> Authors.of(identity.origin(), new EntryView(connection).bearingOnKeys()));
  }

  /** The entries of a kind, whether or not they stand, oldest leaf first. */
  public List<Logged> ofKind(String kind) {
    return asked(() -> new EntryView(connection).ofKind(kind));
  }

  /**
   * Entries of some kinds, together with what corrects, voids or endorses them: one list a thread,
   * its entries in the log's order.
   */
  public List<List<Logged>> threads(Set<String> kinds) {
    return asked(() -> new EntryView(connection).threads(kinds));
  }

  /** Tells whether a signature proves that whoever recorded an entry really did. */
  public Predicate<Logged> provenAuthors() {
    Authors authors = authors();
    return entry -> authors.provenFrom(entry, signaturesOver(entry.contentHash())).isPresent();
  }

  /** The same, of a log that ended before a leaf. */
  public Predicate<Logged> provenAuthorsAt(long size) {
    Authors authors =
        asked(() ->
            Authors.of(identity.origin(), before(size, new EntryView(connection).bearingOnKeys())));
    return entry ->
        authors.provenFrom(entry, before(size, signaturesOver(entry.contentHash()))).isPresent();
  }

  /** The threads of a log that ended before a leaf. */
  public List<List<Logged>> threadsAt(long size, Set<String> kinds) {
    return threads(kinds).stream()
        .map(thread -> before(size, thread))
        .filter(thread -> !thread.isEmpty())
        .toList();
  }

  private static List<Logged> before(long size, List<Logged> entries) {
    return entries.stream().filter(entry -> entry.leafIndex() < size).toList();
  }

  /** What has become of an attachment; empty when no entry carries it. */
  public Optional<AttachmentState> attachment(Sha256 address) {
    return asked(() -> new AttachmentStates(connection).of(address));
  }

  /** What has become of every attachment that entries carry, in the order of their entries. */
  public List<AttachmentState> attachments() {
    return asked(() -> new AttachmentStates(connection).all());
  }

  /** What has become of the attachments that an entry names. */
  public List<AttachmentState> attachmentsOf(Logged entry) {
    return asked(() -> {
      AttachmentStates states = new AttachmentStates(connection);
      List<AttachmentState> named = new ArrayList<>();
      for (Sha256 address : AttachmentUseView.addresses(entry.body())) {
        states.of(address).ifPresent(named::add);
      }
      return named;
    });
  }

  /** The attachments that entries carry although they are neither here nor erased. */
  public Set<Sha256> missingAttachments() {
    return asked(() -> new AttachmentUseView(connection).missing());
  }

  /**
   * An attachment as it was encrypted; empty when it is not here.
   *
   * @throws StoreException when its bytes are no longer those of its address
   */
  public Optional<Ciphertext> ciphertext(Sha256 address) {
    return asked(() -> {
      Optional<byte[]> bytes = new AttachmentTable(connection).get(address);
      if (bytes.isPresent() && !Sha256.of(bytes.get()).equals(address)) {
        throw file.failure(
            "store.damaged", "the attachment " + address + " is damaged", "take it from a backup");
      }
      return bytes.map(Ciphertext::new);
    });
  }

  /** The entries that stand as of two times, oldest leaf first, whatever day they speak of. */
  public List<Logged> standing(AsOf asOf) {
    return standing(asOf, "");
  }

  /** The entries of one kind that stand as of two times, oldest leaf first. */
  public List<Logged> standingOfKind(AsOf asOf, String kind) {
    return standing(
        asOf, "and log.leaf_index in (select entry.leaf_index from entry where kind = ?)", kind);
  }

  private List<Logged> standing(AsOf asOf, String narrower, String... parameters) {
    return asked(() -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select log.leaf_index, log.content_hash, log.canonical_json, log.arrived_at
              from log where log.leaf_index in (select standing.leaf_index %s) %s
              order by log.leaf_index
              """
                  .formatted(STANDING, narrower))) {
        int next = bind(query, 1, asOf);
        for (String parameter : parameters) {
          query.setString(next++, parameter);
        }
        return LogTable.list(query);
      }
    });
  }

  /** The entries of an id; more than one when registers clashed, none when it is not here. */
  public List<Logged> find(EntryId id) {
    return asked(() -> log.find(id));
  }

  /** The entry of a leaf. */
  public Optional<Logged> at(long leafIndex) {
    return asked(() -> log.at(leafIndex));
  }

  /** The entries that correct, void or endorse one another around an id, oldest first. */
  public List<Logged> thread(EntryId id) {
    return asked(() -> new EntryView(connection).thread(id));
  }

  /** The entries that correct one another and stand side by side although only one counts. */
  public List<EntryId> threadsWithCorrections() {
    return asked(() -> {
      List<EntryId> ids = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  select target_id from entry
                  where target_id is not null and kind not in ('void', 'endorsement')
                  group by target_id having count(*) > 1
                  """)) {
        while (rows.next()) {
          ids.add(Columns.entryId(rows.getBytes(1)));
        }
      }
      return ids;
    });
  }

  /**
   * What every account holds of every lot, in one pass over the postings. They are summed here
   * because SQLite groups by sorting all rows, twice where both sides of a posting count.
   */
  public Balances balances(AsOf asOf, Optional<Name> lot) {
    return asked(() -> {
      Map<Side, Sum> sums = new HashMap<>();
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select posting.lot, posting.from_account, posting.to_account, posting.mines,
                posting.latest_day
              from posting
              where posting.earliest_day <= ? %s and exists
                (select 1 %s and standing.leaf_index = posting.leaf_index)
              """
                  .formatted(lot.isPresent() ? "and posting.lot = ?" : "", STANDING))) {
        int next = 1;
        long on = asOf.on().toEpochDay();
        query.setLong(next++, on);
        if (lot.isPresent()) {
          query.setString(next++, lot.get().text());
        }
        bind(query, next, asOf);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            String name = rows.getString(1);
            long mines = rows.getLong(4);
            boolean certain = rows.getLong(5) <= on;
            sums.computeIfAbsent(new Side(rows.getString(2), name), _ -> new Sum())
                .add(-mines, certain);
            sums.computeIfAbsent(new Side(rows.getString(3), name), _ -> new Sum())
                .add(mines, certain);
          }
        }
      }
      SortedMap<Holding, Balance> balances = new TreeMap<>();
      sums.forEach((side, sum) -> {
        if (sum.fewest != 0 || sum.most != 0) {
          Account account = Account.parse(side.account());
          Name name = new Name(side.lot());
          balances.put(
              new Holding(account, name), new Balance(account, name, sum.fewest, sum.most));
        }
      });
      return new Balances(asOf.on(), balances);
    });
  }

  /** An account and a lot as they stand in columns. */
  private record Side(String account, String lot) {}

  /** A balance while it is summed. */
  private static final class Sum {
    private long fewest;
    private long most;

    void add(long change, boolean certain) {
      if (certain || change < 0) {
        fewest = Math.addExact(fewest, change);
      }
      if (certain || change > 0) {
        most = Math.addExact(most, change);
      }
    }
  }

  private static int bind(PreparedStatement query, int first, AsOf asOf) throws SQLException {
    query.setInt(first, StandingView.code(asOf.basis()));
    query.setInt(first + 1, StandingView.bit(asOf.clock()));
    query.setLong(first + 2, Columns.millis(asOf.knownAt()));
    query.setLong(first + 3, Columns.millis(asOf.knownAt()));
    return first + 4;
  }

  /** The first day at whose end the ledger takes a holding below zero, all entries counting. */
  public Optional<LocalDate> firstDayBelowZero(Holding holding) {
    return asked(() -> new DayBlockView(connection).firstDayBelowZero(holding));
  }

  /** Hands every entry with its salt to a taker, in the log's order. */
  public void exportAll(SaltedTaker taker) {
    asked(() -> {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("select canonical_json, salt from log order by leaf_index")) {
        while (rows.next()) {
          Recorded recorded = Writer.recorded(rows.getString(1));
          taker.take(new Salted(recorded, rows.getBytes(2)));
        }
      } catch (MalformedInput e) {
        throw new StoreException(
            "store.damaged",
            file.path().toString(),
            "an entry cannot be read: " + e.getMessage(),
            "restore it from a backup",
            e);
      }
      return true;
    });
  }

  /** Takes entries one by one. */
  @FunctionalInterface
  public interface SaltedTaker {
    void take(Salted entry);
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw file.failure(e);
    } catch (DatabaseFault e) {
      throw file.failure(e.error());
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }
}
