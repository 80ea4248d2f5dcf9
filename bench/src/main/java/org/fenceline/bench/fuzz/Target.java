package org.fenceline.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.AddCheckpoint;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.exchange.age.AgeFile;
import org.fenceline.exchange.age.EscrowShare;
import org.fenceline.exchange.age.IdentityFile;
import org.fenceline.exchange.claims.ClaimsFile;
import org.fenceline.exchange.files.FeatureFiles;
import org.fenceline.exchange.ledger.LedgerFile;
import org.fenceline.exchange.mapping.Mapping;
import org.fenceline.exchange.position.PositionText;
import org.fenceline.exchange.scenario.ScenarioFile;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.StoreException;

/** A reader of outside bytes. */
enum Target {
  GEOJSON,
  CSV,
  KML,
  KMZ,
  GPX,
  SHAPEFILE,
  GEOPACKAGE,
  XLSX,
  POSITION,
  WELL_KNOWN_TEXT,
  LEDGER,
  CLAIMS,
  SCENARIO,
  MAPPING,
  JSON,
  ENTRY,
  BUNDLE,
  PROOF,
  CHECKPOINT,
  VERIFIER_KEY,
  POLICY,
  ADD_CHECKPOINT,
  ATTACHMENT,
  IDENTITY_FILE,
  ESCROW_SHARE,
  REGISTER;

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_IN_HEADER = 2;

  /** Reads bytes; that they are refused is an answer, anything else that is thrown a fault. */
  void read(byte[] bytes, Path folder) throws IOException {
    try {
      give(bytes, folder);
    } catch (MalformedInput | StoreException refused) {
      if (String.valueOf(refused.getMessage()).isBlank()) {
        throw new IllegalStateException("refused without a word", refused);
      }
    }
  }

  private void give(byte[] bytes, Path folder) throws MalformedInput, IOException {
    switch (this) {
      case GEOJSON -> file(bytes, folder, "f.geojson");
      case CSV -> file(bytes, folder, "f.csv");
      case KML -> file(bytes, folder, "f.kml");
      case KMZ -> file(bytes, folder, "f.kmz");
      case GPX -> file(bytes, folder, "f.gpx");
      case SHAPEFILE -> shapefile(bytes, folder);
      case GEOPACKAGE -> file(bytes, folder, "f.gpkg");
      case XLSX -> file(bytes, folder, "f.xlsx");
      case POSITION -> PositionText.read(text(bytes));
      case WELL_KNOWN_TEXT -> geometry(text(bytes));
      case LEDGER -> LedgerFile.read(text(bytes));
      case CLAIMS -> ClaimsFile.read(text(bytes));
      case SCENARIO -> ScenarioFile.read(text(bytes));
      case MAPPING -> Mapping.read(text(bytes));
      case JSON -> JsonReader.readValue(text(bytes));
      case ENTRY -> new EntryText(Kinds.ALL).read(text(bytes));
      case BUNDLE -> EntryBundle.parse(text(bytes));
      case PROOF -> ProofFile.parse(text(bytes));
      case CHECKPOINT -> Checkpoint.parse(SignedNote.parse(text(bytes)).text());
      case VERIFIER_KEY -> VerifierKey.parse(text(bytes));
      case POLICY -> PolicyText.parse(text(bytes));
      case ADD_CHECKPOINT -> AddCheckpoint.parse(text(bytes));
      case ATTACHMENT -> AgeFile.open(bytes, List.of(Seeds.AGE_IDENTITY));
      case IDENTITY_FILE -> IdentityFile.read(text(bytes));
      case ESCROW_SHARE -> EscrowShare.parse(text(bytes));
      case REGISTER -> register(bytes, folder);
    }
  }

  /** What it reads, as users write it. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Sound files to begin with. */
  List<byte[]> seeds() throws IOException {
    return Seeds.of(this);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static void file(byte[] bytes, Path folder, String name)
      throws MalformedInput, IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    FeatureFiles.open(file).read(_ -> {});
  }

  /** The length of the first file stands in the first two bytes, that of the second is the rest. */
  private static void shapefile(byte[] bytes, Path folder) throws MalformedInput, IOException {
    if (bytes.length < MOST_IN_HEADER) {
      return;
    }
    int length =
        Math.min(((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff), bytes.length - MOST_IN_HEADER);
    byte[] shapes = new byte[length];
    System.arraycopy(bytes, MOST_IN_HEADER, shapes, 0, length);
    byte[] table = new byte[bytes.length - MOST_IN_HEADER - length];
    System.arraycopy(bytes, MOST_IN_HEADER + length, table, 0, table.length);
    Files.write(folder.resolve("f.dbf"), table);
    Files.writeString(folder.resolve("f.prj"), Seeds.WGS84);
    file(shapes, folder, "f.shp");
  }

  /** A geometry says what is wrong by an argument's exception, which its readers translate. */
  private static void geometry(String text) {
    try {
      Geometry.parse(text);
    } catch (IllegalArgumentException refused) {
      if (String.valueOf(refused.getMessage()).isBlank()) {
        throw new IllegalStateException("refused without a word", refused);
      }
    }
  }

  private static void register(byte[] bytes, Path folder) throws IOException {
    Path file = folder.resolve("f.fenceline");
    for (String end : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(folder.resolve("f.fenceline" + end));
    }
    Files.write(file, bytes);
    try (Register register =
            Register.open(file, InstantSource.system(), new SecureRandom(), PATIENCE);
        Reading reading = register.read()) {
      for (long leaf = 0; leaf < Math.min(reading.size(), 100); leaf++) {
        reading.at(leaf);
      }
      reading.root(reading.size());
    }
  }
}
