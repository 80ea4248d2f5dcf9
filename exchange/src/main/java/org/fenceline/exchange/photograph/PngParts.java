package org.fenceline.exchange.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import org.fenceline.core.entry.json.MalformedInput;

/**
 * The chunks of a PNG file (PNG specification, third edition, 11): the critical ones are kept, and
 * of the others those that change how the picture looks.
 */
final class PngParts {
  private static final int HEAD = 8;
  private static final int CHECKSUM = 4;
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
          "bKGD", "pHYs");

  private final byte[] file;
  private final int first;

  PngParts(byte[] file, int first) {
    this.file = file;
    this.first = first;
  }

  byte[] kept() throws MalformedInput {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.write(file, 0, first);
    for (int at = first; ; ) {
      if (file.length - at < HEAD + CHECKSUM) {
        throw Photograph.endsEarly(file.length);
      }
      int length = ByteBuffer.wrap(file).getInt(at);
      String type = new String(file, at + CHECKSUM, HEAD - CHECKSUM, ISO_8859_1);
      if (length < 0 || length > file.length - at - HEAD - CHECKSUM) {
        throw Photograph.endsEarly(at);
      }
      int size = HEAD + length + CHECKSUM;
      if (KEPT.contains(type)) {
        kept.write(file, at, size);
      }
      at += size;
      if (type.equals("IEND")) {
        return kept.toByteArray();
      }
    }
  }
}
