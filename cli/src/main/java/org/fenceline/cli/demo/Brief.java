package org.fenceline.cli.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenceline.cli.forecast.OutlookAnswer;
import org.fenceline.cli.land.KnownLand;
import org.fenceline.cli.land.SafetyWords;
import org.fenceline.cli.register.EntryJson;
import org.fenceline.cli.register.FindingsCommand;
import org.fenceline.cli.register.RegisterViews;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Claim;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.evidence.ClaimResult;
import org.fenceline.core.evidence.EvidenceReport;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Views;
import org.fenceline.core.finding.rule.Rules;
import org.fenceline.core.forecast.Scenario;
import org.fenceline.core.land.book.AreaBalance.Figures;
import org.fenceline.core.land.check.LandFacts;
import org.fenceline.core.land.check.Verdict;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.place.Places;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.stock.Balance;
import org.fenceline.exchange.borders.BorderLines;
import org.fenceline.exchange.scenario.ScenarioFile;
import org.fenceline.store.Identity;
import org.fenceline.store.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One screen or two on the questions that the register answers, each figure with what it rests on.
 */
final class Brief {
  private static final int MOST_FINDINGS = 12;

  private final Identity identity;
  private final LocalDate today;
  private final Views views;
  private final List<Finding> findings;
  private final Map<Account.Type, Long> totals = new EnumMap<>(Account.Type.class);
  private final Scenario scenario;
  private final long size;
  private final Sha256 root;
  private final long signedSize;
  private final EntryId example;
  private final long endorsements;
  private final LandFacts.Known land;
  private final Position open;
  private final Position released;
  private final @Nullable EvidenceReport report;

  private Brief(Reading reading, LocalDate today, @Nullable EvidenceReport report)
      throws MalformedInput {
    this.identity = reading.identity();
    this.today = today;
    this.views = RegisterViews.of(reading, AsOf.everythingKnown(today, Instant.MAX));
    this.findings = new Rules().judge(views);
    for (Balance balance : views.stock().balances().byHolding().values()) {
      totals.merge(balance.account().type(), balance.most(), Math::addExact);
    }
    this.scenario = scenario(views);
    this.size = reading.size();
    this.root = reading.root(size);
    this.signedSize = Checkpoint.parse(reading.newestCheckpoint().orElseThrow().text()).size();
    this.example = reading.ofKind("movement").getFirst().id();
    this.endorsements =
        views.standing().stream().filter(entry -> entry.body() instanceof Endorsement).count();
    this.report = report;
    this.land = KnownLand.of(reading);
    this.open = inside("EX-F3");
    this.released = inside("EX-F1");
  }

  private Position inside(String field) {
    return Places.of(views.land().field(new Name(field)).orElseThrow().body()).middle();
  }

  /** The brief of a register as of today. */
  static Brief of(Reading reading, InstantSource clock, @Nullable EvidenceReport report)
      throws MalformedInput {
    return new Brief(reading, clock.instant().atZone(ZoneOffset.UTC).toLocalDate(), report);
  }

  private static Scenario scenario(Views views) throws MalformedInput {
    Optional<ScenarioText> text =
        views.standing().stream()
            .filter(entry -> entry.body() instanceof ScenarioText)
            .map(entry -> (ScenarioText) entry.body())
            .findFirst();
    return ScenarioFile.read(
        text.orElseThrow(() -> new IllegalStateException("the demo records a scenario")).yaml());
  }

  private long total(Account.Type type) {
    return totals.getOrDefault(type, 0L);
  }

  private long entries(Class<?> type) {
    return views.standing().stream().filter(entry -> type.isInstance(entry.body())).count();
  }

  Json json() {
    Json.Builder stock = Json.object();
    totals.forEach((type, mines) -> stock.put(type.name().toLowerCase(Locale.ROOT), mines));
    Json.Builder json =
        Json.object()
            .put("register", identity.origin().text())
            .put("exercise", true)
            .put("on", today.toString())
            .put("totals", stock.build())
            .put("findings", Json.array(findings.stream().map(FindingsCommand::json).toList()))
            .put("claims", entries(Claim.class))
            .put("claimsChecked", report != null)
            .put("logSize", size)
            .put("root", root.hex())
            .put("checkpointSize", signedSize)
            .put("endorsements", endorsements);
    if (report != null) {
      json.put("claimsFoundInText", report.count(ClaimResult.Status.FOUND_IN_TEXT))
          .put("figuresUncovered", report.uncovered().size());
    }
    return json.build();
  }

