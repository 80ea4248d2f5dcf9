package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.AttachmentCarrier;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** An entry that stands names an attachment that is not here, although nobody erased it. */
final class MissingAttachment implements Rule {

  @Override
  public String name() {
    return "missing-attachment";
  }

  @Override
  public String question() {
    return "Is an attachment that a record names not here, although nobody erased it?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Logged entry : views.standing()) {
      if (entry.body() instanceof AttachmentCarrier carrier) {
        for (Attachment attachment : carrier.attachments()) {
          if (views.keeping().missingAttachments().contains(attachment.address())) {
            findings.add(
                new Finding(
                    name(),
                    Weight.DISCREPANCY,
                    Optional.of(entry.on().earliestDay()),
                    "the attachment %s (%s) is not here; fetch it from a register that has it"
                        .formatted(attachment.address(), attachment.kind().word()),
                    List.of(entry),
                    true));
          }
        }
      }
    }
    return findings;
  }
}
