package org.fenceline.cli.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.Standing;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.finding.Keeping;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.place.Country;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.status.TreatyFacts;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.exchange.borders.CountryOutlines;
import org.fenceline.exchange.treaties.BuiltInTreaties;
import org.fenceline.store.Identity;
import org.fenceline.store.Reading;

/** Folds what a register holds, as of two times, into what the rules look at. */
public final class RegisterViews {
  private RegisterViews() {}

  /** The views of a register. */
  public static Views of(Reading reading, AsOf asOf) {
    List<Logged> standing = reading.standing(asOf);
    Identity identity = reading.identity();
    // Exercises refuse real ground when it is recorded.
    Optional<Country> country =
        identity.exercise() ? Optional.empty() : CountryOutlines.of(identity.state());
    return Views.of(
        identity.state(), country, asOf.on(), standing, law(standing), keeping(reading, asOf));
  }

  private static Keeping keeping(Reading reading, AsOf asOf) {
    List<List<Logged>> forks =
        reading.threadsWithCorrections().stream()
            .map(reading::thread)
            .map(thread -> Standing.forks(thread, asOf.clock()))
            .filter(fork -> !fork.isEmpty())
            .toList();
    return new Keeping(
        forks,
        reading.clashes().stream().map(reading::find).toList(),
        reading.waiting(),
        reading.antedated(),
        reading.missingAttachments());
  }

  /** The law by the built-in treaty data and what the register adds to them. */
  private static Law law(List<Logged> standing) {
    TreatyFacts builtIn = BuiltInTreaties.read();
    List<TreatyAction> actions = with(builtIn.actions(), standing, TreatyAction.class);
    List<ArmedConflict> conflicts = with(builtIn.conflicts(), standing, ArmedConflict.class);
    return new Law(new TreatyRecord(new TreatyFacts(builtIn.asOf(), actions, conflicts)));
  }

  private static <T> List<T> with(List<T> builtIn, List<Logged> standing, Class<T> type) {
    List<T> all = new java.util.ArrayList<>(builtIn);
    standing.stream()
        .map(Logged::body)
        .filter(type::isInstance)
        .map((Function<Object, T>) type::cast)
        .filter(recorded -> !builtIn.contains(recorded))
        .forEach(all::add);
    return all;
  }
}
