package org.fenceline.cli.evidence;

import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.evidence.EvidenceCheck;
import org.fenceline.core.evidence.EvidenceReport;
import org.fenceline.exchange.claims.ClaimsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline evidence check}. */
@Command(
    name = "check",
    description = {
      "Hold every claim against the document: its figures, dates and names in the paragraph that it",
      "cites, its speaker, firmness and comparison beside them. Says what was found in the text,",
      "never that it is true. Exit code 1 when a claim is not borne out, or a figure or date of the",
      "document is covered by no claim."
    },
    footer = {
      "  fenceline evidence check report.txt --claims claims.yaml",
      "  fenceline evidence check report.txt --claims claims.yaml --json"
    })
public final class EvidenceCheckCommand extends FencelineCommand {

  @Parameters(paramLabel = "FILE", description = "The document's text, UTF-8.")
  private String file = "";

  @Option(
      names = "--claims",
      required = true,
      paramLabel = "CLAIMS",
      description = "The claims file (YAML).")
  private String claims = "";

  @Override
  public Integer call() throws MalformedInput {
    EvidenceReport report =
        check(Input.read(surroundings(), file), Input.read(surroundings(), claims));
    answer(EvidenceAnswer.json(report), page -> EvidenceAnswer.show(page, report));
    return report.isClean() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  /** Holds a document against a claims file. */
  public static EvidenceReport check(Input document, Input claims) throws MalformedInput {
    try {
      ClaimsFile read = ClaimsFile.read(claims.text());
      return EvidenceCheck.check(
          document.text(), document.sha256(), read.source(), read.claims(), read.notClaims());
    } catch (MalformedInput e) {
      throw e.in(claims.name());
    }
  }
}
