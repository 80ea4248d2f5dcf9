package org.fenceline.server.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.note.NoteSignature;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.policy.AddCheckpoint;
import org.fenceline.core.log.policy.WitnessDecision;
import org.fenceline.store.witness.Witness;

/** Requests and answers of a witness (C2SP tlog-witness). */
final class WitnessRoutes implements HttpService {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String TREE_SIZE = "text/x.tlog.size";

  private final Witness witness;
  private final Consumer<String> journal;

  WitnessRoutes(Witness witness, Consumer<String> journal) {
    this.witness = witness;
    this.journal = journal;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/add-checkpoint", this::add).get("/{log}/checkpoint", this::checkpoint);
  }

  private void add(ServerRequest request, ServerResponse response) throws IOException {
    AddCheckpoint asked;
    try (InputStream body = request.content().inputStream()) {
      asked = AddCheckpoint.parse(new String(body.readNBytes(AddCheckpoint.LONGEST + 1), UTF_8));
    } catch (MalformedInput e) {
      send(response, Status.BAD_REQUEST_400, TEXT, e.problems().getFirst().message() + "\n");
      return;
    }
    Witness.Answer answer = witness.answer(asked);
    Status status = status(answer.decision());
    journal.accept(
        "event=add-checkpoint origin=%s size=%d status=%d"
            .formatted(asked.checkpoint().origin(), asked.checkpoint().size(), status.code()));
    send(
        response,
        status,
        answer.decision() instanceof WitnessDecision.OtherSize ? TREE_SIZE : TEXT,
        body(answer));
  }

  private static Status status(WitnessDecision decision) {
    return switch (decision) {
      case WitnessDecision.Cosign _ -> Status.OK_200;
      case WitnessDecision.UnknownLog _ -> Status.NOT_FOUND_404;
      case WitnessDecision.NotSigned _ -> Status.FORBIDDEN_403;
      case WitnessDecision.Senseless _ -> Status.BAD_REQUEST_400;
      case WitnessDecision.OtherSize _ -> Status.CONFLICT_409;
      case WitnessDecision.Inconsistent _ -> Status.create(422, "Unprocessable Content");
    };
  }

  private static String body(Witness.Answer answer) {
    return switch (answer.decision()) {
      case WitnessDecision.Cosign _ ->
          answer.cosignatures().stream()
              .map(NoteSignature::line)
              .collect(Collectors.joining("\n", "", "\n"));
      case WitnessDecision.UnknownLog(String origin) -> "no log " + origin + " is known here\n";
      case WitnessDecision.NotSigned(String reason) -> reason + "\n";
      case WitnessDecision.Senseless(String reason) -> reason + "\n";
      case WitnessDecision.OtherSize(long held) -> held + "\n";
      case WitnessDecision.Inconsistent(String reason) -> reason + "\n";
    };
  }

  private void checkpoint(ServerRequest request, ServerResponse response) {
    String log = request.path().pathParameters().get("log");
    Optional<SignedNote> held =
        Sha256.isDigest(log) ? witness.held(Sha256.parse(log)) : Optional.empty();
    if (held.isPresent()) {
      send(response, Status.OK_200, TEXT, held.get().toString());
    } else {
      send(response, Status.NOT_FOUND_404, TEXT, "nothing of such a log was cosigned here\n");
    }
  }

  private static void send(ServerResponse response, Status status, String type, String body) {
    response.status(status).header(HeaderNames.CONTENT_TYPE, type).send(body.getBytes(UTF_8));
  }
}
