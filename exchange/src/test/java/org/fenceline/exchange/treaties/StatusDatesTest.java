package org.fenceline.exchange.treaties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.body.TreatyAction.Action;
import org.fenceline.core.entry.body.TreatyAction.Confidence;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.rule.Applied;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.status.Status;
import org.fenceline.core.law.status.TreatyFacts;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;
import org.fenceline.core.law.term.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entry into force, withdrawal and the articles' conditions, each by its rule. */
class StatusDatesTest {
  private static final StateCode ATLANTIS = new StateCode("XXA");

  private final TreatyFacts builtIn = BuiltInTreaties.read();
  private final TreatyRecord record = new TreatyRecord(builtIn);

  @ParameterizedTest
  @CsvSource({
    "POL, APMBC, 2013-06-01",
    "UKR, APMBC, 2006-06-01",
    "FIN, APMBC, 2012-07-01",
    "LTU, APMBC, 2003-11-01",
    "EST, APMBC, 2004-11-01",
    "LVA, APMBC, 2006-01-01",
    "NOR, APMBC, 1999-03-01",
    "DEU, APMBC, 1999-03-01",
    "AUS, APMBC, 1999-07-01",
    "BLR, APMBC, 2004-03-01",
    "JPN, APMBC, 1999-03-01",
    "NOR, APII, 1998-12-03",
    "FIN, APII, 1998-12-03",
    "EST, APII, 2000-10-20",
    "LVA, APII, 2003-02-22",
    "POL, APII, 2004-04-14",
    "UKR, APII, 2000-06-15",
    "BLR, APII, 2004-09-02",
    "RUS, APII, 2005-09-02",
    "GEO, APII, 2009-12-08",
    "CHN, APII, 1999-05-04",
    "USA, APII, 1999-11-24",
    "LTU, CCM, 2011-09-01",
    "NOR, CCM, 2010-08-01",
    "POL, ATT, 2014-12-24",
  })
  void boundFromTheDayThatTheDepositaryCounts(String state, String instrument, String day) {
    LocalDate first = LocalDate.parse(day);
    StateCode code = new StateCode(state);
    Instrument treaty = Instrument.valueOf(instrument);
    assertThat(record.on(code, treaty, first).status()).isEqualTo(Status.BOUND);
    assertThat(record.on(code, treaty, first.minusDays(1)).status().isBound()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "EST, 2025-06-27, 2025-12-27",
    "LVA, 2025-06-27, 2025-12-27",
    "LTU, 2025-06-27, 2025-12-27",
    "FIN, 2025-07-10, 2026-01-10",
    "POL, 2025-08-20, 2026-02-20",
  })
  void aWithdrawalTakesEffectAfterSixMonths(String state, String notice, String effect) {
    StateCode code = new StateCode(state);
    LocalDate received = LocalDate.parse(notice);
    LocalDate left = LocalDate.parse(effect);
    assertThat(record.on(code, Instrument.APMBC, received.minusDays(1)).status())
        .isEqualTo(Status.BOUND);
    assertThat(record.on(code, Instrument.APMBC, received).status()).isEqualTo(Status.WITHDRAWING);
    assertThat(record.on(code, Instrument.APMBC, left.minusDays(1)).status())
        .isEqualTo(Status.WITHDRAWING);
    assertThat(record.on(code, Instrument.APMBC, left).status()).isEqualTo(Status.LEFT);
  }

  @Test
  void withdrawalWaitsForTheEndOfConflict() {
    TreatyAction consent = action(Action.RATIFICATION, "2001-01-10");
    TreatyAction notice = action(Action.WITHDRAWAL_NOTICE, "2020-03-31");
    assertThat(left(List.of(), consent, notice)).contains(LocalDate.of(2020, 9, 30));
    assertThat(left(List.of(conflict("2020-09-30", "2021-05-01")), consent, notice))
        .as("still engaged on the conflict's last day, free from the next")
        .contains(LocalDate.of(2021, 5, 2));
    assertThat(
            left(
                List.of(conflict("2020-01-01", "2021-05-01"), conflict("2021-04-01", "2022-06-01")),
                consent,
                notice))
        .contains(LocalDate.of(2022, 6, 2));
    assertThat(left(List.of(conflict("2020-10-01", null)), consent, notice))
        .as("a conflict that begins after the six months holds nothing back")
        .contains(LocalDate.of(2020, 9, 30));
    assertThat(left(List.of(conflict("2019-01-01", "2020-09-30")), consent, notice))
        .as("a conflict whose last day is the day of effect")
        .contains(LocalDate.of(2020, 10, 1));
    assertThat(left(List.of(conflict("2019-01-01", "2020-09-29")), consent, notice))
        .as("a conflict that ended the day before")
        .contains(LocalDate.of(2020, 9, 30));
    assertThat(left(List.of(conflict("2019-01-01", null)), consent, notice)).isEmpty();
  }

