package org.fenceline.bench.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fenceline.bench.job.PeerMissing;

/**
 * A PostgreSQL server of its own in a temporary folder, on loopback, behind a password drawn for
 * it. It syncs each commit, as we do; its memory is set as somebody would who wants it fast.
 */
public final class Postgres implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
  private static final String USER = "bench";
  private static final int START_SECONDS = 60;

  /** Debian's user, because PostgreSQL refuses to run as root. */
  private static final String SYSTEM_USER = "postgres";

  private final Process process;
  private final int port;
  private final String password;

  private Postgres(Process process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts one.
   *
   * @param scratch where its files go
   * @throws PeerMissing when PostgreSQL is not installed
   */
  public static Postgres start(Path scratch)
      throws IOException, InterruptedException, SQLException {
    Path programs = programs();
    Path folder = Files.createDirectory(scratch.resolve("postgres"));
    Path secret = folder.resolve("password");
    byte[] drawn = new byte[16];
    new SecureRandom().nextBytes(drawn);
    String password = HexFormat.of().formatHex(drawn);
    Files.writeString(secret, password);
    if (isRoot()) {
      // Only so that the other user can reach its own folder; the password keeps others out.
      run(scratch, List.of("chmod", "711", scratch.toString()));
      run(scratch, List.of("chown", "-R", SYSTEM_USER + ":", folder.toString()));
    }
    run(scratch, List.of("chmod", "-R", "go-rwx", folder.toString()));
    Path data = folder.resolve("data");
    run(
        scratch,
        asUser(
            programs.resolve("initdb").toString(),
            "--pgdata=" + data,
            "--username=" + USER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions"));
    int port = freePort();
    Process process =
        new ProcessBuilder(
                asUser(
                    programs.resolve("postgres").toString(),
                    "-D",
                    data.toString(),
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=" + folder,
                    "-c",
                    "shared_buffers=1GB",
                    "-c",
                    "work_mem=256MB",
                    "-c",
                    "max_wal_size=4GB",
                    "-c",
                    "max_connections=100"))
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("postgres.log").toFile())
            .start();
    Postgres started = new Postgres(process, port, password);
    started.awaitStart(scratch);
    return started;
  }

  private void awaitStart(Path scratch) throws InterruptedException, IOException, SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try {
        connect().close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          close();
          throw new IOException(
              "PostgreSQL did not start: " + Files.readString(scratch.resolve("postgres.log")), e);
        }
        Thread.sleep(100);
      }
    }
  }

  private static Path programs() throws IOException {
    if (Files.isDirectory(PROGRAMS)) {
      try (Stream<Path> versions = Files.list(PROGRAMS)) {
        List<Path> found =
            versions
                .map(version -> version.resolve("bin"))
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .sorted()
                .toList();
        if (!found.isEmpty()) {
          return found.getLast();
        }
      }
    }
    throw new PeerMissing("PostgreSQL is not installed; on Debian: apt-get install postgresql");
  }

  private static boolean isRoot() {
    return System.getProperty("user.name", "").equals("root");
  }

  private static List<String> asUser(String... command) throws IOException {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(SYSTEM_USER);
      whole.addAll(
          List.of("setpriv", "--reuid=" + SYSTEM_USER, "--regid=" + SYSTEM_USER, "--clear-groups"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private static void run(Path scratch, List<String> command)
      throws IOException, InterruptedException {
    Path log = scratch.resolve("postgres-setup.log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + Files.readString(log));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A connection of one's own. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
  }

  /** Runs statements that give nothing. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Such as {@code PostgreSQL 15.14}. */
  public String version() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show server_version")) {
      rows.next();
      return "PostgreSQL " + rows.getString(1).split(" ", -1)[0];
    }
  }

  @Override
  public void close() {
    process.destroy();
    if (!endsSoon()) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  private boolean endsSoon() {
    try {
      return process.waitFor(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
