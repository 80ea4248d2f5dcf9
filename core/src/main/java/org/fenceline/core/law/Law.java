package org.fenceline.core.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.rule.Applied;
import org.fenceline.core.law.rule.Article;
import org.fenceline.core.law.rule.Circumstances;
import org.fenceline.core.law.rule.Dispute;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Question;
import org.fenceline.core.law.term.Verdict;

/**
 * Puts verdicts together.
 *
 * <ol>
 *   <li>Every article is applied to the circumstances; the verdict is the strongest result, duties
 *       left out.
 *   <li>Each disputed point that arises is also read the other way, alone; what comes out stands
 *       beside the verdict, which stays the protective one.
 *   <li>A transfer is asked of both sides: of the recipient as acquiring for the same purpose.
 * </ol>
 */
public final class Law {

  /** The states of the region that the register was made for. */
  public static final List<StateCode> REGION =
      List.of("POL", "LTU", "LVA", "EST", "FIN", "NOR", "UKR", "BLR", "RUS").stream()
          .map(StateCode::new)
          .toList();

  private static final List<Article> ARTICLES = Article.all();

  private final TreatyRecord record;

  /** The law by a record of treaties. */
  public Law(TreatyRecord record) {
    this.record = record;
  }

  /** The record of treaties on which it rests. */
  public TreatyRecord record() {
    return record;
  }

  /** The verdict on a day, with the days on which it turns. */
  public Opinion ask(Question question) {
    Opinion opinion = onTheDay(question);
    Optional<Opinion> recipient =
        opinion
            .recipient()
            .map(side ->
                side.turning(
                    turns(side.question(), asked -> side(asked, question.act())),
                    Optional.empty()));
    return opinion.turning(turns(question, this::onTheDay), recipient);
  }

  /** The verdict on a day, without the days on which it turns: for asking often. */
  public Opinion onTheDay(Question question) {
    Optional<Opinion> recipient =
        question.act().isTransfer()
            ? question.to().map(to -> side(acquiring(question, to), question.act()))
            : Optional.empty();
    return side(question, question.act()).turning(List.of(), recipient);
  }

  private static Question acquiring(Question question, StateCode to) {
    return new Question(
        to, Act.ACQUIRE, question.item(), Optional.empty(), question.on(), question.attributes());
  }

  private Opinion side(Question question, Act purpose) {
    Circumstances protective = new Circumstances(question, purpose, record, Set.of());
    List<Applied> rules = rules(protective);
    Verdict verdict = strongest(rules);
    List<Reading> readings = new ArrayList<>();
    for (Dispute dispute : Dispute.values()) {
      if (dispute.arises(protective)) {
        Verdict otherwise =
            strongest(rules(new Circumstances(question, purpose, record, Set.of(dispute))));
        readings.add(reading(dispute.protective(protective), verdict));
        readings.add(reading(dispute.other(protective), otherwise));
      }
    }
    return new Opinion(
        question, verdict, rules, readings, List.of(), uncertain(protective), Optional.empty());
  }

  private static Reading reading(Dispute.View view, Verdict verdict) {
    return new Reading(view.name(), verdict, view.why(), view.sources());
  }

  private static List<Applied> rules(Circumstances circumstances) {
    return ARTICLES.stream()
        .flatMap(article -> article.apply(circumstances).stream())
        .sorted(
            Comparator.comparing(Applied::isDuty)
                .thenComparing(Applied::result, Comparator.reverseOrder()))
        .toList();
  }

  private static Verdict strongest(List<Applied> rules) {
    return rules.stream()
        .filter(rule -> !rule.isDuty())
        .map(Applied::result)
        .reduce(Verdict.NOT_PROHIBITED, Verdict::or);
  }

  /** Of the treaties that speak of the act: the protocol rests on the convention. */
  private List<TreatyAction> uncertain(Circumstances circumstances) {
    Question question = circumstances.question();
    Set<Instrument> spoken = EnumSet.of(Instrument.APMBC, Instrument.APII);
    if (circumstances.isBound(Instrument.APII)) {
      spoken.add(Instrument.CCW);
    }
    if (question.act().isTransfer()) {
      spoken.add(Instrument.ATT);
    }
    List<TreatyAction> uncertain = new ArrayList<>();
    for (Instrument instrument : spoken) {
      Standing standing = record.on(question.state(), instrument, question.on());
      uncertain.addAll(standing.uncertain());
    }
    record
        .suspension(question.state(), Instrument.APMBC, question.on())
        .filter(action -> action.confidence() != TreatyAction.Confidence.VERIFIED)
        .ifPresent(uncertain::add);
    return uncertain;
  }

  private List<Opinion.Turn> turns(Question question, Function<Question, Opinion> asking) {
    Set<LocalDate> days = new TreeSet<>(record.changeDays(question.state()));
    question.to().ifPresent(to -> days.addAll(record.changeDays(to)));
    List<Opinion.Turn> turns = new ArrayList<>();
    for (LocalDate day : days) {
      Opinion before = asking.apply(question.on(day.minusDays(1)));
      Opinion after = asking.apply(question.on(day));
      if (before.verdict() != after.verdict() || before.isContested() != after.isContested()) {
        turns.add(new Opinion.Turn(day, after.verdict(), after.isContested()));
      }
    }
    return turns;
  }

  /** The statuses of a state on a day, by instrument. */
  public Map<Instrument, Standing> statuses(StateCode state, LocalDate day) {
    Map<Instrument, Standing> statuses = new EnumMap<>(Instrument.class);
    for (Instrument instrument : Instrument.values()) {
      statuses.put(instrument, record.on(state, instrument, day));
    }
    return statuses;
  }
}
