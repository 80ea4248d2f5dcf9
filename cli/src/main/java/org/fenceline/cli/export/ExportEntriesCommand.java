package org.fenceline.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline export entries}. */
@Command(
    name = "entries",
    description = {
      "Write every entry with its salt, one JSON object a line, in the log's order.",
      "The file holds every disclosure level: keep it as private as the register."
    },
    footer = {"  fenceline export entries pol.jsonl", "  fenceline export entries -"})
public final class ExportEntriesCommand extends RegisterCommand {

  @Parameters(paramLabel = "FILE", description = "The new file, or - for standard output.")
  private String file = "";

  @Override
  public Integer call() {
    try (Register register = open();
        Reading reading = register.read()) {
      if (file.equals("-")) {
        write(reading, surroundings().out());
        return ExitCode.FINE;
      }
      Path target = surroundings().file(file);
      long entries = beside(reading, target);
      answer(
          register.identity(),
          Json.object().put("file", target.toString()).put("entries", entries),
          page -> page.line("wrote " + entries + " entries to " + file));
      return ExitCode.FINE;
    }
  }

  private long beside(Reading reading, Path target) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      if (Files.exists(target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      long entries;
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(part, UTF_8))) {
        entries = write(reading, out);
        if (out.checkError()) {
          throw new IOException("the disk may be full");
        }
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return entries;
    } catch (FileAlreadyExistsException e) {
      throw refused("there is a file of this name already", "choose another name", e);
    } catch (IOException e) {
      throw refused("cannot be written: " + e.getMessage(), "", e);
    }
  }

  private static long write(Reading reading, PrintWriter out) {
    AtomicLong entries = new AtomicLong();
    reading.exportAll(entry -> {
      entries.incrementAndGet();
      // The entry is canonical JSON already: it goes out with the bytes that were hashed.
      out.println(
          "{\"salt\":\""
              + HexFormat.of().formatHex(entry.salt())
              + "\",\"entry\":"
              + entry.recorded().canonicalJson()
              + "}");
    });
    out.flush();
    return entries.get();
  }

  private RefusedRequest refused(String message, String mend, IOException cause) {
    RefusedRequest refused =
        new RefusedRequest(new Problem("output.file", Place.UNKNOWN.in(file), message, mend));
    refused.initCause(new UncheckedIOException(cause));
    return refused;
  }
}
