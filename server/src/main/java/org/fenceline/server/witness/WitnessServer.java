package org.fenceline.server.witness;

import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import java.time.Duration;
import java.util.function.Consumer;
import org.fenceline.core.log.policy.AddCheckpoint;
import org.fenceline.store.key.KeyException;
import org.fenceline.store.witness.Witness;

/** A witness that listens. */
public final class WitnessServer implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int MOST_CONNECTIONS = 256;

  private final WebServer server;

  private WitnessServer(WebServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param host the address to listen on, such as 127.0.0.1
   * @param port 0 takes a free one
   * @param journal is told each decision, as key=value
   * @throws IllegalStateException when the port is taken
   */
  public static WitnessServer start(
      Witness witness, String host, int port, Consumer<String> journal) {
    WebServer server =
        WebServer.builder()
            .host(host)
            .port(port)
            .maxPayloadSize(AddCheckpoint.LONGEST)
            .maxTcpConnections(MOST_CONNECTIONS)
            .idleConnectionTimeout(IDLE)
            .shutdownHook(false)
            .routing(routing ->
                routing
                    .register(new WitnessRoutes(witness, journal))
                    .error(
                        KeyException.class,
                        (_, response, failure) -> {
                          journal.accept("event=failure " + failure.problem());
                          response
                              .status(Status.INTERNAL_SERVER_ERROR_500)
                              .send("the witness cannot keep what it signs; nothing was signed\n");
                        }))
            .build()
            .start();
    if (!server.isRunning()) {
      throw new IllegalStateException("nothing listens on " + host + ":" + port);
    }
    return new WitnessServer(server);
  }

  /** The port on which it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
