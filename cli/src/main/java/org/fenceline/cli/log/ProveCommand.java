package org.fenceline.cli.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Output;
import org.fenceline.cli.witness.CosigningOption;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.exchange.publication.Publication;
import org.fenceline.exchange.witness.Cosigning;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline prove}. */
@Command(
    name = "prove",
    description = {
      "Write one file that proves a record to be in the log: the record, its salt, its author's",
      "signature, the path to the root, and a signed checkpoint. It shows the record to whoever",
      "gets the file, and nothing of any other."
    },
    footer = {
      "  fenceline prove 0199a3f2-1c5e-7a10-9b1e-3f6f0c2d4e5a -o record.tlog-proof",
      "  fenceline verify record.tlog-proof --policy pol.policy"
    })
public final class ProveCommand extends RegisterCommand {

  @Parameters(paramLabel = "ENTRY", description = "The record.")
  private String id = "";

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "The proof; ENTRY.tlog-proof unless given.")
  private @Nullable String file;

  @Mixin private final CosigningOption witnesses = new CosigningOption();

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      long leaf;
      Optional<SignedNote> kept;
      try (Reading reading = register.read()) {
        leaf = entry(reading, id).leafIndex();
        kept = reading.newestCheckpoint();
        if (kept.isPresent() && Checkpoint.parse(kept.get().text()).size() <= leaf) {
          kept = Optional.empty();
        }
      }
      SignedNote signed = kept.isPresent() ? kept.get() : checkpoint(register, keys(register));
      Cosigning cosigning = witnesses.collect(surroundings(), register, signed);
      SignedNote note = cosigning.note();
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      String name = file == null ? id + ".tlog-proof" : file;
      try (Reading reading = register.read()) {
        Logged entry = reading.at(leaf).orElseThrow();
        ProofFile proof =
            ProofFile.of(
                Publication.bundle(reading, entry).text().getBytes(UTF_8),
                InclusionProof.of(leaf, checkpoint.size(), reading.treeHashes()),
                note);
        Output.write(surroundings(), name, proof.toString().getBytes(UTF_8));
      }
      answer(
          register.identity(),
          Json.object()
              .put("file", name)
              .put("leafIndex", leaf)
              .put("size", checkpoint.size())
              .put("witnesses", CosigningOption.json(cosigning.answers())),
          page -> {
            page.line("wrote " + name + ": leaf " + leaf + " of a log of " + checkpoint.size());
            CosigningOption.tell(page, cosigning.answers());
            page.line("check it with: fenceline verify " + name + " --policy FILE");
          });
    }
    return ExitCode.FINE;
  }
}
