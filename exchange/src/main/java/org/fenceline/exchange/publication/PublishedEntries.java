package org.fenceline.exchange.publication;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.recovery.Offer;
import org.fenceline.store.EntrySource;
import org.fenceline.store.Restored;
import org.fenceline.store.Salted;

/** The public entries that lie beside published tiles, as something from which a log comes back. */
public final class PublishedEntries implements EntrySource {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private final String name;
  private final PublishedLog published;
  private final long size;

  /**
   * Entries of a published log.
   *
   * @param name what a person calls the folder
   * @param size leaves of the published checkpoint
   */
  public PublishedEntries(String name, PublishedLog published, long size) {
    this.name = name;
    this.published = published;
    this.size = size;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void offer(Taker taker) {
    for (long leaf = 0; leaf < size; leaf++) {
      Optional<EntryBundle> entry;
      try {
        entry = published.entry(leaf);
      } catch (PublicationException e) {
        taker.unreadable("leaf " + leaf, e.problem().message());
        continue;
      }
      if (entry.isPresent()) {
        taker.take(new Offer(leaf, entry.get(), OptionalLong.of(leaf), Optional.empty()));
      }
    }
  }

  @Override
  public List<SignedNote> checkpoints() {
    return List.of();
  }

  @Override
  public Restored restored(long row) {
    try {
      EntryBundle bundle = published.entry(row).orElseThrow();
      return new Restored(
          new Salted(TEXT.read(bundle.canonicalJson()), bundle.salt()),
          Optional.empty(),
          Optional.empty());
    } catch (MalformedInput e) {
      throw PublishedLog.damaged(published.entryFile(row), "was changed just now", e);
    }
  }
}
