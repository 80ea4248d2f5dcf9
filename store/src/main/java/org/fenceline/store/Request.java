package org.fenceline.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.value.PersonId;

/** Something to be written, whole or not at all, and who waits for it. */
sealed interface Request {

  CompletableFuture<Outcome> answer();

  Progress progress();

  /** New facts that a person records, with the ciphertexts of attachments that they carry. */
  record Recording(
      List<Fact> facts,
      PersonId by,
      List<Ciphertext> ciphertexts,
      Progress progress,
      CompletableFuture<Outcome> answer)
      implements Request {}

  /** Entries that were recorded elsewhere; their stamps and salts stay. */
  record Adoption(List<Salted> entries, Progress progress, CompletableFuture<Outcome> answer)
      implements Request {}

  /** Entries of another register, with what its log proves of them. */
  record Exchange(List<Synced> entries, Progress progress, CompletableFuture<Outcome> answer)
      implements Request {}

  /** Leaves of a log whose register is gone, in their order. */
  record Restoration(List<Restored> leaves, Progress progress, CompletableFuture<Outcome> answer)
      implements Request {}

  /** Ciphertexts of attachments that entries here carry. */
  record Keeping(List<Ciphertext> ciphertexts, Progress progress, CompletableFuture<Outcome> answer)
      implements Request {}
}
