package org.fenceline.cli.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline void}. */
@Command(
    name = "void",
    description = {
      "Take a record out of every view, all its corrections with it; nothing is deleted.",
      "With --only, take out just the entry named: what it had corrected stands again. Voiding a",
      "void undoes it."
    },
    footer = {
      "  fenceline void 0199a3f2-1c5e-7a10-9b1e-3f6f0c2d4e5a --reason 'entered twice' --as clerk-7"
    })
public final class VoidCommand extends Recording {

  @Parameters(paramLabel = "ID", description = "The record.")
  private String id = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Option(names = "--only", description = "Only the entry named, not the whole record.")
  private boolean only;

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      person(register);
      List<Fact> facts = new ArrayList<>();
      try (Reading reading = register.read()) {
        for (Logged target : targets(reading, Lookup.entry(reading, id))) {
          facts.add(fact(register, target));
        }
      }
      tell(register, "voided by", record(register, facts), _ -> {});
    }
    return ExitCode.FINE;
  }

  private List<Logged> targets(Reading reading, Logged named) {
    if (only) {
      return List.of(named);
    }
    List<Logged> thread = reading.thread(named.id());
    List<Long> standing = Lookup.standingNow(thread);
    Set<EntryRef> voided = new HashSet<>();
    thread.stream()
        .filter(member -> member.body() instanceof Voiding)
        .filter(member -> standing.contains(member.leafIndex()))
        .forEach(member -> member.entry().fact().supersedes().ifPresent(voided::add));
    List<Logged> lineage = Lookup.lineage(thread, named);
    Lookup.standing(reading, named);
    return lineage.stream().filter(member -> !voided.contains(member.ref())).toList();
  }

  private Fact fact(Register register, Logged target) {
    return Drafts.actOn(target.ref(), surroundings(), register.identity(), new Voiding(reason));
  }
}