  @Test
  void aNoticeBeforeTheTreatyBindsChangesNothingUntilItDoes() {
    TreatyAction consent = action(Action.RATIFICATION, "2001-01-10");
    TreatyAction notice = action(Action.WITHDRAWAL_NOTICE, "2001-01-20");
    TreatyRecord early = with(List.of(), consent, notice);
    assertThat(statusOn(early, Instrument.APMBC, "2001-06-30")).isEqualTo(Status.CONSENTED);
    assertThat(statusOn(early, Instrument.APMBC, "2001-07-01")).isEqualTo(Status.WITHDRAWING);
    assertThat(statusOn(early, Instrument.APMBC, "2001-07-20")).isEqualTo(Status.LEFT);
  }

  @Test
  void theProtocolBindsNobodyWithoutItsConvention() {
    TreatyAction protocol = action("CCW-APII-1996", Action.CONSENT_TO_BE_BOUND, "2001-01-10");
    assertThat(statusOn(with(List.of(), protocol), Instrument.APII, "2020-01-01"))
        .isEqualTo(Status.CONSENTED);
    TreatyAction convention = action("CCW", Action.ACCESSION, "2002-03-05");
    TreatyRecord both = with(List.of(), protocol, convention);
    assertThat(statusOn(both, Instrument.APII, "2002-09-04")).isEqualTo(Status.CONSENTED);
    assertThat(statusOn(both, Instrument.APII, "2002-09-05")).isEqualTo(Status.BOUND);
  }

  @Test
  void theConventionOf1980IsLeftAfterAYearAndNotDuringAConflict() {
    TreatyAction consent = action("CCW", Action.ACCESSION, "1990-01-31");
    TreatyAction notice = action("CCW", Action.WITHDRAWAL_NOTICE, "2020-02-29");
    TreatyRecord peace = with(List.of(), consent, notice);
    assertThat(statusOn(peace, Instrument.CCW, "1990-07-30")).isEqualTo(Status.CONSENTED);
    assertThat(statusOn(peace, Instrument.CCW, "1990-07-31")).isEqualTo(Status.BOUND);
    assertThat(statusOn(peace, Instrument.CCW, "2021-02-27")).isEqualTo(Status.WITHDRAWING);
    assertThat(statusOn(peace, Instrument.CCW, "2021-02-28")).isEqualTo(Status.LEFT);
    TreatyRecord war = with(List.of(conflict("2021-01-01", null)), consent, notice);
    assertThat(statusOn(war, Instrument.CCW, "2090-01-01")).isEqualTo(Status.WITHDRAWING);
  }

  @Test
  void theArmsTradeTreatyCountsNinetyDaysAndKnowsNoConflict() {
    TreatyAction consent = action("ATT", Action.ACCESSION, "2015-01-01");
    TreatyAction notice = action("ATT", Action.WITHDRAWAL_NOTICE, "2020-01-01");
    TreatyRecord war = with(List.of(conflict("2019-01-01", null)), consent, notice);
    assertThat(statusOn(war, Instrument.ATT, "2015-03-31")).isEqualTo(Status.CONSENTED);
    assertThat(statusOn(war, Instrument.ATT, "2015-04-01")).isEqualTo(Status.BOUND);
    assertThat(statusOn(war, Instrument.ATT, "2020-03-30")).isEqualTo(Status.WITHDRAWING);
    assertThat(statusOn(war, Instrument.ATT, "2020-03-31")).isEqualTo(Status.LEFT);
  }

  @Test
  void aSuccessionCountsFromItsOwnDayAndSaysHowWellThatIsKnown() {
    StateCode montenegro = new StateCode("MNE");
    Standing bound = record.on(montenegro, Instrument.APMBC, LocalDate.of(2006, 6, 3));
    assertThat(bound.status()).isEqualTo(Status.BOUND);
    assertThat(record.on(montenegro, Instrument.APMBC, LocalDate.of(2006, 6, 2)).status())
        .isEqualTo(Status.NON_PARTY);
    assertThat(bound.uncertain())
        .extracting(TreatyAction::confidence)
        .containsExactly(Confidence.UNVERIFIED);
  }

