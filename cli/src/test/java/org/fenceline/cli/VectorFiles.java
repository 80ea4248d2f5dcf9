package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;

/** Makes the files of docs/formats/vectors from an exercise log of seven leaves. */
final class VectorFiles {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final String LOG = "log.policy";

  private final Path target;
  private final Path work;
  private final Program program;
  private final List<String> table =
      new ArrayList<>(List.of("file,kind,policy,leaf,verdict,reason"));

  VectorFiles(Path work, Path target) {
    this.work = work;
    this.target = target;
    this.program = new Program(work).with("FENCELINE_PERSON", "anna");
    program.at(NOW);
  }

  private Program.Answer ok(String... arguments) {
    Program.Answer answer = program.run(arguments);
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    return answer;
  }

  void write() throws Exception {
    Files.createDirectories(target);
    ok(
        "init",
        "vectors",
        "--state",
        "POL",
        "--exercise",
        "--origin",
        "fenceline.example/vectors",
        "--administrator",
        "anna");
    ok("log", "key", "new");
    Files.writeString(
        work.resolve("lot.yaml"), "disclosure: public\nbody: {lot: EX-1, model: EX-M}\n");
    ok("record", "lot", "lot.yaml");
    Files.writeString(
        work.resolve("movement.yaml"),
        "on: 2026-03-05\nbody: {lines: [{lot: EX-1, quantity: 12, from: factory, to: \"depot:EX\"}]}\n");
    Json.Arr receipts =
        (Json.Arr)
            ok("record", "movement", "movement.yaml", "--json")
                .json()
                .get("receipts")
                .orElseThrow();
    String id =
        ((Json.Str) ((Json.Obj) receipts.items().getFirst()).get("id").orElseThrow()).text();
    ok("record", "lot", "lot.yaml", "--as", "clerk");
    ok("publish", "published");
    ok("prove", id, "-o", "record.tlog-proof");
    put(LOG, ok("log", "key", "show").out());
    Files.move(work.resolve("published"), target.resolve("published"));
    proofs(Files.readString(work.resolve("record.tlog-proof")));
    checkpoints(Files.readString(target.resolve("published/checkpoint")));
    bundles();
    put("verdicts.csv", String.join("\n", table) + "\n");
  }

