package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A published folder behind an ordinary static file server, read by a client that is not ours: Go's
 * {@code sumdb/note} and {@code sumdb/tlog}, which Debian ships with the sources of its toolchain.
 */
class IndependentClientTest {
  private static final long MINUTES = 3;

  @TempDir Path folder = Path.of("");

  /** The folder of golang.org/x among the toolchain's vendored sources. */
  private static Optional<Path> vendored() throws Exception {
    Path share = Path.of("/usr/share");
    if (!Files.isDirectory(share)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(share)) {
      return folders
          .filter(path -> path.getFileName().toString().startsWith("go-"))
          .map(path -> path.resolve("src/cmd/vendor/golang.org/x"))
          .filter(path -> Files.isDirectory(path.resolve("mod/sumdb/tlog")))
          .max(Comparator.naturalOrder());
    }
  }

  @Test
  void anotherPeoplesClientAcceptsWhatIsPublished() throws Exception {
    Optional<Path> sources = vendored();
    if (sources.isEmpty()) {
      System.out.println("SKIPPED: no Go toolchain with its sources; apt-get install golang");
    }
    assumeTrue(sources.isPresent(), "no Go toolchain with its sources (apt-get install golang)");
    Path client = compiled(sources.get());

    Program program = new Program(folder).with("FENCELINE_PERSON", "anna");
    program.at(Instant.parse("2026-11-25T08:00:00Z"));
    assertThat(
            program
                .run(
                    "init",
                    "pol",
                    "--state",
                    "POL",
                    "--origin",
                    "fenceline.example/pol",
                    "--administrator",
                    "anna")
                .exitCode())
        .isZero();
    assertThat(program.run("log", "key", "new").exitCode()).isZero();
    StringBuilder lots = new StringBuilder("lot,model,producer,made,mark,use_by\n");
    for (int i = 0; i < 300; i++) {
      lots.append("L").append(i).append(",M,POL,2026-02,").append(i).append(",\n");
    }
    Files.writeString(folder.resolve("lots.csv"), lots);
    Program.Answer imported = program.run("import", "lots.csv");
    assertThat(imported.exitCode()).as(imported.all()).isZero();
    assertThat(program.run("publish", "www").exitCode()).isZero();
    String vkey =
        program
            .run("log", "key", "show")
            .out()
            .lines()
            .filter(line -> line.startsWith("log "))
            .findFirst()
            .orElseThrow()
            .substring(4);

    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            folder.resolve("www").toRealPath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      String prefix = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      assertThat(run(List.of(client.toString(), prefix, vkey), Map.of(), folder))
          .contains("verified 306 leaves of fenceline.example/pol");
      // The same client refuses a tile in which one bit was flipped.
      Path tile = folder.resolve("www/tile/0/000");
      byte[] bytes = Files.readAllBytes(tile);
      bytes[77] ^= 1;
      Files.write(tile, bytes);
      assertThat(run(List.of(client.toString(), prefix, vkey), Map.of(), folder))
          .contains("refused:");
    } finally {
      server.stop(0);
    }
  }

  private Path compiled(Path sources) throws Exception {
    Path work = Files.createDirectories(folder.resolve("go/src/client"));
    Path vendor = work.resolve("vendor/golang.org/x");
    for (String part : List.of("mod/sumdb/note", "mod/sumdb/tlog", "crypto/ed25519")) {
      Path target = Files.createDirectories(vendor.resolve(part));
      try (Stream<Path> files = Files.list(sources.resolve(part))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".go")).toList()) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    }
    try (InputStream in = IndependentClientTest.class.getResourceAsStream("client.go.txt")) {
      assertThat(in).isNotNull();
      Files.write(work.resolve("client.go"), in.readAllBytes());
    }
    Path client = folder.resolve("client");
    String said =
        run(
            List.of("go", "build", "-o", client.toString(), "."),
            Map.of(
                "GOPATH",
                folder.resolve("go").toString(),
                "GO111MODULE",
                "off",
                "GOFLAGS",
                "",
                "GOCACHE",
                folder.resolve("cache").toString()),
            work);
    assertThat(client).as(said).exists();
    return client;
  }

  private static String run(List<String> command, Map<String, String> variables, Path in)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    builder.environment().putAll(variables);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    return said;
  }
}
