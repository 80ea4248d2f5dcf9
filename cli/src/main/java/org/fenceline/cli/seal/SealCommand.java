package org.fenceline.cli.seal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.body.SealedAttachment;
import org.fenceline.core.entry.body.SealingPolicy.Recipient;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.land.mined.MinePosition;
import org.fenceline.exchange.age.AgeFile;
import org.fenceline.exchange.mined.PositionsFile;
import org.fenceline.exchange.photograph.Photograph;
import org.fenceline.store.Ciphertext;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline seal}. */
@Command(
    name = "seal",
    description = {
      "Encrypt a file to the recipients of a sealing policy and keep it with the register.",
      "A policy is recorded as any fact (fenceline schema sealing-policy) and counts once a second",
      "person endorsed it. The file itself stays where it is: destroy it if nobody needs it.",
      "Positions of a field (--kind positions --about its record) are read, counted by lot and held",
      "against its perimeter; what is counted corrects the record. Their form is in",
      "docs/formats/positions.md."
    },
    footer = {
      "  fenceline seal survivor.pdf --kind personal --policy survivors --as clerk-7",
      "  fenceline seal field.csv --kind positions --policy fields --about ID --as clerk-7",
      "  fenceline seal photo.age --encrypted --kind photograph --as clerk-7",
      "  fenceline seal list"
    },
    subcommands = {
      SealPositionsCommand.class,
      SealListCommand.class,
      SealExportCommand.class,
      SealKeyCommand.class,
      SealEscrowCommand.class
    })
public final class SealCommand extends Recording {

