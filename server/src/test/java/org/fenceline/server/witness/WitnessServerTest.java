package org.fenceline.server.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.policy.AddCheckpoint;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.exchange.witness.Cosigning;
import org.fenceline.exchange.witness.WitnessAnswer;
import org.fenceline.exchange.witness.WitnessClient;
import org.fenceline.store.witness.Witness;
import org.fenceline.store.witness.WitnessFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness answers over HTTP, as C2SP tlog-witness asks. */
class WitnessServerTest {
  private static final String ORIGIN = "fenceline.example/pol";
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir Path folder = Path.of("");

  private final SecureRandom random = new SecureRandom();
  private final Map<Long, byte[]> stored = new HashMap<>();
  private final MerkleTree.StoredHashes hashes =
      position -> stored.getOrDefault(position, new byte[0]);
  private final List<String> journal = Collections.synchronizedList(new ArrayList<>());
  private final SigningKey log = key(ORIGIN);

  private SigningKey key(String name) {
    try {
      return SigningKey.generate(name, KeyType.ED25519, random);
    } catch (MalformedInput e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void growALog() {
    GrowingTree tree = GrowingTree.resume(0, hashes);
    for (int i = 0; i < 40; i++) {
      tree.add(MerkleTree.leafHash(("leaf " + i).getBytes(UTF_8)), stored::put);
    }
  }

  private Witness witness() throws MalformedInput {
    WitnessFolder state = new WitnessFolder(folder.resolve("witness"), Optional.empty());
    if (!state.hasKeys()) {
      state.makeKeys("ombudsman.example/witness", random);
    }
    return new Witness(
        state, PolicyText.parse("log " + log.verifier() + "\nquorum none\n"), () -> NOW);
  }

  private WitnessServer start() throws MalformedInput {
    return WitnessServer.start(witness(), "127.0.0.1", 0, journal::add);
  }

  private static URI address(WitnessServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private SignedNote signed(long size) throws MalformedInput {
    return signed(log, new Checkpoint(ORIGIN, size, Sha256.ofBytes(MerkleTree.root(size, hashes))));
  }

  private static SignedNote signed(SigningKey by, Checkpoint checkpoint) throws MalformedInput {
    return SignedNote.unsigned(checkpoint.text()).with(List.of(by.sign(checkpoint.text(), NOW)));
  }

  private HttpResponse<String> post(WitnessServer server, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(address(server, "/add-checkpoint"))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> post(WitnessServer server, long oldSize, long size)
      throws Exception {
    return post(server, AddCheckpoint.following(oldSize, signed(size), hashes).toString());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private Policy policy(WitnessServer server) throws MalformedInput {
    StringBuilder lines = new StringBuilder();
    for (var key : witness().verifiers()) {
      lines.append("witness w%d %s %s\n".formatted(key.id(), key, address(server, "")));
    }
    String names =
        witness().verifiers().stream().map(key -> "w" + key.id()).collect(Collectors.joining(" "));
    return PolicyText.parse(lines + "group both all " + names + "\nquorum both\n");
  }

  @Test
  void itCosignsWhatExtendsWhatItHoldsAndShowsItToEverybody() throws Exception {
    try (WitnessServer server = start()) {
      HttpResponse<String> first = post(server, 0, 7);
      assertThat(first.statusCode()).isEqualTo(200);
      SignedNote cosigned = signed(7).with(SignedNote.signatures(first.body()));
      assertThat(Signers.of(cosigned, witness().verifiers()).verified())
          .hasSize(2)
          .allMatch(signer -> signer.time().equals(Optional.of(NOW)));
      assertThat(post(server, 7, 40).statusCode()).isEqualTo(200);
      assertThat(post(server, 40, 40).statusCode()).isEqualTo(200);
      String hash = Sha256.of(ORIGIN.getBytes(UTF_8)).hex();
      HttpResponse<String> held =
          send(HttpRequest.newBuilder(address(server, "/" + hash + "/checkpoint")));
      assertThat(held.statusCode()).isEqualTo(200);
      assertThat(SignedNote.parse(held.body()).text()).isEqualTo(signed(40).text());
      assertThat(journal).contains("event=add-checkpoint origin=" + ORIGIN + " size=7 status=200");
    }
  }

  @Test
  void itRefusesWithTheStatusOfTheReason() throws Exception {
    try (WitnessServer server = start()) {
      assertThat(post(server, 0, 12).statusCode()).isEqualTo(200);
      HttpResponse<String> otherSize = post(server, 7, 40);
      assertThat(otherSize.statusCode()).isEqualTo(409);
      assertThat(otherSize.body()).isEqualTo("12\n");
      assertThat(otherSize.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
      Checkpoint forged = new Checkpoint(ORIGIN, 12, Sha256.of(new byte[] {1}));
      assertThat(post(server, AddCheckpoint.of(12, List.of(), signed(log, forged)).toString()))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(422);
      assertThat(post(server, AddCheckpoint.of(13, List.of(), signed(12)).toString()).statusCode())
          .isEqualTo(400);
      SignedNote bySomebodyElse = signed(key(ORIGIN), Checkpoint.parse(signed(12).text()));
      assertThat(post(server, AddCheckpoint.of(12, List.of(), bySomebodyElse).toString()))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(403);
      Checkpoint unknown = new Checkpoint("other.example/log", 12, forged.root());
      assertThat(post(server, AddCheckpoint.of(0, List.of(), signed(log, unknown)).toString()))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(404);
      assertThat(post(server, "old 1\n").statusCode()).isEqualTo(400);
      assertThat(post(server, "x".repeat(AddCheckpoint.LONGEST + 1)).statusCode()).isEqualTo(413);
      for (String nobody : List.of("/" + "0".repeat(64), "/..%2Fed25519.key", "/ed25519.key")) {
        assertThat(send(HttpRequest.newBuilder(address(server, nobody + "/checkpoint"))))
            .extracting(HttpResponse::statusCode)
            .isIn(404, 400);
      }
      assertThat(witness().held(Sha256.of(ORIGIN.getBytes(UTF_8))))
          .map(SignedNote::text)
          .contains(signed(12).text());
    }
  }

  @Test
  void whatItCosignedOutlivesItsProcess() throws Exception {
    try (WitnessServer server = start()) {
      assertThat(post(server, 0, 12).statusCode()).isEqualTo(200);
    }
    try (WitnessServer again = start()) {
      assertThat(post(again, 0, 40).statusCode()).isEqualTo(409);
      assertThat(post(again, 12, 40).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatItCannotKeepItDoesNotSign() throws Exception {
    Files.createDirectories(folder.resolve("witness"));
    Files.writeString(folder.resolve("witness/checkpoints"), "a file in the folder's place");
    try (WitnessServer server = start()) {
      HttpResponse<String> answer = post(server, 0, 12);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("\u2014 ");
    }
  }

  @Test
  void whoForgotWhatItCosignedSignsNoMore() throws Exception {
    try (WitnessServer server = start()) {
      assertThat(post(server, 0, 12).statusCode()).isEqualTo(200);
      String hash = Sha256.of(ORIGIN.getBytes(UTF_8)).hex();
      Files.writeString(folder.resolve("witness/checkpoints").resolve(hash), "torn");
      assertThat(post(server, 0, 40).statusCode()).isEqualTo(500);
      assertThat(journal).anyMatch(line -> line.contains("[witness.damaged]"));
    }
  }

  /** Of two histories offered at the same moment one at most is cosigned. */
  @Test
  void requestsAtTheSameMomentNeverSplitIt() throws Exception {
    Checkpoint other = new Checkpoint(ORIGIN, 7, Sha256.of(new byte[] {2}));
    String one = AddCheckpoint.of(0, List.of(), signed(7)).toString();
    String two = AddCheckpoint.of(0, List.of(), signed(log, other)).toString();
    try (WitnessServer server = start();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        String body = i % 2 == 0 ? one : two;
        answers.add(threads.submit(() -> post(server, body)));
      }
      int cosigned = 0;
      for (Future<HttpResponse<String>> answer : answers) {
        cosigned += answer.get().statusCode() == 200 ? 1 : 0;
      }
      assertThat(cosigned).isEqualTo(1);
    }
  }

  @Test
  void aLogCollectsWhatItNeeds() throws Exception {
    try (WitnessServer server = start()) {
      Policy policy = policy(server);
      for (long size : List.of(3L, 3L, 29L, 40L)) {
        Cosigning cosigning = Cosigning.collect(signed(size), policy, hashes);
        assertThat(cosigning.answers().values())
            .singleElement()
            .isInstanceOf(WitnessAnswer.Cosigned.class);
        assertThat(Cosigning.isEnough(cosigning.note(), policy)).isTrue();
      }
      assertThat(Cosigning.collect(signed(7), policy, hashes).answers().values())
          .containsExactly(new WitnessAnswer.Ahead(40));
      Checkpoint forged = new Checkpoint(ORIGIN, 40, Sha256.of(new byte[] {3}));
      Cosigning split = Cosigning.collect(signed(log, forged), policy, hashes);
      assertThat(split.isContradicted()).isTrue();
      assertThat(Cosigning.isEnough(split.note(), policy)).isFalse();
      assertThat(new WitnessClient(address(server, "/").toString()).checkpoint(ORIGIN))
          .map(SignedNote::text)
          .contains(signed(40).text());
      assertThat(new WitnessClient(address(server, "").toString()).checkpoint("nobody.example"))
          .isEmpty();
    }
  }

  @Test
  void aWitnessThatIsSilentOrLiesCostsItsOwnCosignatureOnly() throws Exception {
    WitnessServer gone = start();
    Policy silent = policy(gone);
    gone.close();
    Cosigning nothing = Cosigning.collect(signed(7), silent, hashes);
    assertThat(nothing.note()).isEqualTo(signed(7));
    assertThat(nothing.answers().values())
        .singleElement()
        .isInstanceOf(WitnessAnswer.Nothing.class);
    assertThat(nothing.isContradicted()).isFalse();
    try (WitnessServer server = start()) {
      SigningKey stranger =
          SigningKey.generate("stranger.example", KeyType.ED25519_COSIGNATURE, random);
      Policy other =
          PolicyText.parse(
              "witness s %s %s\nwitness t %s ftp://t.example\nquorum none\n"
                  .formatted(
                      stranger.verifier(),
                      address(server, ""),
                      SigningKey.generate("t.example", KeyType.ED25519_COSIGNATURE, random)
                          .verifier()));
      Cosigning refused = Cosigning.collect(signed(7), other, hashes);
      assertThat(refused.note()).isEqualTo(signed(7));
      assertThat(refused.answers().values())
          .extracting(WitnessAnswer::words)
          .anyMatch(words -> words.contains("no key of the policy"))
          .anyMatch(words -> words.contains("cannot be asked"));
    }
  }
}
