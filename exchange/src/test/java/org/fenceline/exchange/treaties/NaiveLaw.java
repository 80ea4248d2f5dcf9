package org.fenceline.exchange.treaties;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.exchange.csv.CsvRow;
import org.fenceline.exchange.csv.CsvTable;
import org.jspecify.annotations.Nullable;

/**
 * The law once more, written from the specification's tables alone and in the plainest way:
 * strings, ifs, one day at a time. It shares nothing with the engine but the reader of CSV.
 */
final class NaiveLaw {
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
  private static final Map<String, String> IN_FORCE =
      Map.of(
          "APMBC",
          "1999-03-01",
          "CCW",
          "1983-12-02",
          "CCW-APII-1996",
          "1998-12-03",
          "CCM",
          "2010-08-01",
          "ATT",
          "2014-12-24");
  private static final Set<String> CONSENTS =
      Set.of(
          "ratification",
          "accession",
          "acceptance",
          "approval",
          "succession",
          "consent-to-be-bound");
  private static final List<String> SCALE =
      List.of("NOT_PROHIBITED", "REPORTABLE", "RESTRICTED", "PROHIBITED");

  /** One treaty for one state: the days on which its status begins. */
  private static final class Days {
    LocalDate signed = NEVER;
    LocalDate consented = NEVER;
    LocalDate bound = NEVER;
    LocalDate noticed = NEVER;
    LocalDate left = NEVER;
    LocalDate suspended = NEVER;
  }

  private final Map<String, Days> days = new HashMap<>();

  /** The law by the files that ship with the program. */
  static NaiveLaw ofBuiltIn() {
    return new NaiveLaw(file("treaty-actions.csv"), file("successions.csv"));
  }

