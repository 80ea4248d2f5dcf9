package org.fenceline.cli.seal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.Output;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.body.SealedAttachment;
import org.fenceline.core.entry.body.Unsealing;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.sealing.SealingPolicies;
import org.fenceline.exchange.age.AgeFile;
import org.fenceline.exchange.age.AgeIdentity;
import org.fenceline.exchange.age.EscrowShare;
import org.fenceline.exchange.age.EscrowSplit;
import org.fenceline.exchange.age.IdentityFile;
import org.fenceline.exchange.photograph.Photograph;
import org.fenceline.store.AttachmentState;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline unseal}. */
@Command(
    name = "unseal",
    description = {
      "Open a sealed attachment. Who opens it, on which ground and until when is recorded and on",
      "disk before any plaintext is written; only its owner can read the file.",
      "A key that is not a custodian's by the sealing policy, an escrow key among them, opens it",
      "with --break-glass only: an open finding until a second person endorses the unsealing.",
      "A photograph leaves without its metadata (place, time, camera); it must be JPEG or PNG.",
      "Positions of a field are counted again; that is recorded too, and the exit code is 1 when",
      "the counts are not those of the field's record."
    },
    footer = {
      "  fenceline unseal ADDRESS --identity record-office.key --ground 'court order 7/2026' \\",
      "    --until 2026-12-31 --output survivor.pdf --as clerk-7",
      "  fenceline unseal ADDRESS --share 1.txt --share 3.txt --share 4.txt \\",
      "    --ground 'evacuation of the village' --break-glass 'no custodian can be reached' \\",
      "    --until 2026-11-30 --output field.csv --as officer-2"
    })
public final class UnsealCommand extends Recording {

  @Parameters(paramLabel = "ADDRESS", description = "The attachment, as seal list shows it.")
  private String address = "";

  @Option(names = "--identity", paramLabel = "FILE", description = "A file of private keys.")
  private @Nullable String identity;

  @Option(
      names = "--share",
      paramLabel = "FILE",
      description = "A share of an escrow key; once for each share.")
  private List<String> shares = new ArrayList<>();

