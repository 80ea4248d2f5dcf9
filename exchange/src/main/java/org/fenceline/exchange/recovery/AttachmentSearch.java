package org.fenceline.exchange.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.fenceline.core.entry.body.Erasure;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.store.AttachmentState;
import org.fenceline.store.AttachmentState.Status;
import org.fenceline.store.Ciphertext;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;

/**
 * Looks for sealed attachments in other registers and in folders of files, where a file's name says
 * nothing: an attachment is the file whose bytes have its hash.
 */
public final class AttachmentSearch {
  /** How deep folders are looked through. */
  private static final int DEEPEST = 16;

  private final SequencedMap<String, Reading> registers = new LinkedHashMap<>();
  private final SequencedMap<String, Path> folders = new LinkedHashMap<>();

  /** Adds a register to be looked into. */
  public void addRegister(String name, Reading reading) {
    registers.put(name, reading);
  }

  /** Adds a folder to be looked through. */
  public void addFolder(String name, Path folder) {
    folders.put(name, folder);
  }

  /**
   * What became of the attachments that entries carry.
   *
   * @param came how many came from where
   * @param erased how many are erased, for good
   * @param heldBack those that are left out because somebody may have erased them
   * @param missing those that nobody has
   */
  public record Result(
      SequencedMap<String, Integer> came,
      long erased,
      List<HeldBack> heldBack,
      List<AttachmentState> missing) {
    public Result {
      heldBack = List.copyOf(heldBack);
      missing = List.copyOf(missing);
    }
  }

  /**
   * An attachment that does not come back although somebody may have it.
   *
   * @param state the attachment
   * @param why what speaks for its having been erased
   */
  public record HeldBack(AttachmentState state, String why) {}

  /** An attachment that somebody has. */
  private record Found(String from, Ciphertext ciphertext) {}

  /**
   * Brings what is missing.
   *
   * @param isWhole whether all entries of the lost log came back; otherwise the endorsement of an
   *     erasure may be among those that did not
   */
  Result bring(Register beside, boolean isWhole) {
    List<AttachmentState> states;
    try (Reading reading = beside.read()) {
      states = reading.attachments();
    }
    SequencedMap<String, Integer> came = new LinkedHashMap<>();
    List<HeldBack> heldBack = new ArrayList<>();
    List<AttachmentState> missing = new ArrayList<>();
    List<AttachmentState> wanted =
        states.stream().filter(state -> state.status() == Status.NOT_HERE).toList();
    Map<Sha256, Path> files = wanted.isEmpty() ? Map.of() : files();
    for (AttachmentState state : wanted) {
      Optional<String> erased = erased(state, isWhole);
      Optional<Found> found = erased.isPresent() ? Optional.empty() : find(state, files);
      if (erased.isPresent()) {
        heldBack.add(new HeldBack(state, erased.get()));
      } else if (found.isPresent()
          && beside.keep(List.of(found.get().ciphertext())) instanceof Outcome.Written) {
        came.merge(found.get().from(), 1, Integer::sum);
      } else {
        missing.add(state);
      }
    }
    long gone = states.stream().filter(state -> state.status() == Status.ERASED).count();
    return new Result(came, gone, heldBack, missing);
  }

  /** Who says, or may have said, that it was erased. */
  private Optional<String> erased(AttachmentState state, boolean isWhole) {
    for (Map.Entry<String, Reading> register : registers.entrySet()) {
      Optional<AttachmentState> there =
          register.getValue().attachment(state.attachment().address());
      if (there.map(AttachmentState::status).equals(Optional.of(Status.ERASED))) {
        return Optional.of("it is erased in " + register.getKey());
      }
    }
    boolean isAskedFor =
        state.attachment().kind().isErasable()
            && state.entries().stream().anyMatch(entry -> entry.body() instanceof Erasure);
    return isAskedFor && !isWhole
        ? Optional.of("its erasure came back, and the endorsement of that may be what was lost")
        : Optional.empty();
  }

  private Optional<Found> find(AttachmentState state, Map<Sha256, Path> files) {
    Sha256 address = state.attachment().address();
    for (Map.Entry<String, Reading> register : registers.entrySet()) {
      Optional<Ciphertext> there = register.getValue().ciphertext(address);
      if (there.isPresent()) {
        return Optional.of(new Found(register.getKey(), there.get()));
      }
    }
    Path file = files.get(address);
    if (file == null) {
      return Optional.empty();
    }
    String folder =
        folders.entrySet().stream()
            .filter(named -> file.startsWith(named.getValue()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return ciphertext(file)
        .filter(ciphertext -> ciphertext.address().equals(address))
        .map(ciphertext -> new Found(folder, ciphertext));
  }

  private Map<Sha256, Path> files() {
    Map<Sha256, Path> files = new LinkedHashMap<>();
    for (Path folder : folders.values()) {
      try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
        walk.filter(Files::isRegularFile)
            .sorted()
            .forEach(file ->
                ciphertext(file)
                    .ifPresent(ciphertext -> files.putIfAbsent(ciphertext.address(), file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** A file as age wrote it; empty for any other, which is not an attachment. */
  private static Optional<Ciphertext> ciphertext(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Ciphertext.LARGEST + 1);
      return Optional.of(new Ciphertext(bytes));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
