package org.fenceline.cli.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Page;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.finding.Views;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.store.Identity;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that works on a register. */
public abstract class RegisterCommand extends FencelineCommand {

  /** From how many entries on reading them all takes about two seconds. */
  private static final long MANY_ENTRIES = 10_000;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description =
          "The register; else FENCELINE_REGISTER, else the only *.fenceline file in the folder.")
  private @Nullable String register;

  /** Opens the register that lies somewhere. */
  public static Register openAt(Surroundings surroundings, Path file) {
    return Register.open(file, surroundings.clock(), surroundings.random(), Register.PATIENCE);
  }

  /** Signs a register as it is now, and tells how far the look at its leaves has come. */
  protected final SignedNote checkpoint(Register register, KeyFolder keys) {
    return register.checkpoint(
        keys, (done, total) -> progress("checked " + done + " of " + total + " leaves ..."));
  }

  /** Opens the register that is meant. */
  protected final Register open() {
    return openAt(surroundings(), locate());
  }

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description =
          "Folder of private keys; else FENCELINE_KEYS, else NAME.keys beside the register.")
  private @Nullable String keys;

  /** The entry that a user named. */
  protected static Logged entry(Reading reading, String id) {
    return Lookup.entry(reading, id);
  }

  /**
   * The version of a record that stands now: itself, or the correction that took its place; the
   * record being void is told.
   */
  protected static Logged standing(Reading reading, Logged record) {
    return Lookup.standing(reading, record);
  }

  /** Whether an entry stands now. */
  protected static boolean isStanding(Reading reading, Logged entry) {
    return Lookup.standingNow(reading.thread(entry.id())).contains(entry.leafIndex());
  }

  /** The folder of keys that is meant. */
  protected final KeyFolder keys(Register open) {
    return Keys.folder(surroundings(), Optional.ofNullable(keys), open.path());
  }

  /** Folds a register as of two times, and says so first when that takes its time. */
  protected final Views views(Reading reading, AsOf asOf) {
    if (reading.size() > MANY_ENTRIES) {
      progress("reading %,d entries ...".formatted(reading.size()));
    }
    return RegisterViews.of(reading, asOf);
  }

  private Path locate() {
    String named =
        register != null ? register : surroundings().variables().get("FENCELINE_REGISTER");
    if (named != null && !named.isEmpty()) {
      return surroundings().file(named);
    }
    try (Stream<Path> files = Files.list(surroundings().folder())) {
      List<Path> choices =
          files.filter(file -> file.toString().endsWith(".fenceline")).sorted().toList();
      if (choices.size() == 1) {
        return choices.getFirst();
      }
      throw usage(
          choices.isEmpty()
              ? "there is no register in this folder; name one with --register FILE, or make one"
                  + " with: fenceline init NAME --state POL"
              : "which register? name one with --register FILE: "
                  + choices.stream()
                      .map(choice -> choice.getFileName().toString())
                      .collect(Collectors.joining(", ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The person who records: a full id, or a name that is one of this register's. */
  protected final PersonId person(Identity identity, @Nullable String as) {
    String named = as != null ? as : surroundings().variables().get("FENCELINE_PERSON");
    if (named == null || named.isEmpty()) {
      throw usage("who records this? name the person with --as NAME or FENCELINE_PERSON");
    }
    try {
      return named.indexOf('/') < 0
          ? new PersonId(identity.origin(), new Name(named))
          : PersonId.parse(named);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /** Gives an answer from a register, marked when it is an exercise. */
  protected final void answer(Identity identity, Json.Builder answer, Consumer<Page> text) {
    Json.Obj marked =
        Json.object()
            .put("register", identity.origin().text())
            .put("exercise", identity.exercise())
            .putAll(answer.build().members())
            .build();
    answer(
        marked,
        page -> {
          if (identity.exercise()) {
            page.line(
                page.caution("EXERCISE")
                    + " "
                    + page.faint(identity.origin() + ": invented records, not real ones"));
          }
          text.accept(page);
        });
  }
}