  @Option(names = "--ground", required = true, paramLabel = "TEXT", description = "Why.")
  private String ground = "";

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DATE",
      description = "Last day on which the plaintext is to be kept.")
  private String until = "";

  @Option(
      names = "--break-glass",
      paramLabel = "REASON",
      description = "Why it is opened although no custodian does so.")
  private @Nullable String breakGlass;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "A new file for the plaintext.")
  private String output = "";

  @Override
  public Integer call() throws MalformedInput {
    LocalDate last = until();
    if ((identity == null) == shares.isEmpty()) {
      throw usage("name either --identity or the --share files of an escrow key");
    }
    if (ground.isBlank() || (breakGlass != null && breakGlass.isBlank())) {
      throw usage("--ground and --break-glass need words");
    }
    try (Register register = open()) {
      person(register);
      Output.refuseExisting(surroundings(), output);
      List<AgeIdentity> keys = keys();
      AgeFile sealed;
      Attachment attachment;
      Optional<Logged> field;
      try (Reading reading = register.read()) {
        AttachmentState state = Sealing.attachment(reading, address);
        attachment = state.attachment();
        sealed = opened(reading, state, keys);
        refuseUnlessCustodian(reading, state, sealed);
        field = field(reading, state);
      }
      Unsealing unsealing =
          new Unsealing(
              attachment.address(),
              sealed.openedBy(),
              ground,
              last,
              Optional.ofNullable(breakGlass));
      AtomicReference<Outcome.Written> written = new AtomicReference<>();
      byte[] plaintext =
          sealed.releaseAfter(() ->
              written.set(
                  record(
                      register,
                      List.of(Drafts.act(surroundings(), register.identity(), unsealing)))));
      Optional<Recount> recount = field.map(record -> Recount.of(record, plaintext));
      if (recount.isPresent()) {
        record(
            register,
            List.of(
                Drafts.act(surroundings(), register.identity(), recount.get().body(attachment))));
      }
      boolean isPhotograph = attachment.kind() == Attachment.Kind.PHOTOGRAPH;
      Output.writePrivate(
          surroundings(), output, isPhotograph ? Photograph.withoutMetadata(plaintext) : plaintext);
      tell(register, written.get(), unsealing, recount);
      return recount.filter(again -> !again.agrees()).isPresent()
          ? ExitCode.FINDINGS
          : ExitCode.FINE;
    }
  }

  /** The record that carries positions, as it stands; where several do, the newest. */
  private static Optional<Logged> field(Reading reading, AttachmentState state) {
    return state.entries().reversed().stream()
        .filter(entry ->
            entry.body() instanceof MinefieldRecord carrying
                && carrying.positions().equals(Optional.of(state.attachment())))
        .filter(entry -> isStanding(reading, entry))
        .findFirst();
  }

  private LocalDate until() {
    LocalDate last;
    try {
      last = LocalDate.parse(until);
    } catch (DateTimeException e) {
      throw usage("--until: \"" + until + "\" is not a date that exists; write 2026-12-31");
    }
    if (last.isBefore(surroundings().today())) {
      throw usage("--until: " + last + " is past");
    }
    return last;
  }

  private List<AgeIdentity> keys() throws MalformedInput {
    if (identity != null) {
      try {
        return IdentityFile.read(Input.read(surroundings(), identity).text());
      } catch (MalformedInput e) {
        throw e.in(identity);
      }
    }
    List<EscrowShare> read = new ArrayList<>();
    for (String share : shares) {
      try {
        read.add(EscrowShare.parse(Input.read(surroundings(), share).text()));
      } catch (MalformedInput e) {
        throw e.in(share);
      }
    }
    return List.of(EscrowSplit.combine(read));
  }

  private static AgeFile opened(Reading reading, AttachmentState state, List<AgeIdentity> keys)
      throws MalformedInput {
    return AgeFile.open(Sealing.ciphertext(reading, state).bytes(), keys);
  }

  private void refuseUnlessCustodian(Reading reading, AttachmentState state, AgeFile sealed) {
    Optional<Name> sealedUnder =
        state.entries().stream()
            .flatMap(entry -> policy(entry).stream())
            .flatMap(policy -> reading.find(policy.id()).stream())
            .map(policy -> SealingPolicies.policy(policy).policy())
            .findFirst();
    SealingPolicies policies = Sealing.policies(reading, surroundings());
    Attachment.Kind kind = state.attachment().kind();
    if (breakGlass == null && !policies.isCustodian(sealed.openedBy(), kind, sealedUnder)) {
      throw Sealing.refused(
          "seal.break-glass",
          "--identity",
          sealed.openedBy()
              + " is no custodian's key for the kind "
              + kind.word()
              + sealedUnder.map(name -> " by the sealing policy " + name).orElse(""),
          "say why it is opened all the same: --break-glass REASON");
    }
  }

  private static Optional<EntryRef> policy(Logged entry) {
    return switch (entry.body()) {
      case SealedAttachment sealed -> sealed.policy();
      case MinefieldRecord field -> field.sealedPositions().flatMap(SealedPositions::policy);
      default -> Optional.empty();
    };
  }

  private void tell(
      Register register, Outcome.Written written, Unsealing unsealing, Optional<Recount> recount) {
    Json.Builder members =
        Json.object()
            .put("address", unsealing.address().hex())
            .put("key", unsealing.key().text())
            .put("until", unsealing.until().toString())
            .put("breakGlass", unsealing.breakGlass().isPresent())
            .put("file", output);
    recount.ifPresent(again -> members.put("recount", again.json()));
    tell(
        register,
        "recorded unsealing",
        written,
        members,
        page -> {
          recount.ifPresent(again -> again.show(page));
          page.line("wrote " + output + "; destroy it by the end of " + unsealing.until());
          if (unsealing.breakGlass().isPresent()) {
            page.line(
                page.caution("break-glass: ")
                    + "a finding until a second person endorses it: fenceline endorse "
                    + written.receipts().getFirst().ref().id());
          }
        });
  }
}
