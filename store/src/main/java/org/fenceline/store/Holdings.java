package org.fenceline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.core.recovery.Offer;

/**
 * What a register holds of a log that was lost: the entries that it took over from it, its own that
 * the lost log took over, or, in a copy of the lost register, all up to when it was copied.
 */
public final class Holdings implements EntrySource {
  private static final int PROGRESS_EVERY = 10_000;

  private final String name;
  private final RegisterFile file;
  private final Identity identity;
  private final boolean isCopy;
  private final Connection connection;
  private final Progress progress;

  Holdings(
      String name,
      RegisterFile file,
      Identity identity,
      Origin lost,
      Connection connection,
      Progress progress) {
    this.name = name;
    this.file = file;
    this.identity = identity;
    this.isCopy = identity.origin().equals(lost);
    this.connection = connection;
    this.progress = progress;
  }

  @Override
  public String name() {
    return name;
  }

  /** Whether it is a copy of the lost register itself. */
  public boolean isCopy() {
    return isCopy;
  }

  @Override
  public void offer(Taker taker) {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select log.leaf_index, log.salt, log.canonical_json, home_proof.proof
                from log left join home_proof on home_proof.leaf_index = log.leaf_index
                order by log.leaf_index
                """)) {
      long total = new LogTable(connection).size();
      while (rows.next()) {
        long row = rows.getLong(1);
        taker.take(
            new Offer(
                row,
                new EntryBundle(rows.getString(3), rows.getBytes(2), List.of()),
                isCopy ? OptionalLong.of(row) : OptionalLong.empty(),
                Optional.ofNullable(rows.getString(4))));
        if ((row + 1) % PROGRESS_EVERY == 0) {
          progress.at(row + 1, total);
        }
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  @Override
  public List<SignedNote> checkpoints() {
    List<SignedNote> notes = new ArrayList<>();
    try {
      for (String note : isCopy ? new CheckpointTable(connection).from(1) : List.<String>of()) {
        notes.add(SignedNote.parse(note));
      }
    } catch (SQLException e) {
      throw file.failure(e);
    } catch (MalformedInput e) {
      throw file.failure(
          "store.damaged", "a checkpoint cannot be read: " + e.getMessage(), "leave it out");
    }
    return notes;
  }

  @Override
  public Restored restored(long row) {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select log.canonical_json, log.salt, log.arrived_at, home_proof.proof
            from log left join home_proof on home_proof.leaf_index = log.leaf_index
            where log.leaf_index = ?
            """)) {
      query.setLong(1, row);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalArgumentException("the register has no row " + row);
        }
        Salted salted = new Salted(Writer.recorded(rows.getString(1)), rows.getBytes(2));
        Instant arrivedAt = Instant.ofEpochMilli(rows.getLong(3));
        byte[] leaf = Leaf.of(salted.salt(), salted.recorded().canonicalJson());
        Optional<String> kept =
            Optional.ofNullable(rows.getString(4))
                .filter(proof -> HomeProof.objection(proof, leaf).isEmpty());
        return new Restored(
            salted,
            kept.isPresent() ? kept : ownProof(row, salted),
            isCopy ? Optional.of(arrivedAt) : Optional.empty());
      }
    } catch (SQLException e) {
      throw file.failure(e);
    } catch (MalformedInput e) {
      throw file.failure(
          "store.damaged", "row " + row + " cannot be read: " + e.getMessage(), "leave it out");
    }
  }

  /** What this register's own log proves of an entry that one of its own persons recorded. */
  private Optional<String> ownProof(long row, Salted salted) throws SQLException, MalformedInput {
    if (isCopy || !salted.recorded().entry().recordedBy().origin().equals(identity.origin())) {
      return Optional.empty();
    }
    Optional<String> newest = new CheckpointTable(connection).newest();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    SignedNote note = SignedNote.parse(newest.get());
    long size = Checkpoint.parse(note.text()).size();
    return row < size
        ? Optional.of(
            ProofFile.of(new byte[0], InclusionProof.of(row, size, new TreeTable(connection)), note)
                .toString())
        : Optional.empty();
  }
}
