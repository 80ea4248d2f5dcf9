package org.fenceline.exchange.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.exchange.feature.FileBytes;

/** The parts of an archive. What the archive says of their sizes is not believed. */
public final class ZipParts implements AutoCloseable {

  /** Most parts of one archive. */
  public static final int MOST_PARTS = 10_000;

  /** Most bytes of all parts that are read. */
  public static final int MOST_BYTES = 256 * 1024 * 1024;

  /** How often over a part may swell; text seldom does 30 times. */
  public static final int MOST_SWELLING = 200;

  private static final int SMALL = 8 * 1024 * 1024;

  private final ZipFile zip;
  private long read;

  private ZipParts(ZipFile zip) {
    this.zip = zip;
  }

  /** Opens an archive. */
  public static ZipParts open(Path path) throws MalformedInput {
    try {
      ZipFile zip = new ZipFile(path.toFile());
      if (zip.size() > MOST_PARTS) {
        zip.close();
        throw FileBytes.limit("has more than " + MOST_PARTS + " parts", "take another copy");
      }
      return new ZipParts(zip);
    } catch (IOException e) {
      throw FileBytes.damaged("is no archive that can be read: " + e.getMessage());
    }
  }

  /** Names of the parts in the archive's order. */
  public List<String> names() {
    return zip.stream().filter(part -> !part.isDirectory()).map(ZipEntry::getName).toList();
  }

  /** The bytes of a part. */
  public Optional<byte[]> part(String name) throws MalformedInput {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    long swollen = Math.max(SMALL, Math.multiplyExact(MOST_SWELLING, packed(entry)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        read += count;
        bytes.write(buffer, 0, count);
        if (read > MOST_BYTES || bytes.size() > swollen) {
          throw FileBytes.limit(
              "its part " + name + " swells beyond any use",
              "unpack it by hand and look what it is");
        }
      }
    } catch (IOException e) {
      throw FileBytes.damaged("its part " + name + " cannot be unpacked: " + e.getMessage());
    }
    return Optional.of(bytes.toByteArray());
  }

  private static long packed(ZipEntry entry) {
    return Math.clamp(entry.getCompressedSize(), 0, MOST_BYTES);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException _) {
      // It was only read.
    }
  }
}
