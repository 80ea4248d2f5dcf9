package org.fenceline.exchange.photograph;

import java.util.Arrays;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** A picture without what a camera or a program wrote beside it. */
public final class Photograph {
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Photograph() {}

  /**
   * The same picture, bit for bit, without its metadata: position, time, camera, author, comments,
   * small previews and whatever follows its end.
   *
   * @throws MalformedInput when the file is no JPEG or PNG, or ends too early
   */
  public static byte[] withoutMetadata(byte[] file) throws MalformedInput {
    if (startsWith(file, JPEG)) {
      return new JpegParts(file).kept();
    }
    if (startsWith(file, PNG)) {
      return new PngParts(file, PNG.length).kept();
    }
    throw refused(
        "is neither JPEG nor PNG, and what else stands in it cannot be told", "convert it first");
  }

  private static boolean startsWith(byte[] file, byte[] beginning) {
    return file.length >= beginning.length
        && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
  }

  static MalformedInput endsEarly(int at) {
    return refused("ends or breaks off at byte " + at, "take another copy");
  }

  private static MalformedInput refused(String message, String mend) {
    return new MalformedInput(
        new Problem("photograph.unreadable", Place.UNKNOWN, "the photograph " + message, mend));
  }
}
