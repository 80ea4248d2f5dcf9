package org.fenceline.exchange.photograph;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import org.fenceline.core.entry.json.MalformedInput;

/**
 * The segments of a JPEG file (ITU-T T.81, annex B): those that draw the picture are kept, and of
 * the application segments only JFIF's head (0), the colour profile (2) and Adobe's transform (14).
 */
final class JpegParts {
  private static final int MARK = 0xff;
  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LAST_RESTART = 0xd7;
  private static final int FIRST_APPLICATION = 0xe0;
  private static final int COMMENT = 0xfe;

  /** Frames, tables, restart intervals: all of what decoders need lies between these. */
  private static final int FIRST_OF_PICTURE = 0xc0;

  private static final int LAST_OF_PICTURE = 0xdf;
  private static final Set<Integer> KEPT_APPLICATIONS = Set.of(0, 2, 14);

  private final byte[] file;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int at = 2;

  JpegParts(byte[] file) {
    this.file = file;
  }

  byte[] kept() throws MalformedInput {
    kept.write(MARK);
    kept.write(START);
    while (true) {
      int marker = marker();
      if (marker == END) {
        kept.write(MARK);
        kept.write(END);
        return kept.toByteArray();
      }
      int length = (unsigned(at) << 8) + unsigned(at + 1);
      if (length < 2 || at + length > file.length) {
        throw Photograph.endsEarly(at);
      }
      if (isKept(marker)) {
        kept.write(MARK);
        kept.write(marker);
        kept.write(file, at, length);
      }
      at += length;
      if (marker == SCAN) {
        copyScan();
      }
    }
  }

  private static boolean isKept(int marker) {
    return (marker >= FIRST_OF_PICTURE && marker <= LAST_OF_PICTURE)
        || (marker < COMMENT && KEPT_APPLICATIONS.contains(marker - FIRST_APPLICATION));
  }

  /** The next marker; any number of fill bytes may stand before it. */
  private int marker() throws MalformedInput {
    if (unsigned(at) != MARK) {
      throw Photograph.endsEarly(at);
    }
    while (unsigned(at) == MARK) {
      at++;
    }
    return unsigned(at++);
  }

  /** The picture's own bits, up to the next marker that is neither a stuffed byte nor a restart. */
  private void copyScan() throws MalformedInput {
    int from = at;
    while (true) {
      if (unsigned(at) == MARK) {
        int next = unsigned(at + 1);
        if (next != 0 && next != MARK && (next < FIRST_RESTART || next > LAST_RESTART)) {
          kept.write(file, from, at - from);
          return;
        }
      }
      at++;
    }
  }

  private int unsigned(int index) throws MalformedInput {
    if (index >= file.length) {
      throw Photograph.endsEarly(file.length);
    }
    return file[index] & MARK;
  }
}