  void show(Page page) {
    page.line(
        page.caution("EXERCISE")
            + "  "
            + page.bold("East Shield: a brief of " + today)
            + page.faint("  " + identity.origin() + "; the ledger is invented"));
    page.blank();
    reported(page);
    howMany(page);
    whereUnsafe(page);
    lawful(page);
    trust(page);
    coming(page);
    next(page);
  }

  private void reported(Page page) {
    page.heading("What was reported");
    page.line(
        "  Poland is to make anti-personnel mines again and lay them along its 800 km eastern border:"
            + cites("border-length"));
    page.line(
        "  5 to 6 million wanted"
            + cites("requirement")
            + ", from about 100,000 a year"
            + cites("rate-now")
            + " to up to 1.2 million"
            + cites("rate-next-year"));
    if (report == null) {
      page.line(
          page.caution("  not checked: ")
              + entries(Claim.class)
              + " claims; hold them against the report with --source FILE");
    } else {
      long found = report.count(ClaimResult.Status.FOUND_IN_TEXT);
      String summary = found + " of " + report.results().size() + " claims found in the text";
      page.line(
          "  "
              + (found == report.results().size() ? page.good(summary) : page.alarm(summary))
              + "; figures and dates that no claim covers: "
              + report.uncovered().size());
      report.results().stream()
          .filter(result -> result.status() != ClaimResult.Status.FOUND_IN_TEXT)
          .forEach(result ->
              page.line("  " + result.claim().claim() + ": " + result.misses().getFirst()));
    }
    page.blank();
  }

  private String cites(String claim) {
    return views.standing().stream()
        .filter(entry -> entry.body() instanceof Claim found && found.claim().text().equals(claim))
        .map(entry -> (Claim) entry.body())
        .map(found -> " [" + found.source() + ", paragraph " + found.paragraph() + "]")
        .findFirst()
        .orElse("");
  }

