package org.fenceline.core.entry.body;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.EntryRef;

/**
 * Something was encrypted and is kept with the register.
 *
 * @param attachment what is kept
 * @param policy the sealing policy to whose recipients it was encrypted; empty when it came
 *     encrypted already, to whomever its maker chose
 * @param about the entry that it belongs to
 * @param note what it is, in words that anybody who reads entries may read
 */
@Meaning("Something was encrypted and is kept with the register.")
public record SealedAttachment(
    @Meaning("What is kept.") Attachment attachment,
    @Meaning("The sealing policy to whose recipients it was encrypted; left out when it came so.")
        Optional<EntryRef> policy,
    @Meaning("The entry that it belongs to.") Optional<EntryRef> about,
    @Meaning("What it is, in words that are not secret.") Optional<String> note)
    implements Body, AttachmentCarrier {

  @Override
  public List<Attachment> attachments() {
    return List.of(attachment);
  }
}
