package org.fenceline.bench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That ratios, their file and their page say what was measured. */
class RoundsTest {
  private static final Aim AIM =
      new Aim(
          "sums",
          "sums",
          "numbers",
          Goal.atLeast(3),
          new Aim.Sizes(1, 2, 3),
          "memory holds it back");

  private static Result result(String job, double median, String note) {
    return new Result(
        job,
        1_000,
        "Peer 1, \"quoted\"",
        new Rounds.Measured(new Ratio(median, 1.5, 4), 5, 0.25, 2_500),
        note,
        "machine, loaded",
        LocalDate.of(2026, 11, 25));
  }

  /** Turns of set lengths. */
  private static final class Scripted implements Contest<String> {
    private final String peersAnswer;
    private final List<String> order = new ArrayList<>();

    Scripted(String peersAnswer) {
      this.peersAnswer = peersAnswer;
    }

    @Override
    public String peer() {
      return "peer";
    }

    @Override
    public Turn<String> ours() {
      order.add("ours");
      return new Turn<>(10, "same");
    }

    @Override
    public Turn<String> peers() {
      order.add("peer");
      return new Turn<>(40, peersAnswer);
    }

    @Override
    public Optional<String> difference(String ours, String peers) {
      return ours.equals(peers) ? Optional.empty() : Optional.of(ours + " against " + peers);
    }
  }

  @Test
  void aRatioIsToldTheWayRoundItsGoalIs() {
    assertThat(Goal.atLeast(3).ratio(10, 40)).isEqualTo(4);
    assertThat(Goal.atMost(3).ratio(10, 40)).isEqualTo(0.25);
    assertThat(Goal.atLeast(3).isMetBy(2.9)).isFalse();
    assertThat(Goal.atLeast(3).isMetBy(3)).isTrue();
    assertThat(Goal.atMost(1.5).isMetBy(1.6)).isFalse();
    assertThat(Goal.atMost(1.5).isMetBy(1.5)).isTrue();
    assertThat(Goal.atLeast(1_000).text()).isEqualTo("≥ 1,000×");
    assertThat(Goal.atMost(1.5).text()).isEqualTo("≤ 1.5×");
  }

  @Test
  void theMedianIsTheMiddleRound() {
    assertThat(Ratio.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Ratio(2, 1, 9));
    assertThat(Ratio.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Ratio(3, 1, 9));
  }

  @Test
  void theTwoTakeTurnsAtGoingFirst() throws Exception {
    Scripted contest = new Scripted("same");
    Rounds.Measured measured = Rounds.run(contest, Goal.atLeast(3), 3);
    assertThat(measured.ratio()).isEqualTo(new Ratio(4, 4, 4));
    assertThat(contest.order.subList(contest.order.size() - 6, contest.order.size()))
        .containsExactly("ours", "peer", "peer", "ours", "ours", "peer");
  }

  @Test
  void differentAnswersAreNoRatio() {
    assertThatThrownBy(() -> Rounds.run(new Scripted("other"), Goal.atLeast(3), 3))
        .isInstanceOf(AnswersDiffer.class)
        .hasMessageContaining("same against other");
  }

  @Test
  void resultsStayUntilTheyAreMeasuredAgain() throws Exception {
    Results first =
        Results.parse("").with(result("sums", 2, "a note, with a comma")).with(result("b", 3, ""));
    Results again = Results.parse(first.text());
    assertThat(again).isEqualTo(first);
    Results renewed = again.with(result("sums", 5, ""));
    assertThat(renewed.byJob().get("b")).isEqualTo(first.byJob().get("b"));
    assertThat(renewed.byJob().get("sums")).isEqualTo(result("sums", 5, ""));
  }

  @Test
  void thePageTellsWhatWasMissedAndWhy() throws Exception {
    String missed = Page.of(List.of(AIM), Results.parse("").with(result("sums", 2, "")));
    assertThat(missed)
        .contains("| sums | 1,000 numbers | Peer 1, \"quoted\" | ≥ 3× | 2.00× (1.50 to 4.00) |")
        .contains("**missed**")
        .contains("250 µs, 2.5 s")
        .contains("Missed: memory holds it back.");
    String met = Page.of(List.of(AIM), Results.parse("").with(result("sums", 3, "")));
    assertThat(met).contains("| met |").doesNotContain("issed");
    assertThat(Page.of(List.of(AIM), Results.parse(""))).contains("| not run |");
  }
}
