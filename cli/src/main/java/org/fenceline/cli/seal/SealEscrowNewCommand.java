package org.fenceline.cli.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Output;
import org.fenceline.core.entry.body.SealingPolicy.Split;
import org.fenceline.core.entry.json.Json;
import org.fenceline.exchange.age.EscrowShare;
import org.fenceline.exchange.age.EscrowSplit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline seal escrow new}. */
@Command(
    name = "new",
    description = {
      "Make a key that nobody holds: shares of it, some of which give it back.",
      "Give each holder one file, on paper if they like, and delete the folder. The key itself is",
      "written nowhere."
    },
    footer = {"  fenceline seal escrow new --shares 5 --needed 3 --output shares"})
public final class SealEscrowNewCommand extends FencelineCommand {

  @Option(names = "--shares", required = true, paramLabel = "N", description = "How many shares.")
  private int shares;

  @Option(
      names = "--needed",
      required = true,
      paramLabel = "K",
      description = "How many of them give the key.")
  private int needed;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "A new folder for the shares.")
  private String folder = "";

  @Override
  public Integer call() {
    Split split;
    try {
      split = new Split(shares, needed);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
    List<EscrowShare> made = EscrowSplit.ofNewKey(split, surroundings().random());
    Output.newFolder(surroundings(), folder);
    for (EscrowShare share : made) {
      Output.writePrivate(surroundings(), file(share), share.text().getBytes(US_ASCII));
    }
    String key = made.getFirst().key().text();
    answer(
        Json.object()
            .put("key", key)
            .put("shares", shares)
            .put("needed", needed)
            .put("files", Json.strings(made.stream().map(this::file).toList()))
            .build(),
        page -> {
          page.line("wrote %d shares to %s, %d give the key".formatted(shares, folder, needed));
          page.line("public key, for a sealing policy: " + key);
        });
    return ExitCode.FINE;
  }

  private String file(EscrowShare share) {
    return folder + "/share-" + share.number() + ".txt";
  }
}