  private void howMany(Page page) {
    page.heading("1  How many, and where did each go?");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "made", number(-total(Account.Type.FACTORY)),
            "in depots", number(total(Account.Type.DEPOT)),
            "laid, still there", number(total(Account.Type.MINEFIELD))));
    rows.add(
        List.of(
            "opening stock", number(-total(Account.Type.OPENING)),
            "kept for training", number(total(Account.Type.RETAINED)),
            "with other states", number(total(Account.Type.TRANSFER))));
    rows.add(
        List.of(
            "missing",
            number(total(Account.Type.MISSING)),
            "in transit",
            number(total(Account.Type.TRANSIT)),
            "destroyed or set off",
            number(
                total(Account.Type.DESTROYED)
                    + total(Account.Type.CLEARED)
                    + total(Account.Type.DETONATED))));
    page.table(rows);
    long sum = totals.values().stream().reduce(0L, Math::addExact);
    page.line(
        "  "
            + (sum == 0 ? page.good("conserved to zero") : page.alarm("off by " + sum))
            + " over "
            + views.stock().lots().size()
            + " lots ["
            + views.stock().postings().size()
            + " lines of "
            + entries(Movement.class)
            + " movements and "
            + views.stock().consignments().size()
            + " consignments]");
    page.blank();
  }

  private static String number(long mines) {
    return "%,d".formatted(mines);
  }

  private void whereUnsafe(Page page) {
    page.heading("2  Where is it unsafe?");
    page.line(
        "  %d minefields on record, along a line in the open sea: the border turned 45° west, so"
            .formatted(views.land().fields().size()));
    page.line("  that no invented field names real ground");
    double left = 0;
    for (Name area : views.land().areas()) {
      left += views.land().balanceOf(area).stated().map(Figures::remaining).orElse(0.0);
    }
    page.line("  %,.0f m² of them are not released".formatted(left));
    checked(page, "in a field that is open", open);
    checked(page, "300 m north of it", Geodesics.arrival(open, 0, 300).position());
    checked(page, "in one that was cleared and released", released);
    checked(page, "10 km north of that", Geodesics.arrival(released, 0, 10_000).position());
    page.line("  what was not surveyed or released is not surveyed, never safe");
    border(page);
    page.blank();
  }

  private void checked(Page page, String where, Position place) {
    Verdict verdict = land.map().at(place, 0, 0).verdict();
    page.line(
        "  %s, %.5f N %.5f W: %s"
            .formatted(
                where, place.latitude(), -place.longitude(), new SafetyWords().verdict(verdict)));
  }

  /** The report's 800 kilometres, held against the real border as two sources draw it. */
  private static void border(Page page) {
    List<BorderLines> sources = List.of(BorderLines.stateRegister(), BorderLines.naturalEarth());
    page.line("  the border, measured (km); the report says 800:");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", sources.getFirst().source(), sources.getLast().source()));
    for (String neighbour : sources.getFirst().byNeighbour().keySet()) {
      rows.add(kilometres(neighbour, sources, List.of(neighbour)));
    }
    rows.add(kilometres("Russia and Belarus", sources, List.of("Russia", "Belarus")));
    rows.add(kilometres("with Lithuania too", sources, List.of("Russia", "Belarus", "Lithuania")));
    page.table(rows);
  }

  private static List<String> kilometres(
      String name, List<BorderLines> sources, List<String> neighbours) {
    List<String> row = new ArrayList<>(List.of(name));
    for (BorderLines source : sources) {
      row.add("%.1f".formatted(neighbours.stream().mapToDouble(source::kilometres).sum()));
    }
    return row;
  }

  private void lawful(Page page) {
    page.heading("3  Was it lawful?");
    Standing status = views.law().record().on(identity.state(), Instrument.APMBC, today);
    page.line(
        "  %s and the Ottawa Convention: %s since %s [%s]"
            .formatted(identity.state(), status.status(), status.from(), status.article()));
    Standing ukraine = views.law().record().on(new StateCode("UKR"), Instrument.APMBC, today);
    page.line(
        "  UKR: %s; its notified suspension is contested, both readings are kept"
            .formatted(ukraine.status()));
    List<Finding> shown = findings.stream().limit(MOST_FINDINGS).toList();
    for (Finding finding : shown) {
      String weight = finding.weight().name().toLowerCase(Locale.ROOT);
      page.line(
          "  "
              + (finding.weight() == Finding.Weight.UNLAWFUL
                  ? page.alarm(weight)
                  : page.caution(weight))
              + "  "
              + finding.what()
              + page.faint(
                  finding.causes().isEmpty()
                      ? ""
                      : " [" + cause(finding.causes().getFirst()) + "]"));
    }
    if (findings.size() > shown.size()) {
      page.line("  and " + (findings.size() - shown.size()) + " more findings");
    }
    page.blank();
  }

  private static String cause(Logged entry) {
    return entry.entry().fact().citations().stream()
        .map(Object::toString)
        .findFirst()
        .orElseGet(() -> EntryJson.brief(entry));
  }

  private void trust(Page page) {
    page.heading("4  Can I trust this?");
    page.line("  %,d entries, none ever changed; root of the log %s".formatted(size, root));
    page.line(
        "  checkpoint of "
            + "%,d".formatted(signedSize)
            + " entries, computed twice before it was signed with Ed25519 and ML-DSA-44");
    page.line(
        "  "
            + endorsements
            + " entries endorsed by a second person; the rest count in \"all\", not in \"endorsed\"");
    page.blank();
  }

  private void coming(Page page) {
    page.heading("What is coming?");
    OutlookAnswer.implied(page, scenario);
    page.line(
        "  forecasts rest on assumptions about "
            + OutlookAnswer.assumptions(scenario).stream().collect(Collectors.joining(", ")));
    page.blank();
  }

  private void next(Page page) {
    page.heading("Try next");
    page.line("  ./fenceline log key show > demo.policy");
    page.line("  ./fenceline prove " + example + " -o record.tlog-proof");
    page.line("  ./fenceline verify record.tlog-proof --policy demo.policy");
    page.line("  ./fenceline check %.5f N %.5f W".formatted(open.latitude(), -open.longitude()));
    page.line("  ./fenceline land balance EX-F1");
    page.line("  ./fenceline stock trace EX-L2");
    page.line("  ./fenceline stock balance --on 2026-06-30 --endorsed");
    page.line("  ./fenceline findings --rule unlawful-act");
    page.line("  ./fenceline law verdict POL transfer --to UKR --on 2026-06-01");
    page.line("  ./fenceline forecast examples/east-shield/scenario.yaml");
  }
}