  private void put(String name, String text) throws IOException {
    Path file = target.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private void proof(String name, String policy, String verdict, String reason, String text)
      throws IOException {
    put(name + ".tlog-proof", text);
    row(name + ".tlog-proof", "proof", policy, "", verdict, reason);
  }

  private void row(
      String file, String kind, String policy, String leaf, String verdict, String reason) {
    table.add(String.join(",", file, kind, policy, leaf, verdict, reason));
  }

  private void proofs(String proof) throws Exception {
    List<String> lines = proof.lines().toList();
    int blank = lines.indexOf("");
    String lastHash = lines.get(blank - 1);
    String index = lines.get(2);
    proof("record", LOG, "accept", "signed by its author with", proof);
    proof(
        "entry-changed",
        LOG,
        "reject",
        "the path leads to another root",
        extra(proof, bundle -> bundle.replace("\\\"quantity\\\":12", "\\\"quantity\\\":13")));
    proof(
        "salt-changed",
        LOG,
        "reject",
        "the path leads to another root",
        extra(proof, bundle -> swapped(bundle, bundle.indexOf("\"salt\":\"") + 8)));
    proof(
        "author-signature-changed",
        LOG,
        "accept",
        "author not proven",
        extra(proof, bundle -> swapped(bundle, bundle.indexOf("\"signature\":\"") + 30)));
    proof(
        "author-signature-missing",
        LOG,
        "accept",
        "author not proven",
        extra(proof, bundle -> bundle.replaceFirst("\"signed\":\\[.*]", "\"signed\":[]")));
    proof(
        "extra-missing",
        LOG,
        "reject",
        "the document is empty",
        proof.replace(lines.get(1) + "\n", ""));
    proof(
        "hash-changed",
        LOG,
        "reject",
        "the path leads to another root",
        proof.replace(lastHash, swapped(lastHash, 4)));
    proof(
        "path-short",
        LOG,
        "reject",
        "the path is too short",
        proof.replace(lastHash + "\n\n", "\n"));
    proof(
        "path-long",
        LOG,
        "reject",
        "the path is too long",
        proof.replace(lastHash + "\n\n", lastHash + "\n" + lastHash + "\n\n"));
    proof(
        "index-changed",
        LOG,
        "reject",
        "the path leads to another root",
        proof.replace(index, "index " + (Integer.parseInt(index.substring(6)) - 1)));
    proof(
        "index-with-zero",
        LOG,
        "reject",
        "the line reads: index NUMBER",
        proof.replace(index, "index 0" + index.substring(6)));
    proof("index-beyond", LOG, "reject", "is not in a tree of", proof.replace(index, "index 700"));
    proof(
        "header-changed",
        LOG,
        "reject",
        "the first line reads",
        proof.replace("tlog-proof@v1", "tlog-proof@v2"));
    proof(
        "line-ends-changed",
        LOG,
        "reject",
        "an empty line stands before the checkpoint",
        proof.replace("\n", "\r\n"));
    String root = lines.get(blank + 3);
    proof(
        "root-changed",
        LOG,
        "reject",
        "does not fit the text",
        proof.replace(root, swapped(root, 4)));
    proof(
        "size-changed",
        LOG,
        "reject",
        "does not fit the text",
        proof.replace("/exercise\n" + lines.get(blank + 2) + "\n", "/exercise\n6\n"));
    signatures(proof);
    cosignatures(proof);
    row("record.tlog-proof", "proof", "other.policy", "", "reject", "the policy knows no log");
    put("other.policy", "quorum none\n");
  }

  private void signatures(String proof) throws Exception {
    List<String> signed = proof.lines().filter(line -> line.startsWith("\u2014 ")).toList();
    String ed25519 = signed.stream().filter(line -> line.length() < 200).findFirst().orElseThrow();
    String mlDsa = signed.stream().filter(line -> line.length() > 200).findFirst().orElseThrow();
    proof(
        "ed25519-changed",
        LOG,
        "reject",
        "does not fit the text",
        proof.replace(ed25519, swapped(ed25519, ed25519.length() - 20)));
    proof(
        "ml-dsa-changed",
        LOG,
        "reject",
        "does not fit the checkpoint and its time",
        proof.replace(mlDsa, swapped(mlDsa, mlDsa.length() - 2000)));
    proof(
        "ed25519-alone",
        LOG,
        "accept",
        "signed by 1 keys of the log",
        proof.replace(mlDsa + "\n", ""));
    String stranger = ed25519.replace("/vectors/exercise ", "/stranger/exercise ");
    proof(
        "unknown-signature-added",
        LOG,
        "accept",
        "signed by 2 keys of the log",
        proof + stranger + "\n");
    proof(
        "unknown-signature-alone",
        LOG,
        "reject",
        "in the policy signed the checkpoint",
        proof.replace(mlDsa + "\n", "").replace(ed25519, stranger));
  }

  /** Two witnesses, one of each kind of key; a policy that asks for both. */
  private void cosignatures(String proof) throws Exception {
    int end = proof.indexOf("\n\n") + 2;
    SignedNote note = SignedNote.parse(proof.substring(end));
    SigningKey one =
        SigningKey.generate("witness.example/one", KeyType.ED25519_COSIGNATURE, new SecureRandom());
    SigningKey two =
        SigningKey.generate(
            "witness.example/two", KeyType.ML_DSA_44_COSIGNATURE, new SecureRandom());
    put(
        "witnessed.policy",
        Files.readString(target.resolve(LOG)).replaceAll("(?m)^quorum.*\n", "")
            + "witness one "
            + one.verifier()
            + "\nwitness two "
            + two.verifier()
            + "\ngroup both all one two\nquorum both\n");
    String head = proof.substring(0, end);
    SignedNote byOne = note.with(List.of(one.sign(note.text(), NOW.plusSeconds(60))));
    SignedNote byBoth = byOne.with(List.of(two.sign(note.text(), NOW.plusSeconds(90))));
    String policy = "witnessed.policy";
    proof("cosigned", policy, "accept", "seen by witness.example/one", head + byBoth);
    proof("cosigned-by-one", policy, "reject", "too few witnesses", head + byOne);
    row("record.tlog-proof", "proof", policy, "", "reject", "too few witnesses");
    row("cosigned.tlog-proof", "proof", LOG, "", "accept", "no witness saw this checkpoint");
    String line =
        byBoth
            .toString()
            .lines()
            .filter(l -> l.startsWith("\u2014 witness.example/one "))
            .findFirst()
            .orElseThrow();
    // The first eight bytes after the key id are the time.
    int time = line.lastIndexOf(' ') + 14;
    proof(
        "cosignature-time-changed",
        policy,
        "reject",
        "does not fit the checkpoint and its time",
        (head + byBoth).replace(line, swapped(line, time)));
  }

  private void checkpoint(String name, String verdict, String reason, String text)
      throws IOException {
    put(name, text);
    row(name, "checkpoint", LOG, "", verdict, reason);
  }

  private void checkpoints(String note) throws Exception {
    row("published/checkpoint", "checkpoint", LOG, "", "accept", "leaves");
    List<String> lines = note.lines().toList();
    checkpoint(
        "checkpoint-root-changed",
        "reject",
        "does not fit the text",
        note.replace(lines.get(2), swapped(lines.get(2), 4)));
    checkpoint(
        "checkpoint-origin-changed",
        "reject",
        "the policy knows no log",
        note.replaceFirst(
            "fenceline.example/vectors/exercise\n", "fenceline.example/other/exercise\n"));
    checkpoint(
        "checkpoint-unsigned",
        "reject",
        "no signature",
        note.substring(0, note.indexOf("\n\n") + 1));
    checkpoint(
        "checkpoint-size-with-zero",
        "reject",
        "is not a tree size",
        note.replace("\n" + lines.get(1) + "\n", "\n0" + lines.get(1) + "\n"));
  }

  private void bundles() throws Exception {
    List<Path> entries;
    try (Stream<Path> files = Files.list(target.resolve("published/entries"))) {
      entries = files.sorted().toList();
    }
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      row(
          "published/entries/" + name,
          "bundle",
          "",
          name.replace(".json", ""),
          "accept",
          "the leaf has the published hash");
    }
    Path lot = entries.stream().filter(VectorFiles::isLot).findFirst().orElseThrow();
    String leaf = lot.getFileName().toString().replace(".json", "");
    String text = Files.readString(lot);
    bundle("bundle-entry-changed.json", leaf, "another hash", text.replace("EX-1", "EX-2"));
    bundle(
        "bundle-salt-changed.json",
        leaf,
        "another hash",
        swapped(text, text.indexOf("\"salt\":\"") + 8));
    bundle(
        "bundle-salt-short.json",
        leaf,
        "does not have 32 bytes",
        text.replaceFirst("\"salt\":\"..", "\"salt\":\""));
    bundle(
        "bundle-entry-not-text.json",
        leaf,
        "is missing or no text",
        text.replaceFirst("\"entry\":\"", "\"entries\":\""));
  }

  private static boolean isLot(Path entry) {
    try {
      return Files.readString(entry).contains("\\\"kind\\\":\\\"lot\\\"");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void bundle(String name, String leaf, String reason, String text) throws IOException {
    put(name, text);
    row(name, "bundle", "", leaf, "reject", reason);
  }

  private static String extra(String proof, UnaryOperator<String> change) {
    String line = proof.lines().filter(l -> l.startsWith("extra ")).findFirst().orElseThrow();
    String bundle = new String(Base64.getDecoder().decode(line.substring(6)), UTF_8);
    String changed = change.apply(bundle);
    assertThat(changed).isNotEqualTo(bundle);
    return proof.replace(
        line, "extra " + Base64.getEncoder().encodeToString(changed.getBytes(UTF_8)));
  }

  /** The text with one character of a base64 or hexadecimal value put in another's place. */
  private static String swapped(String text, int at) {
    char other = text.charAt(at) == '0' ? '1' : '0';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
