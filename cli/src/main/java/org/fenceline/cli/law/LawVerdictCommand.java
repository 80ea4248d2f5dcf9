package org.fenceline.cli.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline law verdict}. */
@Command(
    name = "verdict",
    description = {
      "What the law of a day says of an act: PROHIBITED, RESTRICTED, REPORTABLE or NOT_PROHIBITED,",
      "with every article that applies, why, and the days on which it turns. Of a transfer both",
      "sides are asked. Exit code 0 whatever the verdict is."
    },
    footer = {
      "  fenceline law verdict POL produce --on 2026-02-19",
      "  fenceline law verdict POL transfer --to UKR --on 2026-06-01",
      "  fenceline law verdict POL use --on 2026-03-01 --attribute detectable=false",
      "  fenceline law verdict --table questions.csv --json"
    })
public final class LawVerdictCommand extends FencelineCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "STATE",
      description = "Who acts: ISO 3166-1 alpha-3 code, such as POL.")
  private @Nullable String state;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ACT",
      description =
          "use, develop, produce, acquire, stockpile, retain, transfer, transfer-for-training,"
              + " transfer-for-destruction, transit, destroy, assist, clear.")
  private @Nullable String act;

  @Option(names = "--on", paramLabel = "DATE", description = "The UTC day; today unless given.")
  private @Nullable String on;

  @Option(
      names = "--item",
      paramLabel = "ITEM",
      description = "ap-mine, av-mine or command-detonated; ap-mine unless given.")
  private @Nullable String item;

  @Option(names = "--to", paramLabel = "STATE", description = "To whom, or whom it helps.")
  private @Nullable String to;

  @Option(
      names = "--attribute",
      paramLabel = "NAME=true|false",
      description =
          "What is known: detectable, selfDestruct, selfDeactivation, remotelyDelivered,"
              + " perimeterMarked, marked, discovered, recipientIsState, recipientAgrees.")
  private List<String> attributes = List.of();

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Answer a CSV table of questions: columns state, act, item, to, date.")
  private @Nullable String table;

  /** Whether anything of a single question was given. */
  private boolean asksOne() {
    return state != null || on != null || to != null || item != null || !attributes.isEmpty();
  }

  @Override
  public Integer call() throws MalformedInput {
    if (table != null && asksOne()) {
      throw usage("a table asks its own questions; write STATE ACT or --table FILE, not both");
    }
    Law law = LawQuestion.law();
    if (table != null) {
      answerTable(law, table);
    } else {
      Opinion opinion = law.ask(question(law));
      answer(
          Json.object()
              .putAll(LawJson.of(opinion).members())
              .put("asOf", law.record().facts().asOf())
              .build(),
          page -> new OpinionPage(page).show(opinion, law.record().facts().asOf()));
    }
    return ExitCode.FINE;
  }

  private void answerTable(Law law, String file) throws MalformedInput {
    List<Question> questions = VerdictTable.read(law, Input.read(surroundings(), file));
    List<Opinion> opinions = questions.stream().map(law::ask).toList();
    answer(
        Json.array(opinions.stream().map(LawJson::of).toList()),
        page -> {
          page.table(opinions.stream().map(OpinionPage::row).toList());
          page.line(page.faint(law.record().facts().asOf()));
        });
  }

  private Question question(Law law) {
    String whose = state;
    String what = act;
    if (whose == null || what == null) {
      throw usage("which state and act? write STATE ACT, or --table FILE");
    }
    String recipient = to;
    String with = item == null ? Item.AP_MINE.word() : item;
    LocalDate day = LawQuestion.day(on, surroundings().clock());
    return new Question(
        LawQuestion.state(law, "STATE", whose),
        LawQuestion.parsed("law.act", "ACT", what, Act::parse),
        LawQuestion.parsed("law.item", "--item", with, Item::parse),
        recipient == null
            ? Optional.empty()
            : Optional.of(LawQuestion.state(law, "--to", recipient)),
        day,
        LawQuestion.attributes(attributes));
  }
}