  @Test
  void aSuspensionEndsNothingAndLastsWhileTheTreatyBinds() {
    StateCode ukraine = new StateCode("UKR");
    LocalDate notice = LocalDate.of(2025, 7, 18);
    assertThat(record.suspension(ukraine, Instrument.APMBC, notice)).isPresent();
    assertThat(record.suspension(ukraine, Instrument.APMBC, notice.minusDays(1))).isEmpty();
    assertThat(record.on(ukraine, Instrument.APMBC, notice).status()).isEqualTo(Status.BOUND);
    TreatyRecord gone =
        with(
            List.of(),
            action(Action.RATIFICATION, "2001-01-10"),
            action(Action.SUSPENSION_NOTICE, "2020-01-01"),
            action(Action.WITHDRAWAL_NOTICE, "2021-01-01"));
    assertThat(gone.suspension(ATLANTIS, Instrument.APMBC, LocalDate.of(2021, 6, 30))).isPresent();
    assertThat(gone.suspension(ATLANTIS, Instrument.APMBC, LocalDate.of(2021, 7, 1))).isEmpty();
  }

  @Test
  void aDayBeforeAllHistoryIsAnsweredAsNonParty() {
    assertThat(statusOn(record, Instrument.APMBC, "-0044-03-15")).isEqualTo(Status.NON_PARTY);
  }

  @Test
  void aStateOfWhichNothingIsKnownIsBoundByNothing() {
    assertThat(record.changeDays(ATLANTIS)).isEmpty();
    assertThat(statusOn(record, Instrument.APII, "2026-06-01")).isEqualTo(Status.NON_PARTY);
  }