  private static CsvTable file(String name) {
    try (InputStream in = BuiltInTreaties.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name + " is missing");
      }
      return CsvTable.read(new String(in.readAllBytes(), UTF_8));
    } catch (IOException | MalformedInput e) {
      throw new AssertionError(name, e);
    }
  }

  private NaiveLaw(CsvTable actions, CsvTable successions) {
    for (CsvRow row : actions.rows()) {
      String treaty = row.text("treaty").orElse("");
      String state = row.text("state").orElse("");
      String action = row.text("action").orElse("");
      LocalDate date = LocalDate.parse(row.text("date").orElse(""));
      @Nullable LocalDate effective = row.text("effective").map(LocalDate::parse).orElse(null);
      Days d = of(treaty, state);
      if (action.equals("signature")) {
        d.signed = date;
      } else if (CONSENTS.contains(action)) {
        d.consented = date;
        d.bound = effective != null ? effective : binds(treaty, action, date);
        for (CsvRow succession : successions.rows()) {
          if (succession.cells().subList(0, 2).equals(List.of(treaty, state))) {
            d.bound = LocalDate.parse(succession.cells().get(2));
          }
        }
        LocalDate own = LocalDate.parse(IN_FORCE.get(treaty));
        d.bound = d.bound.isBefore(own) ? own : d.bound;
      } else if (action.equals("withdrawal-notice")) {
        d.noticed = date;
        d.left = effective != null ? effective : date.plusMonths(6);
      } else if (action.equals("suspension-notice")) {
        d.suspended = date;
      }
    }
    days.forEach((key, d) -> {
      if (key.startsWith("CCW-APII-1996 ") && d.bound.isBefore(NEVER)) {
        Days ccw = of("CCW", key.substring("CCW-APII-1996 ".length()));
        d.bound = ccw.bound.isAfter(d.bound) ? ccw.bound : d.bound;
      }
    });
  }

  private static LocalDate binds(String treaty, String action, LocalDate deposit) {
    if (action.equals("succession")) {
      return deposit;
    }
    return switch (treaty) {
      case "APMBC", "CCM" -> LocalDate.of(deposit.getYear(), deposit.getMonth(), 1).plusMonths(6);
      case "ATT" ->
          deposit.isAfter(LocalDate.of(2014, 12, 24))
              ? deposit.plusDays(90)
              : LocalDate.of(2014, 12, 24);
      default -> deposit.plusMonths(6);
    };
  }

  private Days of(String treaty, String state) {
    return days.computeIfAbsent(treaty + " " + state, _ -> new Days());
  }

  private static boolean from(LocalDate day, LocalDate on) {
    return !on.isBefore(day);
  }

  boolean bound(String treaty, String state, LocalDate on) {
    Days d = of(treaty, state);
    return from(d.bound, on) && !from(d.left, on);
  }

  private boolean awaiting(String state, LocalDate on) {
    Days d = of("APMBC", state);
    return (from(d.signed, on) || from(d.consented, on)) && !from(d.bound, on);
  }

  /** The status word of a treaty. */
  String status(String treaty, String state, LocalDate on) {
    Days d = of(treaty, state);
    if (from(d.left, on)) {
      return "LEFT";
    }
    if (from(d.bound, on)) {
      return from(d.noticed, on) ? "WITHDRAWING" : "BOUND";
    }
    if (from(d.consented, on)) {
      return "CONSENTED";
    }
    return from(d.signed, on) ? "SIGNATORY" : "NON_PARTY";
  }

  /** Every day on which anything begins for a state. */
  Set<LocalDate> changeDays(String state) {
    Set<LocalDate> all = new TreeSet<>();
    for (String treaty : IN_FORCE.keySet()) {
      Days d = of(treaty, state);
      all.addAll(List.of(d.signed, d.consented, d.bound, d.noticed, d.left, d.suspended));
      all.add(d.bound.equals(NEVER) ? NEVER : d.bound.plusYears(4));
    }
    all.add(LocalDate.of(2014, 2, 20));
    all.remove(NEVER);
    return all;
  }

  /** Verdict and whether readings differ, of a question without recipient or attributes. */
  String verdict(String state, String act, String item, LocalDate on) {
    String protective = read(state, act, item, on, "");
    List<String> others = new ArrayList<>();
    if (from(of("APMBC", state).suspended, on)) {
      others.add(read(state, act, item, on, "suspension"));
    }
    others.add(read(state, act, item, on, "transit"));
    boolean conflict = state.equals("UKR") && from(LocalDate.of(2014, 2, 20), on);
    if (!conflict) {
      others.add(read(state, act, item, on, "peace"));
    }
    return protective + (others.stream().allMatch(protective::equals) ? "" : " contested");
  }

  private String read(String state, String act, String item, LocalDate on, String otherwise) {
    boolean ap = item.equals("ap-mine");
    boolean mine = !item.equals("command-detonated");
    boolean suspended = otherwise.equals("suspension") && from(of("APMBC", state).suspended, on);
    boolean ottawa = ap && bound("APMBC", state, on) && !suspended;
    boolean early = ap && awaiting(state, on);
    boolean protocol = bound("CCW-APII-1996", state, on);
    int worst = 0;
    switch (act) {
      case "use" -> {
        worst = Math.max(worst, ottawa ? 3 : 0);
        worst = Math.max(worst, protocol && !otherwise.equals("peace") ? 2 : 0);
        worst = Math.max(worst, mine ? 2 : 0);
        worst = Math.max(worst, early ? 2 : 0);
      }
      case "develop", "produce", "acquire" -> worst = ottawa ? 3 : early ? 2 : 0;
      case "stockpile" -> {
        boolean fourYears = !from(of("APMBC", state).bound.plusYears(4), on);
        worst = ottawa ? (fourYears ? 2 : 3) : early ? 2 : 0;
      }
      case "retain" -> worst = ottawa ? 2 : 0;
      case "transfer" -> worst = ottawa ? 3 : (early || (protocol && mine)) ? 2 : 0;
      case "transfer-for-training" -> worst = ottawa || (protocol && mine) ? 2 : 0;
      case "transfer-for-destruction" -> worst = protocol && mine ? 2 : ottawa ? 1 : 0;
      case "transit" -> worst = otherwise.equals("transit") ? 0 : ottawa ? 3 : early ? 2 : 0;
      case "assist" -> worst = ottawa ? 3 : early ? 2 : 0;
      case "destroy", "clear" -> worst = ottawa ? 1 : 0;
      default -> throw new AssertionError(act);
    }
    return SCALE.get(worst);
  }
}
