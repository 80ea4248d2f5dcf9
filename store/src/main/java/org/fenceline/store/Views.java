package org.fenceline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.stock.Posting;

/** Projects entries into all views, in the transaction in which they are appended. */
final class Views {

  /** Tables that hold views, in an order in which they can be emptied. */
  static final List<String> TABLES =
      List.of("day_block", "posting", "standing", "signature", "attachment_use", "entry");

  private final EntryView entries;
  private final StandingView standings;
  private final SignatureView signatures;
  private final PostingView postings;
  private final DayBlockView dayBlocks;
  private final AttachmentUseView attachmentUses;
  private final Erasures erasures;

  Views(Connection connection) throws SQLException {
    this.entries = new EntryView(connection);
    this.standings = new StandingView(connection);
    this.signatures = new SignatureView(connection);
    this.postings = new PostingView(connection);
    this.dayBlocks = new DayBlockView(connection);
    this.attachmentUses = new AttachmentUseView(connection);
    this.erasures = new Erasures(new AttachmentTable(connection), attachmentUses);
  }

  /** Takes up one entry that was just written to the log. */
  void project(Logged entry) throws SQLException {
    entries.insert(entry);
    signatures.insert(entry);
    attachmentUses.insert(entry);
    erasures.gather(entry);
    List<Posting> lines = Posting.of(entry);
    for (Posting line : lines) {
      postings.insert(line);
    }
    if (EntryView.target(entry).isEmpty()
        && !entries.isTarget(entry.id())
        && !entries.isRepeated(entry.id())) {
      standings.insert(List.of(entry));
      lines.forEach(line -> dayBlocks.add(line, true));
    } else {
      projectThread(entries.thread(entry.id()));
    }
  }

  private void projectThread(List<Logged> thread) throws SQLException {
    thread.forEach(erasures::gather);
    Set<Long> before = standings.standingNow(thread);
    standings.replace(thread);
    Set<Long> after = standings.standingNow(thread);
    for (Logged member : thread) {
      boolean stands = after.contains(member.leafIndex());
      if (stands != before.contains(member.leafIndex())) {
        Posting.of(member).forEach(line -> dayBlocks.add(line, stands));
      }
    }
  }

  /** Writes what was gathered for the end of a transaction. */
  List<Shortfall> flush() throws SQLException {
    erasures.settle();
    return dayBlocks.flush();
  }

  /** Whether the last flush deleted a ciphertext. */
  boolean hasErased() {
    return erasures.hasErased();
  }
}