  /** Largest file that is encrypted: what encryption adds fits into the largest ciphertext. */
  static final int MOST_BYTES = Ciphertext.LARGEST - 64 * 1024;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file.")
  private @Nullable String file;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What it holds: personal, positions or photograph. Only personal is erasable.")
  private @Nullable String kind;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "The sealing policy to whose recipients it is encrypted.")
  private @Nullable String policy;

  @Option(
      names = "--encrypted",
      description =
          "It is encrypted by age already, to whomever its maker chose; keep it as it is.")
  private boolean encrypted;

  @Option(names = "--about", paramLabel = "ID", description = "The entry that it belongs to.")
  private @Nullable String about;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "What it is, in words that are not secret.")
  private @Nullable String note;

  @Option(
      names = "--again",
      description = "Seal positions of a field anew whose record carries some already.")
  private boolean again;

  /** What is to be kept, and under which policy. */
  private record Made(
      Ciphertext ciphertext, Optional<EntryRef> policy, List<Recipient> recipients) {}

  @Override
  public Integer call() throws MalformedInput {
    String named = file;
    String word = kind;
    if (named == null || word == null || encrypted == (policy != null)) {
      throw usage("name the FILE, its --kind, and either its --policy or --encrypted");
    }
    Attachment.Kind known = Sealing.kind(word);
    try (Register register = open()) {
      person(register);
      Made made;
      Optional<Logged> target;
      try (Reading reading = register.read()) {
        target = Optional.ofNullable(about).map(id -> entry(reading, id));
        if (target.isPresent()
            && target.get().body() instanceof MinefieldRecord
            && known == Attachment.Kind.POSITIONS
            && !encrypted) {
          return sealField(register, reading, named, target.get());
        }
        made = encrypted ? kept(named) : sealed(reading, named, known);
      }
      Attachment attachment = new Attachment(made.ciphertext().address(), known);
      SealedAttachment body =
          new SealedAttachment(
              attachment, made.policy(), target.map(Logged::ref), Optional.ofNullable(note));
      Outcome.Written written =
          record(
              register,
              List.of(Drafts.act(surroundings(), register.identity(), body)),
              List.of(made.ciphertext()));
      tell(register, made, attachment, written);
    }
    return ExitCode.FINE;
  }

  private int sealField(Register register, Reading reading, String named, Logged target)
      throws MalformedInput {
    if (note != null) {
      throw usage("--note goes with an attachment of its own; these correct the field's record");
    }
    Logged record = standing(reading, target);
    Logged policyEntry = Sealing.policy(reading, surroundings(), String.valueOf(policy));
    FieldSealing sealing = new FieldSealing(policyEntry);
    if (!(record.body() instanceof MinefieldRecord field)) {
      throw new IllegalStateException("a correction has the kind of what it corrects");
    }
    if (field.positions().isPresent() && !again) {
      throw new RefusedRequest(FieldPositionsProblem.alreadySealed(Place.ofField("--about")));
    }
    String text = Input.read(surroundings(), named, MOST_BYTES).text();
    List<MinePosition> mines;
    try {
      mines = new PositionsFile(Sealing.ground(register.identity())).ofOneField(text);
    } catch (MalformedInput e) {
      throw e.in(named);
    }
    FieldSealing.Sealed sealed = sealing.seal(field, mines, text);
    Outcome.Written written =
        record(
            register,
            List.of(Drafts.correction(record, surroundings(), register.identity(), sealed.field())),
            List.of(sealed.ciphertext()));
    SealedPositions counted = sealed.field().sealedPositions().orElseThrow();
    tell(
        register,
        "corrected " + record.id() + " by",
        written,
        Json.object()
            .put("address", sealed.ciphertext().address().hex())
            .put("kind", Attachment.Kind.POSITIONS.word())
            .put(
                "recipients",
                Json.strings(
                    Sealing.recipients(policyEntry, Attachment.Kind.POSITIONS).stream()
                        .map(recipient -> recipient.name().text())
                        .toList()))
            .put("counted", PositionsText.json(counted)),
        page -> {
          page.line("sealed positions " + page.bold(sealed.ciphertext().address().hex()));
          PositionsText.show(page, field, counted);
          page.line(page.faint("A corrected record is unendorsed until endorsed anew."));
        });
    return ExitCode.FINE;
  }

  private Made sealed(Reading reading, String named, Attachment.Kind known) throws MalformedInput {
    Logged entry = Sealing.policy(reading, surroundings(), String.valueOf(policy));
    List<Recipient> recipients = Sealing.recipients(entry, known);
    byte[] plaintext = Input.readBytes(surroundings(), named, MOST_BYTES);
    if (known == Attachment.Kind.PHOTOGRAPH) {
      try {
        // It is kept as it is, for it is evidence; but it must be able to leave without metadata.
        Photograph.withoutMetadata(plaintext);
      } catch (MalformedInput e) {
        throw e.in(named);
      }
    }
    return new Made(
        new Ciphertext(
            AgeFile.encrypt(plaintext, recipients.stream().map(Recipient::key).toList())),
        Optional.of(entry.ref()),
        recipients);
  }

  private Made kept(String named) {
    byte[] bytes = Input.readBytes(surroundings(), named, Ciphertext.LARGEST);
    try {
      return new Made(new Ciphertext(bytes), Optional.empty(), List.of());
    } catch (IllegalArgumentException e) {
      throw Sealing.refused(
          "seal.plaintext",
          named,
          String.valueOf(e.getMessage()),
          "encrypt it here: --policy NAME in the place of --encrypted");
    }
  }

  private void tell(Register register, Made made, Attachment attachment, Outcome.Written written) {
    Json.Builder members =
        Json.object()
            .put("address", attachment.address().hex())
            .put("kind", attachment.kind().word())
            .put(
                "recipients",
                Json.strings(made.recipients().stream().map(r -> r.name().text()).toList()));
    tell(
        register,
        "recorded",
        written,
        members,
        page -> {
          page.line(
              "sealed " + attachment.kind().word() + " " + page.bold(attachment.address().hex()));
          page.line(
              made.recipients().isEmpty()
                  ? "for whomever its maker chose"
                  : "for "
                      + made.recipients().stream()
                          .map(r -> r.name().text())
                          .collect(Collectors.joining(", ")));
        });
  }
}
