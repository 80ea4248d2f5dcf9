package org.fenceline.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.Entry;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.EntryText.Recorded;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.stock.Balances.Holding;
import org.fenceline.core.stock.Posting;
import org.fenceline.store.Outcome.Receipt;

/**
 * Writes requests to one connection: leaf, tree hashes and views of a whole group of requests in
 * one transaction, and answers them once it is on disk.
 */
final class Writer implements AutoCloseable {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);
  private static final int PROGRESS_EVERY = 1_000;
  private static final int MANY = 256;

  private final RegisterFile file;
  private final Identity identity;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Connection connection;
  private final LogTable log;
  private final TreeTable tree;
  private final HomeProofTable homeProofs;
  private final Views views;
  private final AttachmentTable attachments;
  private final AttachmentUseView attachmentUses;
  private boolean isBroken;

  Writer(RegisterFile file, Identity identity, InstantSource clock, SecureRandom random) {
    this.file = file;
    this.identity = identity;
    this.clock = clock;
    this.random = random;
    this.connection = file.open();
    try {
      // A retry is told where its entry stands without anything being written, so without a sync.
      file.syncTakenOver();
      this.log = new LogTable(connection);
      this.tree = new TreeTable(connection);
      this.homeProofs = new HomeProofTable(connection);
      this.views = new Views(connection);
      this.attachments = new AttachmentTable(connection);
      this.attachmentUses = new AttachmentUseView(connection);
    } catch (SQLException e) {
      close();
      throw file.failure(e);
    } catch (StoreException e) {
      close();
      throw e;
    }
  }

  /** Writes a group of requests; each is answered, whole or refused, when the group is on disk. */
  void write(List<Request> group) {
    try {
      List<Pending> answers = new ArrayList<>();
      execute("begin immediate");
      Growth growth = new Growth();
      for (Request request : group) {
        answers.add(growth.write(request));
      }
      List<Shortfall> shortfalls = views.flush();
      execute("commit");
      if (views.hasErased()) {
        emptyWriteAheadLog();
      }
      answers.forEach(answer -> answer.tell(shortfalls));
    } catch (SQLException e) {
      fail(group, file.failure(e));
    } catch (DatabaseFault e) {
      fail(group, file.failure(e.error()));
    } catch (RuntimeException e) {
      fail(group, e);
    } catch (Error e) {
      // Whoever waits is told before the thread ends.
      fail(group, new IllegalStateException("the writer broke down", e));
      throw e;
    }
  }

  /**
   * Whether a request failed. The driver gives up the statement that failed, when the disk is full
   * for one, so that nothing more can be written through this connection.
   */
  boolean isBroken() {
    return isBroken;
  }

  /** Takes what was erased out of the write-ahead log too, where older pages lie until then. */
  private void emptyWriteAheadLog() {
    try {
      execute("pragma wal_checkpoint(truncate)");
    } catch (SQLException e) {
      // The erasure is on disk; the pages go with the next checkpoint, or when the file is closed.
      return;
    }
  }

  private void fail(List<Request> group, RuntimeException failure) {
    isBroken = true;
    try {
      execute("rollback");
    } catch (SQLException e) {
      // Where the transaction never began there is none to roll back; the cause is told anyway.
      failure.addSuppressed(e);
    }
    group.forEach(request -> request.answer().completeExceptionally(failure));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
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

  /** An answer that waits for the end of the transaction. */
  private record Pending(Request request, Outcome outcome, Set<Holding> touched) {
    void tell(List<Shortfall> shortfalls) {
      Outcome told =
          switch (outcome) {
            case Outcome.Refused refused -> refused;
            case Outcome.Written written ->
                new Outcome.Written(
                    written.receipts(),
                    shortfalls.stream().filter(s -> touched.contains(s.holding())).toList());
          };
      request.answer().complete(told);
    }
  }

  /** The log as it grows within one transaction. */
  private final class Growth {
    private final GrowingTree growing;

    Growth() throws SQLException {
      // Another process may have appended since: the edge is read anew in every transaction.
      this.growing = GrowingTree.resume(log.size(), tree);
    }

    Pending write(Request request) throws SQLException {
      Admission admission = new Admission(identity, log);
      List<Slot> slots =
          switch (request) {
            case Request.Recording recording -> stamped(recording, admission);
            case Request.Adoption adoption -> adopted(adoption, admission);
            case Request.Exchange exchange -> exchanged(exchange, admission);
            case Request.Restoration restoration -> restored(restoration, admission);
            case Request.Keeping keeping -> kept(keeping, admission);
          };
      if (!admission.problems().isEmpty()) {
        return new Pending(request, new Outcome.Refused(admission.problems()), Set.of());
      }
      if (request instanceof Request.Recording recording) {
        for (Ciphertext ciphertext : recording.ciphertexts()) {
          attachments.put(ciphertext);
        }
      }
      List<Receipt> receipts = new ArrayList<>();
      Set<Holding> touched = new HashSet<>();
      Map<Object, Long> written = new HashMap<>();
      for (Slot slot : slots) {
        receipts.add(receipt(slot, written, touched));
        if (receipts.size() % PROGRESS_EVERY == 0) {
          request.progress().at(receipts.size(), slots.size());
        }
      }
      return new Pending(request, new Outcome.Written(receipts, List.of()), touched);
    }

    private Receipt receipt(Slot slot, Map<Object, Long> written, Set<Holding> touched)
        throws SQLException {
      EntryRef ref = slot.ref();
      Object name = slot.exchanged() ? ByteBuffer.wrap(slot.salted().salt()) : ref;
      Long repeated = written.get(name);
      Optional<Long> there = slot.alreadyThere().or(() -> Optional.ofNullable(repeated));
      if (there.isPresent()) {
        return new Receipt(there.get(), ref, false);
      }
      long leafIndex = growing.size();
      Recorded recorded = slot.salted().recorded();
      byte[] salt = slot.salted().salt();
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      log.insert(leafIndex, recorded, salt, slot.arrivedAt().orElse(now));
      growing.add(MerkleTree.leafHash(Leaf.of(salt, recorded.canonicalJson())), tree);
      Logged logged =
          new Logged(
              leafIndex, recorded.entry(), recorded.contentHash(), slot.arrivedAt().orElse(now));
      views.project(logged);
      for (Posting posting : Posting.of(logged)) {
        touched.add(new Holding(posting.from(), posting.lot()));
        touched.add(new Holding(posting.to(), posting.lot()));
      }
      written.put(name, leafIndex);
      if (slot.homeProof().isPresent()) {
        homeProofs.insert(leafIndex, slot.homeProof().get());
      }
      return new Receipt(leafIndex, ref, true);
    }

    private List<Slot> stamped(Request.Recording recording, Admission admission)
        throws SQLException {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      AttachmentAdmission carried =
          new AttachmentAdmission(
              attachments, attachmentUses, recording.ciphertexts(), admission.problems());
      List<Slot> slots = new ArrayList<>();
      for (Salted salted : salted(recording, now)) {
        Fact fact = salted.recorded().entry().fact();
        Sha256 contentHash = salted.recorded().contentHash();
        Optional<Long> there = admission.alreadyThere(fact, contentHash);
        if (there.isEmpty()) {
          admission.admit(fact, contentHash, recording.by());
          carried.admit(fact);
        }
        slots.add(new Slot(salted, there, Optional.of(now), false, Optional.empty()));
      }
      return slots;
    }

    /** Writes and hashes what is to be recorded; of much of it with all processors. */
    private List<Salted> salted(Request.Recording recording, Instant now) {
      List<Fact> facts = recording.facts();
      return (facts.size() < MANY ? facts.stream() : facts.parallelStream())
          .map(fact -> salted(fact, TEXT.contentHash(fact), now, recording.by()))
          .toList();
    }

    private Salted salted(Fact fact, Sha256 contentHash, Instant now, PersonId by) {
      byte[] salt = new byte[Leaf.SALT_LENGTH];
      random.nextBytes(salt);
      Entry entry = Entry.stamped(fact, now, by);
      return new Salted(new Recorded(entry, contentHash, TEXT.of(entry)), salt);
    }

    private List<Slot> adopted(Request.Adoption adoption, Admission admission) throws SQLException {
      List<Slot> slots = new ArrayList<>();
      for (Salted salted : adoption.entries()) {
        Fact fact = salted.recorded().entry().fact();
        Sha256 contentHash = salted.recorded().contentHash();
        Optional<Long> there = admission.alreadyThere(fact, contentHash);
        if (there.isEmpty()) {
          admission.admit(fact, contentHash, salted.recorded().entry().recordedBy());
        }
        slots.add(new Slot(salted, there, Optional.empty(), false, Optional.empty()));
      }
      return slots;
    }

    private List<Slot> exchanged(Request.Exchange exchange, Admission admission)
        throws SQLException {
      List<Slot> slots = new ArrayList<>();
      for (Synced synced : exchange.entries()) {
        Salted salted = synced.entry();
        Optional<Long> there = log.leafOf(salted);
        if (there.isEmpty()) {
          admission.takeOver(salted, synced.homeProof());
        }
        slots.add(new Slot(salted, there, Optional.empty(), true, synced.homeProof()));
      }
      return slots;
    }
  }

  /** Every leaf becomes a leaf, whatever it corrects or repeats: the lost log had it there. */
  private static List<Slot> restored(Request.Restoration restoration, Admission admission) {
    List<Slot> slots = new ArrayList<>();
    for (Restored leaf : restoration.leaves()) {
      admission.takeOver(leaf.entry(), leaf.homeProof());
      slots.add(new Slot(leaf.entry(), Optional.empty(), leaf.arrivedAt(), true, leaf.homeProof()));
    }
    return slots;
  }

  /** Stores what belongs to entries that are here already; adds no entry. */
  private List<Slot> kept(Request.Keeping keeping, Admission admission) throws SQLException {
    for (Ciphertext ciphertext : keeping.ciphertexts()) {
      Sha256 address = ciphertext.address();
      if (attachmentUses.kinds(address).isEmpty()) {
        admission
            .problems()
            .add(
                new Problem(
                    "seal.unknown",
                    Place.UNKNOWN,
                    "no entry carries an attachment " + address,
                    "take up its entry first"));
      }
    }
    if (admission.problems().isEmpty()) {
      for (Ciphertext ciphertext : keeping.ciphertexts()) {
        if (!attachmentUses.isErased(ciphertext.address())) {
          attachments.put(ciphertext);
        }
      }
    }
    return List.of();
  }

  /** One entry of a request, ready to be written unless it is there already. */
  private record Slot(
      Salted salted,
      Optional<Long> alreadyThere,
      Optional<Instant> arrivedAt,
      boolean exchanged,
      Optional<String> homeProof) {
    EntryRef ref() {
      return new EntryRef(salted.recorded().entry().fact().id(), salted.recorded().contentHash());
    }
  }

  /** Reads an entry's text again, as adoption does. */
  static Recorded recorded(String canonicalJson) throws MalformedInput {
    return TEXT.read(canonicalJson);
  }
}
