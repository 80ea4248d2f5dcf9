package org.fenceline.core.land.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenceline.core.entry.body.SnapshotPublished.Change;
import org.fenceline.core.entry.body.SnapshotPublished.What;
import org.fenceline.core.entry.json.CanonicalJson;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;

/**
 * The rows of a snapshot by layer and id, each with the digest of its canonical form;
 * docs/formats/snapshot.md specifies the digests.
 *
 * @param items sorted
 */
public record RowList(List<Item> items) {
  private static final String ROWS = "fenceline/snapshot-rows/v1\n";
  private static final String LIST = "fenceline/snapshot-list/v1\n";
  private static final String CHANGES = "fenceline/snapshot-changes/v1\n";

  /**
   * A row.
   *
   * @param layer its layer
   * @param id its id there
   * @param sha256 of its canonical form
   */
  public record Item(String layer, String id, Sha256 sha256) implements Comparable<Item> {
    private static final Comparator<Item> ORDER =
        Comparator.comparing(Item::layer)
            .thenComparing(Item::id)
            .thenComparing(item -> item.sha256().hex());

    @Override
    public int compareTo(Item other) {
      return ORDER.compare(this, other);
    }
  }

  public RowList {
    items = items.stream().sorted().toList();
  }

  /** The list of rows. */
  public static RowList of(List<StoredRow> rows) {
    return new RowList(
        rows.stream().map(row -> new Item(row.layer().word(), row.id(), row.sha256())).toList());
  }

  /** SHA-256 of the canonical rows themselves, sorted as the list is. */
  public static Sha256 rowsSha256(List<StoredRow> rows) {
    MessageDigest digest = digest(ROWS);
    rows.stream()
        .sorted(
            Comparator.comparing((StoredRow row) -> row.layer().word())
                .thenComparing(StoredRow::id)
                .thenComparing(row -> row.sha256().hex()))
        .forEach(row -> digest.update((row.canonical() + "\n").getBytes(UTF_8)));
    return Sha256.ofBytes(digest.digest());
  }

  /** SHA-256 of this list. */
  public Sha256 sha256() {
    MessageDigest digest = digest(LIST);
    for (Item item : items) {
      update(
          digest,
          Json.object()
              .put("id", item.id())
              .put("layer", item.layer())
              .put("sha256", item.sha256().hex()));
    }
    return Sha256.ofBytes(digest.digest());
  }

  /** What is not in this list as it was in an earlier one, by layer and id. */
  public List<Change> since(RowList before) {
    SortedMap<String, SortedMap<String, List<Sha256>>> old = before.byLayerAndId();
    SortedMap<String, SortedMap<String, List<Sha256>>> now = byLayerAndId();
    SortedSet<String> layers = new TreeSet<>(old.keySet());
    layers.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (String layer : layers) {
      SortedMap<String, List<Sha256>> was = old.getOrDefault(layer, new TreeMap<>());
      SortedMap<String, List<Sha256>> is = now.getOrDefault(layer, new TreeMap<>());
      SortedSet<String> ids = new TreeSet<>(was.keySet());
      ids.addAll(is.keySet());
      for (String id : ids) {
        List<Sha256> one = was.getOrDefault(id, List.of());
        List<Sha256> other = is.getOrDefault(id, List.of());
        if (!one.equals(other)) {
          What what = one.isEmpty() ? What.ADDED : other.isEmpty() ? What.REMOVED : What.CHANGED;
          changes.add(new Change(what, new Name(layer), id));
        }
      }
    }
    return changes;
  }

  private SortedMap<String, SortedMap<String, List<Sha256>>> byLayerAndId() {
    SortedMap<String, SortedMap<String, List<Sha256>>> rows = new TreeMap<>();
    for (Item item : items) {
      rows.computeIfAbsent(item.layer(), _ -> new TreeMap<>())
          .computeIfAbsent(item.id(), _ -> new ArrayList<>())
          .add(item.sha256());
    }
    return rows;
  }

  /** SHA-256 of changes as they are listed. */
  public static Sha256 changesSha256(List<Change> changes) {
    MessageDigest digest = digest(CHANGES);
    for (Change change : changes) {
      update(
          digest,
          Json.object()
              .put("change", word(change.what()))
              .put("id", change.row())
              .put("layer", change.layer().text()));
    }
    return Sha256.ofBytes(digest.digest());
  }

  /** What became of a row, as files write it. */
  public static String word(What what) {
    return what.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static MessageDigest digest(String context) {
    MessageDigest digest = Sha256.digest();
    digest.update(context.getBytes(UTF_8));
    return digest;
  }

  private static void update(MessageDigest digest, Json.Builder line) {
    digest.update((CanonicalJson.ofEntry(line.build()) + "\n").getBytes(UTF_8));
  }
}