  @Test
  void theRecordNeedsEveryInstrumentsOwnEntryIntoForce() {
    TreatyFacts none = new TreatyFacts("test", List.of(), List.of());
    assertThatThrownBy(() -> new TreatyRecord(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("APMBC");
  }

  @Test
  void monthsEndOnTheLastDayWhereTheDayDoesNotExist() {
    TreatyAction consent = action(Action.RATIFICATION, "2001-01-10");
    assertThat(left(List.of(), consent, action(Action.WITHDRAWAL_NOTICE, "2021-08-31")))
        .contains(LocalDate.of(2022, 2, 28));
  }

  @Test
  void statusesCoverEveryDayWithoutGap() {
    for (StateCode state : record.states()) {
      for (Instrument instrument : Instrument.values()) {
        List<Standing> standings = record.standings(state, instrument);
        for (int i = 1; i < standings.size(); i++) {
          assertThat(standings.get(i - 1).until()).contains(standings.get(i).from());
        }
        assertThat(standings.getLast().until()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "detectable=false, PROHIBITED, APII 4",
    "selfDestruct=false perimeterMarked=false, PROHIBITED, APII 5(2)",
    "selfDestruct=false perimeterMarked=true detectable=true, RESTRICTED, APII 3",
    "remotelyDelivered=true selfDestruct=false, PROHIBITED, APII 6(2)",
    "remotelyDelivered=true selfDestruct=true selfDeactivation=true, RESTRICTED, APII 4",
    "marked=false, RESTRICTED, APII TA 1(d)",
  })
  void attributesSettleTheConditionsOnUse(String attributes, Verdict verdict, String article) {
    Opinion opinion = ask(Act.USE, Optional.empty(), "2026-03-01", attributes);
    assertThat(opinion.verdict()).isEqualTo(verdict);
    assertThat(opinion.rules()).extracting(Applied::article).contains(article);
  }

  @ParameterizedTest
  @CsvSource({
    "LTU, detectable=false, PROHIBITED",
    "LTU, recipientIsState=false, PROHIBITED",
    "KAZ, recipientAgrees=false, PROHIBITED",
    "KAZ, recipientAgrees=true, RESTRICTED",
    "LTU, recipientAgrees=false, RESTRICTED",
  })
  void attributesSettleTheConditionsOnTransfer(String to, String attributes, Verdict verdict) {
    Opinion opinion = ask(Act.TRANSFER, Optional.of(new StateCode(to)), "2026-06-01", attributes);
    assertThat(opinion.verdict()).isEqualTo(verdict);
  }

  @Test
  void stockThatTurnsUpLateIsRestrictedNotProhibited() {
    assertThat(ask(Act.STOCKPILE, Optional.empty(), "2025-05-14", "discovered=true").verdict())
        .isEqualTo(Verdict.RESTRICTED);
    assertThat(ask(Act.STOCKPILE, Optional.empty(), "2025-05-14", "discovered=false").verdict())
        .isEqualTo(Verdict.PROHIBITED);
  }

  @Test
  void articleFourEndsFourYearsAfterEntryIntoForce() {
    assertThat(ask(Act.STOCKPILE, Optional.empty(), "2017-05-31", "").verdict())
        .isEqualTo(Verdict.RESTRICTED);
    assertThat(ask(Act.STOCKPILE, Optional.empty(), "2017-06-01", "").verdict())
        .isEqualTo(Verdict.PROHIBITED);
  }

  @Test
  void factsKnownLessThanWellAreSaidToBe() {
    Opinion opinion =
        new Law(record)
            .ask(
                new Question(
                    new StateCode("UKR"),
                    Act.USE,
                    Item.AP_MINE,
                    Optional.empty(),
                    LocalDate.of(2026, 6, 1),
                    Map.of()));
    assertThat(opinion.uncertain())
        .anySatisfy(action -> assertThat(action.action()).isEqualTo(Action.SUSPENSION_NOTICE));
    assertThat(opinion.readings()).hasSize(2);
    assertThat(opinion.readings().getLast().verdict()).isEqualTo(Verdict.RESTRICTED);
    assertThat(opinion.readings())
        .allSatisfy(reading -> assertThat(reading.sources()).isNotEmpty());
  }

  @Test
  void aVerdictNamesTheDaysOnWhichItTurns() {
    assertThat(ask(Act.PRODUCE, Optional.empty(), "2025-12-17", "").turns())
        .extracting(turn -> turn.day() + " " + turn.verdict())
        .containsExactly(
            "1997-12-04 RESTRICTED", "2013-06-01 PROHIBITED", "2026-02-20 NOT_PROHIBITED");
  }

  @Test
  void theOtherSideOfATransferNamesItsOwnTurns() {
    Opinion opinion = ask(Act.TRANSFER, Optional.of(new StateCode("NOR")), "2026-06-01", "");
    assertThat(opinion.recipient().orElseThrow().turns())
        .extracting(turn -> turn.day() + " " + turn.verdict())
        .containsExactly("1997-12-03 RESTRICTED", "1999-03-01 PROHIBITED");
  }

  private Opinion ask(Act act, Optional<StateCode> to, String day, String attributes) {
    Map<Attribute, Boolean> known = new java.util.EnumMap<>(Attribute.class);
    for (String attribute : attributes.split(" ")) {
      if (!attribute.isEmpty()) {
        int equals = attribute.indexOf('=');
        known.put(
            Attribute.parse(attribute.substring(0, equals)),
            Boolean.parseBoolean(attribute.substring(equals + 1)));
      }
    }
    return new Law(record)
        .ask(
            new Question(new StateCode("POL"), act, Item.AP_MINE, to, LocalDate.parse(day), known));
  }

  private Optional<LocalDate> left(List<ArmedConflict> conflicts, TreatyAction... actions) {
    return with(conflicts, actions).standings(ATLANTIS, Instrument.APMBC).stream()
        .filter(standing -> standing.status() == Status.LEFT)
        .map(Standing::from)
        .findFirst();
  }

  private TreatyRecord with(List<ArmedConflict> conflicts, TreatyAction... actions) {
    List<TreatyAction> all = new ArrayList<>(builtIn.actions());
    all.addAll(List.of(actions));
    return new TreatyRecord(new TreatyFacts("test", all, conflicts));
  }

  private static Status statusOn(TreatyRecord record, Instrument instrument, String day) {
    return record.on(ATLANTIS, instrument, LocalDate.parse(day)).status();
  }

  private static TreatyAction action(Action action, String date) {
    return action("APMBC", action, date);
  }

  private static TreatyAction action(String treaty, Action action, String date) {
    return new TreatyAction(
        treaty,
        Optional.of(ATLANTIS),
        action,
        LocalDate.parse(date),
        Optional.empty(),
        "test",
        "",
        Confidence.VERIFIED,
        "");
  }

  private static ArmedConflict conflict(String from, @org.jspecify.annotations.Nullable String to) {
    return new ArmedConflict(
        ATLANTIS, LocalDate.parse(from), Optional.ofNullable(to).map(LocalDate::parse), "test", "");
  }
}
