package org.fenceline.exchange.treaties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What attributes and recipients change, by trying out every way in which the unknown may turn out:
 * if all of them are prohibited, the act is; if some are, it is restricted. Nothing is shared with
 * the engine.
 */
final class NaiveConditions {
  private final NaiveLaw law;

  NaiveConditions(NaiveLaw law) {
    this.law = law;
  }

  /** Sender and recipient, such as {@code RESTRICTED / PROHIBITED contested}. */
  String transfer(
      String sender,
      String act,
      String item,
      Optional<String> to,
      LocalDate on,
      Map<String, Boolean> known) {
    String plain = law.verdict(sender, act, item, on);
    boolean protocol = law.bound("CCW-APII-1996", sender, on) && !item.equals("command-detonated");
    boolean outside = to.isPresent() && !law.bound("CCW-APII-1996", to.get(), on);
    boolean noState = Boolean.FALSE.equals(known.get("recipientIsState"));
    boolean refuses =
        outside && item.equals("ap-mine") && Boolean.FALSE.equals(known.get("recipientAgrees"));
    boolean badMine =
        item.equals("ap-mine")
            && completions(known).stream()
                .allMatch(
                    mine -> !mine.detectable() || (mine.remotelyDelivered() && !mine.destroys()));
    boolean forbidden = protocol && (noState || refuses || badMine);
    String own = forbidden ? "PROHIBITED" : plain.replace(" contested", "");
    boolean contested = plain.endsWith("contested") && !forbidden;
    if (to.isEmpty()) {
      return own + (contested ? " contested" : "");
    }
    String other = acquires(to.get(), act, item, on, true);
    contested |= !other.equals(acquires(to.get(), act, item, on, false));
    return own + " / " + other + (contested ? " contested" : "");
  }

  private String acquires(String state, String act, String item, LocalDate on, boolean protective) {
    String plain = law.verdict(state, "acquire", item, on);
    if (plain.endsWith("contested") && !protective) {
      return "NOT_PROHIBITED";
    }
    return switch (plain.replace(" contested", "")) {
      case "PROHIBITED" ->
          switch (act) {
            case "transfer" -> "PROHIBITED";
            case "transfer-for-training" -> "RESTRICTED";
            default -> "REPORTABLE";
          };
      case "RESTRICTED" -> act.equals("transfer") ? "RESTRICTED" : "NOT_PROHIBITED";
      default -> "NOT_PROHIBITED";
    };
  }

  /** Laying anti-personnel mines, by a state that the APMBC does not bind. */
  String use(String state, LocalDate on, boolean conflict, Map<String, Boolean> known) {
    if (law.bound("APMBC", state, on)) {
      throw new AssertionError(state + " is bound on " + on);
    }
    boolean forbidden =
        law.bound("CCW-APII-1996", state, on)
            && completions(known).stream()
                .allMatch(mine ->
                    !mine.detectable()
                        || (!mine.destroys()
                            && (mine.remotelyDelivered() || !mine.perimeterMarked())));
    return forbidden ? "PROHIBITED" + (conflict ? "" : " contested") : "RESTRICTED";
  }

  /** One way in which what is not known may turn out; destroys is both halves of TA 3. */
  private record Mine(
      boolean detectable, boolean remotelyDelivered, boolean destroys, boolean perimeterMarked) {}

  private static List<Mine> completions(Map<String, Boolean> known) {
    List<Mine> all = new ArrayList<>();
    for (boolean detectable : ways(known, "detectable")) {
      for (boolean remote : ways(known, "remotelyDelivered")) {
        for (boolean destruct : ways(known, "selfDestruct")) {
          for (boolean deactivates : ways(known, "selfDeactivation")) {
            for (boolean marked : ways(known, "perimeterMarked")) {
              all.add(new Mine(detectable, remote, destruct && deactivates, marked));
            }
          }
        }
      }
    }
    return all;
  }

  private static List<Boolean> ways(Map<String, Boolean> known, String name) {
    Boolean value = known.get(name);
    return value == null ? List.of(true, false) : List.of(value);
  }
}
