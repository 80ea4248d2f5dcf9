package org.fenceline.exchange.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;
import org.junit.jupiter.api.Test;

/**
 * Both sides of transfers, and every combination of what is known, unknown and known not to be, by
 * the engine and by trying out all possibilities.
 */
class ConditionsTest {
  private static final List<Attribute> OF_THE_MINE =
      List.of(
          Attribute.DETECTABLE,
          Attribute.REMOTELY_DELIVERED,
          Attribute.SELF_DESTRUCT,
          Attribute.SELF_DEACTIVATION);
  private static final LocalDate SUMMER = LocalDate.of(2026, 6, 1);

  private final Law law = new Law(new TreatyRecord(BuiltInTreaties.read()));
  private final NaiveLaw naive = NaiveLaw.ofBuiltIn();
  private final NaiveConditions conditions = new NaiveConditions(naive);
  private final List<String> differences = new ArrayList<>();
  private int asked = 0;

  @Test
  void bothSidesOfATransferAgreeOnEveryIntervalOfTheRegion() {
    List<StateCode> senders = new ArrayList<>(Law.REGION);
    senders.addAll(List.of(new StateCode("USA"), new StateCode("KAZ")));
    for (StateCode sender : senders) {
      for (StateCode to : senders) {
        for (LocalDate day : days(sender, to)) {
          for (Act act :
              List.of(Act.TRANSFER, Act.TRANSFER_FOR_TRAINING, Act.TRANSFER_FOR_DESTRUCTION)) {
            for (Item item : Item.values()) {
              compareTransfer(sender.text(), act, item, Optional.of(to.text()), day, Map.of());
            }
          }
        }
      }
    }
    report("both sides of transfers", 50_000);
  }

  @Test
  void everyCombinationOfAttributesSettlesATransfer() {
    List<Attribute> attributes = new ArrayList<>(OF_THE_MINE);
    attributes.addAll(List.of(Attribute.RECIPIENT_IS_STATE, Attribute.RECIPIENT_AGREES));
    for (Map<Attribute, Boolean> known : combinations(attributes)) {
      for (String sender : List.of("POL", "UKR", "NOR", "KAZ")) {
        for (Optional<String> to :
            List.of(Optional.<String>empty(), Optional.of("LTU"), Optional.of("MNG"))) {
          for (Item item : Item.values()) {
            compareTransfer(sender, Act.TRANSFER, item, to, SUMMER, known);
          }
        }
      }
    }
    report("attributes of transfers", 20_000);
  }

  @Test
  void everyCombinationOfAttributesSettlesUse() {
    List<Attribute> attributes = new ArrayList<>(OF_THE_MINE);
    attributes.add(Attribute.PERIMETER_MARKED);
    for (Map<Attribute, Boolean> known : combinations(attributes)) {
      for (String state : List.of("POL", "RUS", "KAZ", "USA")) {
        Opinion opinion = law.onTheDay(question(state, Act.USE, Item.AP_MINE, known));
        compare(
            state + " use " + known,
            opinion.verdict() + (opinion.isContested() ? " contested" : ""),
            conditions.use(state, SUMMER, false, words(known)));
      }
    }
    report("attributes of use", 900);
  }

  private void compareTransfer(
      String sender,
      Act act,
      Item item,
      Optional<String> to,
      LocalDate day,
      Map<Attribute, Boolean> known) {
    Opinion opinion =
        law.onTheDay(
            new Question(new StateCode(sender), act, item, to.map(StateCode::new), day, known));
    String engine =
        opinion.verdict()
            + opinion.recipient().map(side -> " / " + side.verdict()).orElse("")
            + (opinion.isContested() ? " contested" : "");
    compare(
        "%s %s %s %s %s %s".formatted(sender, act.word(), item.word(), to, day, known),
        engine,
        conditions.transfer(sender, act.word(), item.word(), to, day, words(known)));
  }

  private void compare(String question, String engine, String expected) {
    asked++;
    if (!engine.equals(expected)) {
      differences.add(question + ": engine " + engine + ", naive " + expected);
    }
  }

  private void report(String what, int atLeast) {
    System.out.println("whole law: " + asked + " questions of " + what);
    assertThat(asked).isGreaterThan(atLeast);
    assertThat(differences).isEmpty();
  }

  private Set<LocalDate> days(StateCode sender, StateCode to) {
    Set<LocalDate> days = new TreeSet<>();
    for (StateCode state : List.of(sender, to)) {
      for (LocalDate change : naive.changeDays(state.text())) {
        days.add(change.minusDays(1));
        days.add(change);
      }
    }
    return days;
  }

  private static Question question(
      String state, Act act, Item item, Map<Attribute, Boolean> known) {
    return new Question(new StateCode(state), act, item, Optional.empty(), SUMMER, known);
  }

  private static Map<String, Boolean> words(Map<Attribute, Boolean> known) {
    Map<String, Boolean> words = new TreeMap<>();
    known.forEach((attribute, value) -> words.put(attribute.word(), value));
    return words;
  }

  /** Each attribute unknown, true or false. */
  private static List<Map<Attribute, Boolean>> combinations(List<Attribute> attributes) {
    List<Map<Attribute, Boolean>> all = new ArrayList<>();
    all.add(Map.of());
    for (Attribute attribute : attributes) {
      List<Map<Attribute, Boolean>> longer = new ArrayList<>(all);
      for (Map<Attribute, Boolean> shorter : all) {
        for (Boolean value : List.of(true, false)) {
          Map<Attribute, Boolean> with = new EnumMap<>(Attribute.class);
          with.putAll(shorter);
          with.put(attribute, value);
          longer.add(with);
        }
      }
      all = longer;
    }
    return all;
  }
}
