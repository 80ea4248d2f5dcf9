package org.fenceline.exchange.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GeoPackages, whole and broken; the shapes of a real one are held in HazardSetsTest. */
class GeoPackageTest {
  private static final Path WHOLE =
      ProjectFiles.of("exchange/src/test/data/unexploded-ordnance.gpkg");

  @TempDir Path folder = Path.of("");

  private static List<Feature> read(Path path) throws Exception {
    List<Feature> features = new ArrayList<>();
    FeatureFiles.open(path).read(features::add);
    return features;
  }

  private static byte[] blob(int flags, byte[] shape) {
    return ByteBuffer.allocate(8 + shape.length)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put((byte) flags)
        .putInt(4326)
        .put(shape)
        .array();
  }

  private static ByteBuffer shape(int type, int bytes) {
    return ByteBuffer.allocate(5 + bytes).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1).putInt(type);
  }

  @Test
  void everyLayerComesWithItsSystemAndItsRows() throws Exception {
    List<Feature> read = read(WHOLE);
    assertThat(read).hasSize(260);
    assertThat(read.stream().map(f -> f.spot().layer()).distinct())
        .containsExactly("UnexplodedOrdnanceAreas", "UnexplodedOrdnanceLocations");
    assertThat(read)
        .allSatisfy(feature -> {
          assertThat(feature.crs()).contains("EPSG:3395");
          assertThat(feature.problems()).isEmpty();
          assertThat(feature.shape()).isPresent();
        });
    assertThat(read.get(112).spot().column("").toString())
        .isEqualTo("UnexplodedOrdnanceAreas row 113");
  }

  @Test
  void whatBreaksOffOrIsNoGeoPackageIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(WHOLE);
    for (int length : new int[] {0, 10, 100, 4096, 100_000, 700_000, whole.length - 4096}) {
      Path cut = Files.write(folder.resolve("cut.gpkg"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(cut))
          .as("cut at " + length)
          .hasMessageContaining("[import.damaged]");
    }
    byte[] scratched = whole.clone();
    Arrays.fill(scratched, 8192, 16_384, (byte) 0x55);
    Path path = Files.write(folder.resolve("scratched.gpkg"), scratched);
    assertThatThrownBy(() -> read(path)).hasMessageContaining("[import.damaged]");
  }

  @Test
  void aFileThatAnotherProgramWritesIsRefused() throws Exception {
    Path path = Files.copy(WHOLE, folder.resolve("a.gpkg"));
    Files.write(folder.resolve("a.gpkg-wal"), new byte[1]);
    assertThatThrownBy(() -> read(path)).hasMessageContaining("a.gpkg-wal");
  }

  @Test
  void readingChangesNothing() throws Exception {
    Path path = Files.copy(WHOLE, folder.resolve("a.gpkg"));
    read(path);
    assertThat(Files.readAllBytes(path)).isEqualTo(Files.readAllBytes(WHOLE));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void pointsWithHeightsKeepTheirPlaceAndEmptyOnesNeedALocation() {
    byte[] height = shape(1001, 24).putDouble(21).putDouble(52).putDouble(100).array();
    assertThat(GeometryBlob.read(blob(1, height)).map(Drawn::toString))
        .contains("POINT((21.0 52.0,))");
    byte[] nowhere = shape(1, 16).putDouble(Double.NaN).putDouble(Double.NaN).array();
    assertThat(GeometryBlob.read(blob(0x11, nowhere))).isEmpty();
    assertThat(GeometryBlob.read(blob(1, shape(6, 4).putInt(0).array()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // of a line, a polygon, many points: more than the shape has room for; below nothing
    "2, 2147483647",
    "3, 2147483647",
    "4, 268435455",
    "6, 1000",
    "2, -1"
  })
  void aHugeCountIsALie(int type, int count) {
    byte[] shape = shape(type, 36).putInt(count).array();
    assertThatThrownBy(() -> GeometryBlob.read(blob(1, shape)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no room");
  }

  @ParameterizedTest
  @CsvSource({
    "4750, no GeoPackage binary",
    "58580001e6100000, no GeoPackage binary",
    "47500001e6100000, breaks off",
    "47500021e6100000, extension",
    "4750000fe6100000, extension",
    "47500001e610000001, breaks off",
    "47500001e61000000107000000ffffffff, is not read",
    "47500001e610000001ffffffff, is not read"
  })
  void brokenShapesAreTold(String hex, String why) {
    byte[] bytes = HexFormat.of().parseHex(hex.equals("4750") ? "00004750" : hex);
    assertThatThrownBy(() -> GeometryBlob.read(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
