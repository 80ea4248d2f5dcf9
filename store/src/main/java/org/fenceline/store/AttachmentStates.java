package org.fenceline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.store.AttachmentState.Erased;
import org.fenceline.store.AttachmentState.Status;

/** Gathers what has become of attachments. */
final class AttachmentStates {
  private final AttachmentTable table;
  private final AttachmentUseView uses;
  private final EntryView entries;

  AttachmentStates(Connection connection) throws SQLException {
    this.table = new AttachmentTable(connection);
    this.uses = new AttachmentUseView(connection);
    this.entries = new EntryView(connection);
  }

  Optional<AttachmentState> of(Sha256 address) throws SQLException {
    Set<Attachment.Kind> kinds = uses.kinds(address);
    return kinds.isEmpty() ? Optional.empty() : Optional.of(state(address, kinds));
  }

  List<AttachmentState> all() throws SQLException {
    List<AttachmentState> states = new ArrayList<>();
    for (Sha256 address : uses.carried()) {
      states.add(state(address, uses.kinds(address)));
    }
    return states;
  }

  private AttachmentState state(Sha256 address, Set<Attachment.Kind> kinds) throws SQLException {
    // Where entries disagree about the kind, one that cannot be erased counts.
    Attachment.Kind kind =
        kinds.stream()
            .filter(claimed -> !claimed.isErasable())
            .findFirst()
            .orElseGet(() -> kinds.iterator().next());
    Optional<Long> length = table.length(address);
    List<Logged> naming = uses.entries(address);
    boolean isErased = uses.isErased(address);
    return new AttachmentState(
        new Attachment(address, kind),
        length.isPresent() ? Status.PRESENT : isErased ? Status.ERASED : Status.NOT_HERE,
        length.orElse(0L),
        naming,
        isErased ? erasure(naming) : Optional.empty());
  }

  private Optional<Erased> erasure(List<Logged> naming) throws SQLException {
    for (Logged entry : naming) {
      if (entry.body() instanceof Erasure) {
        List<Logged> endorsements =
            entries.thread(entry.id()).stream().filter(member -> endorses(member, entry)).toList();
        if (!endorsements.isEmpty()) {
          return Optional.of(new Erased(entry, endorsements));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean endorses(Logged member, Logged entry) {
    return member.body() instanceof Endorsement endorsement
        && endorsement.target().equals(entry.ref())
        && !member.entry().recordedBy().equals(entry.entry().recordedBy());
  }
}
