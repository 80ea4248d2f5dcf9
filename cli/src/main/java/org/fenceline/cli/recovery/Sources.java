package org.fenceline.cli.recovery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.recovery.Placement;
import org.fenceline.exchange.publication.PublishedEntries;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.exchange.recovery.AttachmentSearch;
import org.fenceline.store.EntrySource;
import org.fenceline.store.Identity;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;

/** Who is asked for what is left, open as long as they are asked. */
final class Sources implements AutoCloseable {
  private final Surroundings surroundings;
  private final Origin lost;
  private final Consumer<String> progress;
  private final List<EntrySource> entries = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<Identity> identities = new ArrayList<>();
  private final AttachmentSearch attachments = new AttachmentSearch();

  Sources(Surroundings surroundings, Origin lost, Consumer<String> progress) {
    this.surroundings = surroundings;
    this.lost = lost;
    this.progress = progress;
  }

  void addPublished(String name, PublishedLog published, long size) {
    entries.add(new PublishedEntries(name, published, size));
  }

  /** Opens a register; one of the other kind, real or exercise, is refused. */
  void addRegister(String name) {
    Register register = RegisterCommand.openAt(surroundings, surroundings.file(name));
    open.add(register);
    Identity identity = register.identity();
    if (identity.exercise() != lost.isExercise()) {
      throw RecoverCommand.refused(
          "register.exercise",
          name,
          lost
              + (lost.isExercise() ? " is an exercise, " : " is real, ")
              + identity.origin()
              + (identity.exercise() ? " is an exercise" : " is real"),
          "recover from registers of its own kind");
    }
    Reading reading = register.read();
    open.addFirst(reading);
    identities.add(identity);
    entries.add(
        reading.holdings(
            name,
            lost,
            (done, total) ->
                progress.accept("read " + done + " of " + total + " entries of " + name + " ...")));
    attachments.addRegister(name, reading);
  }

  void addFolder(String name) {
    Path folder = surroundings.file(name);
    if (!Files.isDirectory(folder)) {
      throw RecoverCommand.refused(
          "input.missing", name, "there is no such folder", "check the name");
    }
    attachments.addFolder(name, folder);
  }

  Origin lost() {
    return lost;
  }

  List<EntrySource> entries() {
    return entries;
  }

  AttachmentSearch attachments() {
    return attachments;
  }

  /** Which register was lost, where a copy of it still says so. */
  Optional<Identity> copied() {
    return identities.stream().filter(identity -> identity.origin().equals(lost)).findFirst();
  }

  /** A register in which nothing at all is of the lost log was named by mistake. */
  void refuseStrangers(Placement placement) {
    for (int i = 1; i < entries.size(); i++) {
      String name = entries.get(i).name();
      boolean isKnown =
          placement.recognised().get(i) > 0
              || placement.refused().stream().anyMatch(refused -> refused.source().equals(name));
      if (!isKnown) {
        throw RecoverCommand.refused(
            "recover.stranger",
            name,
            "holds nothing of "
                + lost
                + "; it is the register of "
                + identities.get(i - 1).origin()
                + ", which never synced with it",
            "leave it out, or name one that did");
      }
    }
  }

  @Override
  public void close() {
    for (AutoCloseable one : open) {
      try {
        one.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("registers close without a checked exception", e);
      }
    }
  }
}
