package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.AttachmentCarrier;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.body.PositionRelease;
import org.fenceline.core.entry.body.Unsealing;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Sha256;

/** The view {@code attachment_use}: which entries name an attachment. */
final class AttachmentUseView {

  /**
   * Whether an attachment at {@code carried.address} is erased: an erasure of it stands, or once
   * stood, both with and without regard to endorsement, by any one clock; and no entry says that it
   * is of a kind that cannot be erased. An erasure that was voided before it was endorsed never
   * did.
   */
  private static final String ERASED =
      """
      (exists (
        select 1 from attachment_use as erasing
        join standing as endorsed
          on endorsed.leaf_index = erasing.leaf_index and endorsed.basis = 1
        join standing as recorded
          on recorded.leaf_index = erasing.leaf_index and recorded.basis = 0
            and recorded.clocks & endorsed.clocks <> 0
            and (recorded.known_until is null or recorded.known_until > endorsed.known_from)
            and (endorsed.known_until is null or endorsed.known_until > recorded.known_from)
        where erasing.address = carried.address and erasing.act = 'erase')
      and not exists (
        select 1 from attachment_use as carrying
        where carrying.address = carried.address and carrying.act = 'carry'
          and carrying.kind <> 'personal'))
      """;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement kinds;
  private final PreparedStatement isErased;

  /** What an entry does with an attachment. */
  private record Use(Sha256 address, String act, Optional<Attachment.Kind> kind) {
    Use(Sha256 address, String act) {
      this(address, act, Optional.empty());
    }
  }

  AttachmentUseView(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert =
        connection.prepareStatement(
            """
            insert or ignore into attachment_use (address, leaf_index, act, kind)
            values (?, ?, ?, ?)
            """);
    this.kinds =
        connection.prepareStatement(
            """
            select kind from attachment_use where address = ? and act = 'carry' order by leaf_index
            """);
    this.isErased =
        connection.prepareStatement(
            "select 1 from (select ? as address) as carried where " + ERASED);
  }

  private static List<Use> uses(Body body) {
    List<Use> uses = new ArrayList<>();
    if (body instanceof AttachmentCarrier carrier) {
      carrier
          .attachments()
          .forEach(attachment ->
              uses.add(new Use(attachment.address(), "carry", Optional.of(attachment.kind()))));
    } else if (body instanceof Unsealing unsealing) {
      uses.add(new Use(unsealing.address(), "open"));
    } else if (body instanceof PositionRelease release) {
      release.address().ifPresent(address -> uses.add(new Use(address, "release")));
    } else if (body instanceof Erasure erasure) {
      uses.add(new Use(erasure.address(), "erase"));
    }
    return uses;
  }

  /** The attachments that an entry names. */
  static List<Sha256> addresses(Body body) {
    return uses(body).stream().map(Use::address).toList();
  }

  void insert(Logged entry) throws SQLException {
    for (Use use : uses(entry.body())) {
      insert.setBytes(1, use.address().bytes());
      insert.setLong(2, entry.leafIndex());
      insert.setString(3, use.act());
      insert.setString(4, use.kind().map(Attachment.Kind::word).orElse(null));
      insert.executeUpdate();
    }
  }

  /** The attachments that entries carry, whether or not their ciphertexts are here. */
  List<Sha256> carried() throws SQLException {
    return addressesOf(
        """
        select address from attachment_use where act = 'carry'
        group by address order by min(leaf_index), address
        """);
  }

  /** The attachments that entries carry although their ciphertexts are neither here nor erased. */
  Set<Sha256> missing() throws SQLException {
    return new LinkedHashSet<>(
        addressesOf(
            """
            select distinct carried.address from attachment_use as carried
            where carried.act = 'carry'
              and carried.address not in (select attachment.address from attachment)
              and not %s
            """
                .formatted(ERASED)));
  }

  private List<Sha256> addressesOf(String sql) throws SQLException {
    List<Sha256> addresses = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        addresses.add(Sha256.ofBytes(rows.getBytes(1)));
      }
    }
    return addresses;
  }

  /** The kinds that the entries which carry an attachment give it; empty when none carries it. */
  Set<Attachment.Kind> kinds(Sha256 address) throws SQLException {
    Set<Attachment.Kind> found = new LinkedHashSet<>();
    kinds.setBytes(1, address.bytes());
    try (ResultSet rows = kinds.executeQuery()) {
      while (rows.next()) {
        found.add(Attachment.Kind.valueOf(rows.getString(1).toUpperCase(Locale.ROOT)));
      }
    }
    return found;
  }

  /** Whether an endorsed erasure has taken an attachment away, for good. */
  boolean isErased(Sha256 address) throws SQLException {
    isErased.setBytes(1, address.bytes());
    try (ResultSet rows = isErased.executeQuery()) {
      return rows.next();
    }
  }

  /** The entries that name an attachment, oldest leaf first. */
  List<Logged> entries(Sha256 address) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select log.leaf_index, log.content_hash, log.canonical_json, log.arrived_at
            from attachment_use cross join log on log.leaf_index = attachment_use.leaf_index
            where attachment_use.address = ? order by attachment_use.leaf_index
            """)) {
      query.setBytes(1, address.bytes());
      return LogTable.list(query);
    }
  }
}
