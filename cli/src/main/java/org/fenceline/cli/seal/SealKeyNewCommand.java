package org.fenceline.cli.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Output;
import org.fenceline.core.entry.json.Json;
import org.fenceline.exchange.age.AgeIdentity;
import org.fenceline.exchange.age.IdentityFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline seal key new}. */
@Command(
    name = "new",
    description = {
      "Make a private key, in the file that age-keygen writes: the program age can use it too.",
      "Whoever has this file can open what is sealed to it, with or without Fenceline."
    },
    footer = {"  fenceline seal key new record-office.key"})
public final class SealKeyNewCommand extends FencelineCommand {

  @Parameters(paramLabel = "FILE", description = "The new file; only its owner can read it.")
  private String file = "";

  @Override
  public Integer call() {
    AgeIdentity identity = AgeIdentity.create(surroundings().random());
    Output.writePrivate(
        surroundings(),
        file,
        IdentityFile.text(identity, surroundings().clock().instant()).getBytes(US_ASCII));
    answer(
        Json.object().put("file", file).put("key", identity.recipient().text()).build(),
        page -> {
          page.line("wrote the private key to " + file + "; keep it away from the register");
          page.line("public key, for a sealing policy: " + identity.recipient());
        });
    return ExitCode.FINE;
  }
}
