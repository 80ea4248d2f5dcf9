package org.fenceline.cli.witness;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.server.witness.WitnessServer;
import org.fenceline.store.witness.Witness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fenceline witness}. */
@Command(
    name = "witness",
    description = {
      "Be a witness: cosign checkpoints of others' logs over HTTP, each only when it extends all",
      "that was seen of that log before. Works for any log that asks as C2SP tlog-witness says.",
      "Runs until it is stopped. Put a web server with TLS before it to be reached from outside."
    },
    footer = {
      "  fenceline witness --logs pol.policy --name ombudsman.example/witness",
      "  fenceline witness --logs pol.policy --listen 127.0.0.1:8090"
    })
public final class WitnessCommand extends FencelineCommand {

  @Mixin private final WitnessOptions options = new WitnessOptions();

  @Option(
      names = "--listen",
      defaultValue = "127.0.0.1:8089",
      paramLabel = "HOST:PORT",
      description = "Where it listens; this machine only (127.0.0.1:8089) unless given.")
  private String listen = "";

  @Override
  public Integer call() throws MalformedInput {
    int colon = listen.lastIndexOf(':');
    if (colon < 1 || !listen.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw usage("--listen: \"" + listen + "\" is no HOST:PORT; write 127.0.0.1:8089");
    }
    String host = listen.substring(0, colon);
    Witness witness = options.witness(surroundings());
    try (WitnessServer server =
        WitnessServer.start(
            witness, host, Integer.parseInt(listen.substring(colon + 1)), this::progress)) {
      String address = "http://" + host + ":" + server.port();
      List<String> lines = policyLines(witness, address);
      answer(
          Json.object().put("address", address).put("policy", Json.strings(lines)).build(),
          page -> {
            page.line("# listening on " + address + "; lines for a log's policy file:");
            lines.forEach(page::line);
          });
      untilStopped(server);
    }
    return ExitCode.FINE;
  }

  private static List<String> policyLines(Witness witness, String address) {
    return witness.verifiers().stream()
        .map(key -> "witness " + name(key) + " " + key + " " + address)
        .toList();
  }

  /** Two keys of one witness are two names in a policy. */
  private static String name(VerifierKey key) {
    return key.name() + (key.type().algorithm().equals("Ed25519") ? "" : "-ml-dsa-44");
  }

  private static void untilStopped(WitnessServer server) {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread closing = new Thread(server::close, "witness-close");
    Runtime.getRuntime().addShutdownHook(closing);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().removeShutdownHook(closing);
      Thread.currentThread().interrupt();
    }
  }
}
