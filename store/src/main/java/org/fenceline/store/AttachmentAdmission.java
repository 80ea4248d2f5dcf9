package org.fenceline.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.AttachmentCarrier;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Sha256;

/**
 * Decides for one request to record whether its entries may name the attachments that they name:
 * whoever appends hands over what is new, an attachment keeps its kind, and what is erased is never
 * brought back. Entries from elsewhere are not asked: their ciphertexts come after them.
 */
final class AttachmentAdmission {
  private final AttachmentTable table;
  private final AttachmentUseView uses;
  private final List<Problem> problems;
  private final Set<Sha256> handedOver = new HashSet<>();
  private final Map<Sha256, Attachment.Kind> inThisRequest = new HashMap<>();

  AttachmentAdmission(
      AttachmentTable table,
      AttachmentUseView uses,
      List<Ciphertext> handedOver,
      List<Problem> problems) {
    this.table = table;
    this.uses = uses;
    this.problems = problems;
    handedOver.forEach(ciphertext -> this.handedOver.add(ciphertext.address()));
  }

  /** Checks what a new fact says of attachments. */
  void admit(Fact fact) throws SQLException {
    if (fact.body() instanceof AttachmentCarrier carrier) {
      for (Attachment attachment : carrier.attachments()) {
        admitCarried(fact, attachment);
        inThisRequest.put(attachment.address(), attachment.kind());
      }
      return;
    }
    for (Sha256 address : AttachmentUseView.addresses(fact.body())) {
      admitNamed(fact, address);
    }
  }

  private void admitCarried(Fact fact, Attachment attachment) throws SQLException {
    Sha256 address = attachment.address();
    Set<Attachment.Kind> known = kinds(address);
    if (!known.isEmpty() && !known.contains(attachment.kind())) {
      refuse(
          "seal.kind",
          fact,
          address + " is kept as " + words(known) + ", not as " + attachment.kind().word(),
          "an attachment has one kind; seal the file anew");
    }
    if (attachment.kind().isErasable() && uses.isErased(address) && handedOver.contains(address)) {
      refuse(
          "seal.erased",
          fact,
          address + " was erased and is never stored again",
          "look at who erased it, and why: fenceline seal list");
    } else if (known.isEmpty() && !isAtHand(address)) {
      refuse(
          "seal.attachment",
          fact,
          "the attachment " + address + " is neither here nor handed over with the entry",
          "seal its file with: fenceline seal FILE");
    }
  }

  private void admitNamed(Fact fact, Sha256 address) throws SQLException {
    Set<Attachment.Kind> known = kinds(address);
    if (known.isEmpty()) {
      refuse(
          "seal.unknown",
          fact,
          "no entry carries an attachment " + address,
          "list them with: fenceline seal list");
    } else if (fact.body() instanceof Erasure
        && !known.stream().allMatch(Attachment.Kind::isErasable)) {
      refuse(
          "seal.not-erasable",
          fact,
          address
              + (known.contains(Attachment.Kind.POSITIONS)
                  ? " holds positions; lives depend on where mines lie, so they are never erased"
                  : " holds a photograph; photographs are evidence and are never erased"),
          "only personal attachments can be erased");
    }
  }

  private Set<Attachment.Kind> kinds(Sha256 address) throws SQLException {
    Set<Attachment.Kind> kinds = new HashSet<>(uses.kinds(address));
    Attachment.Kind here = inThisRequest.get(address);
    if (here != null) {
      kinds.add(here);
    }
    return kinds;
  }

  private boolean isAtHand(Sha256 address) throws SQLException {
    return handedOver.contains(address) || table.length(address).isPresent();
  }

  private static String words(Set<Attachment.Kind> kinds) {
    return String.join(", ", kinds.stream().map(Attachment.Kind::word).sorted().toList());
  }

  private void refuse(String code, Fact fact, String message, String mend) {
    problems.add(new Problem(code, Place.ofField(fact.id().toString()), message, mend));
  }
}
