package org.fenceline.cli.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.store.Ciphertext;
import org.fenceline.store.Outcome;
import org.fenceline.store.Progress;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that records something under a person's name. */
public abstract class Recording extends RegisterCommand {

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description = "Who records: a pseudonym of this register; else FENCELINE_PERSON.")
  private @Nullable String as;

  /** Who records. */
  protected final PersonId person(Register register) {
    return person(register.identity(), as);
  }

  /**
   * Records facts, signed by whoever records them where their key is at hand, and tells what became
   * of them.
   *
   * @throws MalformedInput when the register refuses them; nothing is written then
   */
  protected final Outcome.Written record(Register register, List<Fact> facts)
      throws MalformedInput {
    return record(register, facts, List.of());
  }

  /**
   * Records facts together with the ciphertexts of the attachments that they carry.
   *
   * @throws MalformedInput when the register refuses them; nothing is written then
   */
  protected final Outcome.Written record(
      Register register, List<Fact> facts, List<Ciphertext> ciphertexts) throws MalformedInput {
    Progress progress = (done, total) -> progress("recorded " + done + " of " + total + " ...");
    PersonId person = person(register);
    List<Fact> all = new ArrayList<>(facts);
    keys(register)
        .person(person)
        .ifPresent(
            key -> all.addAll(Signing.over(facts, person, key, register.identity().exercise())));
    return switch (register.append(all, person, ciphertexts, progress)) {
      case Outcome.Written written ->
          new Outcome.Written(written.receipts().subList(0, facts.size()), written.shortfalls());
      case Outcome.Refused refused -> throw new MalformedInput(refused.problems());
    };
  }

  /** Answers with the receipts; {@code done} says what was done, such as {@code recorded}. */
  protected final void tell(
      Register register, String done, Outcome.Written written, Consumer<Page> more) {
    tell(register, done, written, Json.object(), more);
  }

  /** Answers with the receipts and further members. */
  protected final void tell(
      Register register,
      String done,
      Outcome.Written written,
      Json.Builder members,
      Consumer<Page> more) {
    Json.Builder answer =
        members
            .put(
                "receipts", Json.array(written.receipts().stream().map(Recording::toJson).toList()))
            .put(
                "belowZero",
                Json.strings(written.shortfalls().stream().map(Object::toString).toList()));
    answer(
        register.identity(),
        answer,
        page -> {
          for (Outcome.Receipt receipt : written.receipts()) {
            page.line(
                (receipt.isNew() ? done : "already there, nothing added:")
                    + " "
                    + receipt.ref().id()
                    + page.faint(" leaf " + receipt.leafIndex()));
          }
          written
              .shortfalls()
              .forEach(shortfall -> page.line(page.caution("below zero: ") + shortfall));
          more.accept(page);
        });
  }

  private static Json toJson(Outcome.Receipt receipt) {
    return Json.object()
        .put("id", receipt.ref().id().toString())
        .put("contentHash", receipt.ref().contentHash().hex())
        .put("leafIndex", receipt.leafIndex())
        .put("new", receipt.isNew())
        .build();
  }
}
