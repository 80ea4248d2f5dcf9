package org.fenceline.cli.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.body.PositionsRecount;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.land.mined.PositionCount;
import org.fenceline.exchange.mined.PositionsFile;

/**
 * Opened positions, counted again and held against their field's record.
 *
 * @param entry the record's entry
 * @param field the record
 * @param counted what was counted; empty when the file is no file of positions
 */
record Recount(Logged entry, MinefieldRecord field, Optional<SealedPositions> counted) {

  static Recount of(Logged entry, byte[] plaintext) {
    if (!(entry.body() instanceof MinefieldRecord field)) {
      throw new IllegalStateException(entry.id() + " is no record of a minefield");
    }
    return new Recount(entry, field, counted(field, plaintext));
  }

  private static Optional<SealedPositions> counted(MinefieldRecord field, byte[] plaintext) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(plaintext)).toString();
      // What was sealed is counted wherever it lies.
      return Optional.of(
          PositionCount.against(field).again(new PositionsFile(_ -> true).ofOneField(text)));
    } catch (CharacterCodingException | MalformedInput _) {
      return Optional.empty();
    }
  }

  /** Whether the record says the same. */
  boolean agrees() {
    return counted.isPresent()
        && field.sealedPositions().filter(said -> said.agreesWith(counted.get())).isPresent();
  }

  PositionsRecount body(Attachment attachment) {
    return new PositionsRecount(attachment.address(), entry.ref(), counted);
  }

  Json json() {
    Json.Builder json =
        Json.object()
            .put("field", field.field().text())
            .put("record", entry.id().toString())
            .put("agrees", agrees());
    counted.ifPresent(again -> json.put("counted", PositionsText.json(again)));
    return json.build();
  }

  void show(Page page) {
    if (agrees()) {
      page.line("counted again: as its record says");
    } else {
      page.line(
          page.alarm("counted again: ")
              + "NOT as the record of field "
              + field.field()
              + " says; a finding until it is corrected: fenceline correct "
              + entry.id());
      page.line(
          "  the record says "
              + field.sealedPositions().map(Recount::words).orElse("nothing of what was sealed"));
      page.line(
          "  in the file are "
              + counted.map(Recount::words).orElse("no positions that could be read"));
    }
  }

  private static String words(SealedPositions counted) {
    return PositionsText.lots(counted)
        + counted
            .outsidePerimeter()
            .map(outside -> "; " + outside.number() + " outside its perimeter")
            .orElse("");
  }
}
