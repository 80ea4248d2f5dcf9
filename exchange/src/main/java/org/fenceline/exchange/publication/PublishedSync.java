package org.fenceline.exchange.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.store.Salted;
import org.fenceline.store.Synced;

/**
 * What a register can take over from another's published folder: its public entries, each with the
 * proof that its log holds it.
 *
 * @param note the published checkpoint
 * @param checkpoint what it says
 * @param entries the public entries, in the log's order
 */
public record PublishedSync(SignedNote note, Checkpoint checkpoint, List<Synced> entries) {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  public PublishedSync {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a folder.
   *
   * @throws PublicationException when nothing is published there, or a file is damaged
   * @throws MalformedInput when an entry is of a kind that this program does not know
   */
  public static PublishedSync read(PublishedLog published) throws MalformedInput {
    SignedNote note =
        published
            .checkpoint()
            .orElseThrow(() ->
                new PublicationException(
                    "publish.nothing",
                    published.folder(),
                    "holds no published checkpoint",
                    "name a folder that fenceline publish wrote, or a register's file",
                    null));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    MerkleTree.StoredHashes hashes = published.hashes(checkpoint.size());
    List<Synced> entries = new ArrayList<>();
    for (long leaf = 0; leaf < checkpoint.size(); leaf++) {
      Optional<EntryBundle> entry = published.entry(leaf);
      if (entry.isPresent()) {
        InclusionProof inclusion = InclusionProof.of(leaf, checkpoint.size(), hashes);
        entries.add(
            new Synced(
                new Salted(TEXT.read(entry.get().canonicalJson()), entry.get().salt()),
                Optional.of(ProofFile.of(new byte[0], inclusion, note).toString())));
      }
    }
    return new PublishedSync(note, checkpoint, entries);
  }
}
