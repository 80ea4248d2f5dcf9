package org.fenceline.core.entry.body;

import java.util.List;
import org.fenceline.core.entry.value.Attachment;

/**
 * A body that carries sealed attachments: its entry is recorded together with their ciphertexts.
 */
public interface AttachmentCarrier {

  /** What it carries, each address once. */
  List<Attachment> attachments();
}
