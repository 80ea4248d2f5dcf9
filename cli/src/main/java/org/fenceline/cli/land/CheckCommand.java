package org.fenceline.cli.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.land.check.LandFacts;
import org.fenceline.core.land.check.RouteAnswer;
import org.fenceline.core.land.check.RouteCheck;
import org.fenceline.core.land.check.SafetyAnswer;
import org.fenceline.core.land.check.Verdict;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.grid.PublicAnswer;
import org.fenceline.core.land.grid.PublicLayer;
import org.fenceline.exchange.position.PositionReading;
import org.fenceline.exchange.position.PositionText;
import org.fenceline.store.Identity;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline check}. */
@Command(
    name = "check",
    description = {
      "May I walk here? The worst that the records say of a point: DANGER, CAUTION, NOT SURVEYED, or",
      "NO KNOWN HAZARD ON SURVEYED LAND. Nothing is ever called safe because nobody recorded it.",
      "Only endorsed releases, signed by two registered persons, make ground better than NOT SURVEYED.",
      "Exit code 1 for DANGER and CAUTION. --public answers as everybody may be answered."
    },
    footer = {
      "  fenceline check 52.1234 N 22.5678 E",
      "  fenceline check 34UEC1234567890 --margin 80m",
      "  fenceline check \"52 7 24 N, 22 34 4 E\" --accuracy 10m --json",
      "  fenceline check 52.1234 N 22.5678 E --public",
      "  fenceline check --route walk.gpx --margin 80m"
    })
public final class CheckCommand extends RegisterCommand {
  private static final Pattern METRES = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*m?");

  @Parameters(
      paramLabel = "POINT",
      arity = "0..*",
      description = "The place: decimal degrees, degrees minutes seconds, UTM or MGRS.")
  private List<String> point = new ArrayList<>();

  @Option(
      names = "--route",
      paramLabel = "FILE",
      description = "Instead of a point, the tracks and routes of this GPX file.")
  private @Nullable String route;

  @Option(
      names = "--margin",
      paramLabel = "METRES",
      description =
          "Distance to keep from every danger; may raise the authority's margin, never lower it.")
  private @Nullable String margin;

  @Option(
      names = "--accuracy",
      defaultValue = "0",
      paramLabel = "METRES",
      description = "How far off the point itself may be, as the device that measured it tells.")
  private String accuracy = "";

  @Option(
      names = "--public",
      description =
          "Answer from the public layer alone: cells of 1 km for what is restricted, no names.")
  private boolean isPublic;

  @Override
  public Integer call() throws MalformedInput {
    double accuracyMetres = metres("--accuracy", accuracy);
    if (route != null) {
      return callRoute(route, accuracyMetres);
    }
    if (point.isEmpty()) {
      throw usage("which place? write a POINT, or name a GPX file with --route");
    }
    PositionReading place = PositionText.read(String.join(" ", point));
    try (Register register = open();
        Reading reading = register.read()) {
      // Few digits name a square; the point lies no farther from its middle than half its diagonal.
      double off = accuracyMetres + place.resolutionMetres() * Math.sqrt(0.5);
      if (isPublic) {
        return callPublic(register, reading, place.position(), off);
      }
      LandFacts.Known known = KnownLand.of(reading);
      double kept = margin(known.map().marginMetres());
      SafetyAnswer answer = known.map().at(place.position(), off, kept);
      String newest =
          reading
              .at(reading.size() - 1)
              .map(entry -> entry.entry().recordedAt().toString())
              .orElse("-");
      Optional<String> abroad = abroad(register.identity(), place.position(), answer.verdict());
      answer(
          register.identity(),
          json(place.position(), answer, known, kept, newest).putIfPresent("outsideOf", abroad),
          page -> {
            tell(page, answer, known, kept, off, newest);
            abroad.ifPresent(country -> page.line(new SafetyWords().of("abroad", country)));
          });
      return exitCode(answer.verdict());
    }
  }

