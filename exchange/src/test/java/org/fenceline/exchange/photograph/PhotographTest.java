package org.fenceline.exchange.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

class PhotographTest {
  /** As cameras write it: a position, a preview, a name. */
  private static final String SECRET = "N 52.1234 E 22.5678 Anna";

  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 30; y++) {
        picture.setRGB(x, y, ((x * 6) << 16) | ((y * 8) << 8) | (x * y % 256));
      }
    }
    return picture;
  }

  private static byte[] file(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture(), format, bytes);
    return bytes.toByteArray();
  }

  /** Behind the first marker stand an EXIF, an XMP, an IPTC segment and a comment. */
  private static byte[] jpegWithMetadata() throws IOException {
    byte[] plain = file("jpg");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(plain, 0, 2);
    for (int marker : new int[] {0xe1, 0xe1, 0xed, 0xfe, 0xe5}) {
      byte[] said = ("Exif\0\0" + SECRET).getBytes(ISO_8859_1);
      bytes.writeBytes(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (said.length + 2)});
      bytes.writeBytes(said);
    }
    bytes.write(plain, 2, plain.length - 2);
    bytes.writeBytes(("trailing " + SECRET).getBytes(ISO_8859_1));
    return bytes.toByteArray();
  }

  private static byte[] pngWithMetadata() throws IOException {
    byte[] plain = file("png");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int afterHead = 8 + 25;
    bytes.write(plain, 0, afterHead);
    for (String type : new String[] {"eXIf", "tEXt", "iTXt", "tIME", "zzZz"}) {
      byte[] said = (type + SECRET).getBytes(ISO_8859_1);
      CRC32 sum = new CRC32();
      sum.update(said);
      bytes.writeBytes(ByteBuffer.allocate(4).putInt(said.length - 4).array());
      bytes.writeBytes(said);
      bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
    bytes.write(plain, afterHead, plain.length - afterHead);
    bytes.writeBytes(SECRET.getBytes(ISO_8859_1));
    return bytes.toByteArray();
  }

  private static void assertStripped(byte[] with, byte[] plain) throws Exception {
    assertThat(new String(with, ISO_8859_1)).contains(SECRET);
    byte[] kept = Photograph.withoutMetadata(with);
    assertThat(new String(kept, ISO_8859_1)).doesNotContain("Anna").doesNotContain("Exif");
    assertThat(kept).isEqualTo(Photograph.withoutMetadata(plain));
    BufferedImage before = ImageIO.read(new ByteArrayInputStream(with));
    BufferedImage after = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(after.getRGB(0, 0, 40, 30, null, 0, 40))
        .isEqualTo(before.getRGB(0, 0, 40, 30, null, 0, 40));
  }

  @Test
  void aJpegKeepsItsPictureAndNothingElse() throws Exception {
    assertStripped(jpegWithMetadata(), file("jpg"));
  }

  @Test
  void aPngKeepsItsPictureAndNothingElse() throws Exception {
    assertStripped(pngWithMetadata(), file("png"));
  }

  @Test
  void whatIsNoPictureOrBreaksOffIsRefused() throws Exception {
    assertThatThrownBy(() -> Photograph.withoutMetadata("GIF89a".getBytes(ISO_8859_1)))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("neither JPEG nor PNG");
    for (byte[] whole : new byte[][] {jpegWithMetadata(), pngWithMetadata()}) {
      for (int length = 10; length < 200; length += 7) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> Photograph.withoutMetadata(cut))
            .isInstanceOf(MalformedInput.class);
      }
    }
  }

  @Test
  void whateverTheBytesAreItEnds() {
    Property.check(
        "a spoiled photograph is read or refused",
        500,
        random -> {
          byte[] bytes = random.nextBoolean() ? jpegWithMetadata() : pngWithMetadata();
          for (int i = random.nextInt(1, 20); i > 0; i--) {
            bytes[random.nextInt(3, bytes.length)] = (byte) random.nextInt();
          }
          try {
            assertThat(Photograph.withoutMetadata(bytes)).hasSizeLessThanOrEqualTo(bytes.length);
          } catch (MalformedInput refused) {
            assertThat(refused).hasMessageContaining("the photograph");
          }
        });
  }
}
