package org.fenceline.exchange.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.policy.AddCheckpoint;

/** Speaks to one witness. */
public final class WitnessClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final HttpClient http;
  private final String prefix;

  /**
   * A client.
   *
   * @param prefix the witness's address, such as {@code https://witness.example}
   * @throws IllegalArgumentException when it is no address of HTTP
   */
  public WitnessClient(String prefix) {
    URI address = URI.create(prefix);
    if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
      throw new IllegalArgumentException(prefix + " is not an http or https address");
    }
    this.prefix = prefix.replaceFirst("/+$", "");
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * An answer as it came.
   *
   * @param status of HTTP
   * @param body at most as long as a note may be
   */
  record Reply(int status, String body) {}

  Reply add(AddCheckpoint request) throws IOException {
    return send(
        HttpRequest.newBuilder(URI.create(prefix + "/add-checkpoint"))
            .POST(HttpRequest.BodyPublishers.ofString(request.toString())));
  }

  /**
   * The last checkpoint of a log that the witness cosigned; nothing in it is verified yet.
   *
   * @throws IOException when the witness does not answer
   */
  public Optional<SignedNote> checkpoint(String origin) throws IOException, MalformedInput {
    Reply reply =
        send(
            HttpRequest.newBuilder(
                    URI.create(
                        prefix + "/" + Sha256.of(origin.getBytes(UTF_8)).hex() + "/checkpoint"))
                .GET());
    if (reply.status() == NOT_FOUND) {
      return Optional.empty();
    }
    if (reply.status() != OK) {
      throw new IOException("the witness answers with status " + reply.status());
    }
    return Optional.of(SignedNote.parse(reply.body()));
  }

  private Reply send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<InputStream> response =
          http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return new Reply(
            response.statusCode(), new String(body.readNBytes(SignedNote.LONGEST), UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