  private Integer callRoute(String file, double accuracyMetres) throws MalformedInput {
    if (!point.isEmpty() || isPublic) {
      throw usage("--route stands alone: without a POINT, and without --public");
    }
    List<List<Position>> ways;
    try {
      ways = RouteFile.read(surroundings().file(file));
    } catch (MalformedInput e) {
      throw e.in(file);
    }
    try (Register register = open();
        Reading reading = register.read()) {
      LandFacts.Known known = KnownLand.of(reading);
      double kept = margin(known.map().marginMetres());
      List<RouteAnswer> answers = new ArrayList<>();
      for (List<Position> way : ways) {
        answers.add(RouteCheck.of(known.map(), way, accuracyMetres, kept));
        if (ways.size() > 1) {
          progress("judged " + answers.size() + " of " + ways.size() + " ways ...");
        }
      }
      Homeland home = Homeland.of(register.identity());
      boolean isAbroad = ways.stream().flatMap(List::stream).anyMatch(home.isAbroad());
      RoutePage page =
          new RoutePage(
              answers, known, kept, isAbroad ? Optional.of(home.name()) : Optional.empty());
      answer(register.identity(), page.json(), page::tell);
      return exitCode(page.worst());
    }
  }

  private Integer callPublic(Register register, Reading reading, Position place, double off) {
    PublicLayer layer = KnownLand.publicLayer(KnownLand.publicFacts(reading), "--public");
    double kept = margin(layer.marginMetres());
    PublicAnswer answer = layer.at(place, off, kept);
    PublicCheck check = new PublicCheck(answer, kept);
    Optional<String> abroad = abroad(register.identity(), place, answer.verdict());
    answer(
        register.identity(),
        check.json(place).putIfPresent("outsideOf", abroad),
        page -> {
          check.tell(page, off);
          abroad.ifPresent(country -> page.line(new SafetyWords().of("abroad", country)));
        });
    return exitCode(answer.verdict());
  }

  /** The register's country, where a place of which nothing is known lies outside it. */
  private static Optional<String> abroad(Identity identity, Position place, Verdict verdict) {
    if (verdict != Verdict.NOT_SURVEYED) {
      return Optional.empty();
    }
    Homeland home = Homeland.of(identity);
    return home.isAbroad().test(place) ? Optional.of(home.name()) : Optional.empty();
  }

  private static Integer exitCode(Verdict verdict) {
    return verdict.compareTo(Verdict.CAUTION) <= 0 ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private double margin(double authoritysMetres) {
    if (margin == null) {
      return authoritysMetres;
    }
    double asked = metres("--margin", margin);
    if (asked < authoritysMetres) {
      throw usage(
          "--margin: the authority's margin is "
              + authoritysMetres
              + " m; it may be raised, never lowered");
    }
    return asked;
  }

  private double metres(String option, String text) {
    Matcher metres = METRES.matcher(text);
    if (!metres.matches()) {
      throw usage(option + ": \"" + text + "\" is no distance; write 80m");
    }
    return new BigDecimal(metres.group(1)).doubleValue();
  }

  private static Json.Builder json(
      Position place, SafetyAnswer answer, LandFacts.Known known, double kept, String newest) {
    SafetyWords words = new SafetyWords();
    List<Json> nearest = new ArrayList<>();
    for (SafetyAnswer.Near near : answer.nearest()) {
      nearest.add(
          Json.object()
              .put("kind", near.danger().kind().name().toLowerCase(java.util.Locale.ROOT))
              .put("name", near.danger().name())
              .put("metres", SafetyWords.metresDown(near.metres()))
              .put("azimuthDegrees", Long.toString(Math.round(near.azimuthDegrees())))
              .build());
    }
    return Json.object()
        .put("longitude", place.longitudeText())
        .put("latitude", place.latitudeText())
        .put("verdict", SafetyWords.code(answer.verdict()))
        .put("reasons", Json.strings(answer.reasons().stream().map(words::reason).toList()))
        .put("marginMetres", Double.toString(kept))
        .put("nearest", new Json.Arr(nearest))
        .put("newestRecord", newest)
        .put("withoutPlace", known.withoutPlace());
  }

  private static void tell(
      Page page,
      SafetyAnswer answer,
      LandFacts.Known known,
      double kept,
      double off,
      String newest) {
    SafetyWords words = new SafetyWords();
    words.tellVerdict(page, answer.verdict());
    answer.reasons().forEach(reason -> page.line("  " + words.reason(reason)));
    answer.surveyed().ifPresent(ground -> page.line("  " + words.released(ground)));
    if (answer.nearest().isEmpty()) {
      page.line(words.of("nearest.none"));
    } else {
      page.line(words.of("nearest"));
      answer.nearest().forEach(near -> page.line("  " + words.near(near)));
    }
    page.line(words.of("margin", SafetyWords.metresUp(kept), SafetyWords.metresUp(off)));
    page.line(words.of("newest", newest, known.withoutPlace()));
  }
}
