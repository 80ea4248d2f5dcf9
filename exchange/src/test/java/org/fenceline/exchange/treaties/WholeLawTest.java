package org.fenceline.exchange.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;
import org.junit.jupiter.api.Test;

/**
 * A status changes on finitely many days, so the law is tested whole: for every state, act and item
 * the engine agrees with a second, naive one on the first and last day between any two changes.
 */
class WholeLawTest {
  private final Law law = new Law(new TreatyRecord(BuiltInTreaties.read()));

  private final NaiveLaw naive = NaiveLaw.ofBuiltIn();

  private List<LocalDate> firstAndLastDays(StateCode state) {
    Set<LocalDate> changes = naive.changeDays(state.text());
    assertThat(changes).as("change days of " + state).containsAll(law.record().changeDays(state));
    Set<LocalDate> days = new TreeSet<>();
    days.add(LocalDate.of(1970, 1, 1));
    days.add(LocalDate.of(2090, 1, 1));
    for (LocalDate change : changes) {
      days.add(change.minusDays(1));
      days.add(change);
    }
    return List.copyOf(days);
  }

  @Test
  void engineAgreesWithTheNaiveLawEverywhere() {
    List<String> differences = new ArrayList<>();
    int asked = 0;
    for (StateCode state : law.record().states()) {
      for (LocalDate day : firstAndLastDays(state)) {
        for (Act act : Act.values()) {
          for (Item item : Item.values()) {
            asked++;
            Opinion opinion =
                law.onTheDay(new Question(state, act, item, Optional.empty(), day, Map.of()));
            String engine = opinion.verdict() + (opinion.isContested() ? " contested" : "");
            String expected = naive.verdict(state.text(), act.word(), item.word(), day);
            if (!engine.equals(expected)) {
              differences.add(
                  "%s %s %s %s: engine %s, naive %s"
                      .formatted(state, act.word(), item.word(), day, engine, expected));
            }
          }
        }
      }
    }
    System.out.println(
        "whole law: " + asked + " questions of " + law.record().states().size() + " states");
    assertThat(asked).isGreaterThan(100_000);
    assertThat(differences).isEmpty();
  }

  @Test
  void statusesAgreeWithTheNaiveLawEverywhere() {
    List<String> differences = new ArrayList<>();
    for (StateCode state : law.record().states()) {
      for (LocalDate day : firstAndLastDays(state)) {
        for (Instrument instrument : Instrument.values()) {
          String engine = law.record().on(state, instrument, day).status().name();
          String expected = naive.status(instrument.id(), state.text(), day);
          if (!engine.equals(expected)) {
            differences.add(state + " " + instrument + " " + day + ": " + engine + ", " + expected);
          }
        }
      }
    }
    assertThat(differences).isEmpty();
  }
}
