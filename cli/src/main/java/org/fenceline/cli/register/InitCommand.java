package org.fenceline.cli.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.OriginSucceeded;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.Salted;
import org.fenceline.store.key.KeyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline init}. */
@Command(
    name = "init",
    description = "Make a new register, NAME.fenceline, in this folder.",
    footer = {
      "  fenceline init pol --state POL --origin fenceline.example/pol",
      "  fenceline init training --state POL --exercise",
      "  fenceline init pol --state POL --origin fenceline.example/pol --administrator anna",
      "  fenceline init again --state POL --origin fenceline.example/again --from pol.fenceline",
      "  fenceline init pol-2 --state POL --origin fenceline.example/pol-2 --from pol.fenceline \\",
      "    --succeeds 'entries of 3 May were lost with the disk' --administrator anna"
    })
public final class InitCommand extends FencelineCommand {
  private static final int LOCAL_ORIGIN_BYTES = 16;

  @Parameters(paramLabel = "NAME", description = "Name of the register and of its file.")
  private String name = "";

  @Option(
      names = "--state",
      required = true,
      paramLabel = "STATE",
      description = "The state whose law its acts are held against, such as POL.")
  private String state = "";

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description =
          "Name of its log: a URL of yours without scheme. Without it: local/ and 32 random"
              + " hexadecimal digits.")
  private @Nullable String origin;

  @Option(
      names = "--exercise",
      description = "For invented records only; marked on every screen and in every proof.")
  private boolean exercise;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Copy the entries of another register; they keep their times and salts.")
  private @Nullable String from;

  @Option(
      names = "--administrator",
      paramLabel = "NAME",
      description =
          "The first administrator, a pseudonym: a key is made for them in NAME.keys, and they"
              + " register a second.")
  private @Nullable String administrator;

  @Option(
      names = "--succeeds",
      paramLabel = "LOST",
      description =
          "The register takes the place of the one that --from names, whose log cannot go on: say"
              + " what of it was lost. This is its first entry.")
  private @Nullable String succeeds;

  @Override
  public Integer call() throws MalformedInput {
    Identity identity = identity();
    Path path = surroundings().file(parsed(() -> new Name(name)) + ".fenceline");
    Optional<PersonId> founder =
        Optional.ofNullable(administrator)
            .map(text -> parsed(() -> new PersonId(identity.origin(), new Name(text))));
    if (succeeds != null && (from == null || founder.isEmpty())) {
      throw usage("--succeeds needs --from FILE, the register that ended, and --administrator");
    }
    List<Salted> entries = from == null ? List.of() : entriesOf(surroundings().file(from));
    Outcome outcome =
        Register.createFrom(
            path,
            identity,
            first(identity),
            founder.orElseGet(() -> new PersonId(identity.origin(), new Name("init"))),
            entries,
            surroundings().clock(),
            surroundings().random());
    founder
        .filter(_ -> outcome instanceof Outcome.Written)
        .ifPresent(person -> found(path, identity, person));
    if (outcome instanceof Outcome.Refused refused) {
      throw new MalformedInput(refused.problems());
    }
    if (from != null) {
      copyAttachments(surroundings().file(from), path);
    }
    Json.Builder answer =
        Json.object()
            .put("register", identity.origin().text())
            .put("exercise", identity.exercise())
            .put("state", identity.state().text())
            .put("file", path.toString())
            .put("entries", entries.size());
    answer(
        answer.build(),
        page -> {
          page.line("made " + page.bold(path.getFileName().toString()));
          page.line("origin " + identity.origin() + ", law of " + identity.state());
          if (identity.exercise()) {
            page.line(page.caution("EXERCISE") + ": for invented records only");
          }
          if (from != null) {
            page.line(entries.size() + " entries copied from " + from);
          }
          founder.ifPresent(person ->
              page.line(
                  person.name()
                      + " is the first administrator; let them register a second:"
                      + " fenceline identity register --administrator"));
          page.line("Record something: fenceline record --help");
        });
    return ExitCode.FINE;
  }

  private List<Fact> first(Identity identity) {
    if (succeeds == null || from == null) {
      return List.of();
    }
    try (Register ended = RegisterCommand.openAt(surroundings(), surroundings().file(from));
        Reading reading = ended.read()) {
      Optional<String> checkpoint = reading.newestCheckpoint().map(SignedNote::toString);
      return List.of(
          Drafts.undated(
              surroundings(),
              identity,
              Disclosure.PUBLIC,
              new OriginSucceeded(ended.identity().origin(), checkpoint, succeeds)));
    }
  }

  /** Makes the first administrator's key and records it, signed by itself. */
  private void found(Path path, Identity identity, PersonId person) {
    KeyFolder folder = Keys.folder(surroundings(), Optional.empty(), path);
    SigningKey key = folder.newPerson(person, surroundings().random());
    Fact fact =
        Drafts.undated(
            surroundings(),
            identity,
            Disclosure.RESTRICTED,
            new PersonKey(person, new SignerKey(key.verifier().toString()), true));
    List<Fact> facts = new ArrayList<>(List.of(fact));
    facts.addAll(Signing.over(facts, person, key, identity.exercise()));
    try (Register register = RegisterCommand.openAt(surroundings(), path)) {
      if (!(register.append(facts, person) instanceof Outcome.Written)) {
        throw new IllegalStateException("a new register takes its first administrator");
      }
    }
  }

  private List<Salted> entriesOf(Path file) {
    List<Salted> entries = new ArrayList<>();
    try (Register source = RegisterCommand.openAt(surroundings(), file);
        Reading reading = source.read()) {
      reading.exportAll(entries::add);
    }
    return entries;
  }

  /** Brings the ciphertexts after the entries that carry them. */
  private void copyAttachments(Path from, Path to) {
    try (Register source = RegisterCommand.openAt(surroundings(), from);
        Register target = RegisterCommand.openAt(surroundings(), to);
        Reading reading = source.read()) {
      target.keepFrom(reading);
    }
  }

  private Identity identity() {
    StateCode law = parsed(() -> StateCode.parse(state));
    String asked = origin;
    Origin named = asked == null ? localOrigin() : parsed(() -> Origin.parse(asked));
    if (named.isExercise() && !exercise) {
      throw new RefusedRequest(
          new Problem(
              "register.origin",
              Place.ofField("--origin"),
              "a real register refuses the exercise origin " + named,
              "add --exercise, or choose an origin that does not end in /exercise"));
    }
    return new Identity(
        exercise ? named.asExercise() : named, law, exercise, surroundings().clock().instant());
  }

  private Origin localOrigin() {
    byte[] random = new byte[LOCAL_ORIGIN_BYTES];
    surroundings().random().nextBytes(random);
    return new Origin("local/" + HexFormat.of().formatHex(random));
  }

  private static <T> T parsed(java.util.function.Supplier<T> parser) {
    try {
      return parser.get();
    } catch (IllegalArgumentException e) {
      RefusedRequest refused =
          new RefusedRequest(
              new Problem("entry.value", Place.UNKNOWN, String.valueOf(e.getMessage()), ""));
      refused.initCause(e);
      throw refused;
    }
  }
}
