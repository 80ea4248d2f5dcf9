package org.fenceline.exchange.age;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.fenceline.core.entry.body.SealingPolicy.Split;
import org.fenceline.core.entry.json.MalformedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of an escrow key: enough of them give it, anything else is told. */
class EscrowSplitTest {
  private static final Split THREE_OF_FIVE = new Split(5, 3);

  private final SecureRandom random = new SecureRandom();
  private final AgeIdentity key = AgeIdentity.create(random);
  private final List<EscrowShare> shares = EscrowSplit.split(key, THREE_OF_FIVE, random);

  private static String code(List<EscrowShare> shares) {
    try {
      return EscrowSplit.combine(shares).recipient().text();
    } catch (MalformedInput e) {
      return e.problems().getFirst().code();
    }
  }

  private static List<EscrowShare> chosen(List<EscrowShare> shares, int bits) {
    List<EscrowShare> chosen = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if ((bits >> i & 1) == 1) {
        chosen.add(shares.get(i));
      }
    }
    return chosen;
  }

  @Test
  void anyThreeOfFiveGiveTheKeyAndFewerAreTold() {
    for (int bits = 1; bits < 1 << shares.size(); bits++) {
      List<EscrowShare> some = chosen(shares, bits);
      for (List<EscrowShare> order : List.of(some, some.reversed())) {
        assertThat(code(order))
            .as(some.toString())
            .isEqualTo(some.size() < 3 ? "seal.shares-few" : key.recipient().text());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 2", "64, 2", "64, 64"})
  void everySplitGivesItsKeyBack(int count, int needed) throws Exception {
    List<EscrowShare> all = EscrowSplit.ofNewKey(new Split(count, needed), random);
    AgeIdentity back = EscrowSplit.combine(all.subList(count - needed, count));
    assertThat(back.recipient()).isEqualTo(all.getFirst().key());
    byte[] sealed = AgeFile.encrypt(new byte[] {1, 2, 3}, List.of(back.recipient()));
    assertThat(AgeFile.open(sealed, List.of(back)).releaseAfter(() -> {})).containsExactly(1, 2, 3);
  }

  @Test
  void theSameShareTwiceCountsOnce() {
    assertThat(code(List.of(shares.get(0), shares.get(0), shares.get(1))))
        .isEqualTo("seal.shares-few");
    assertThat(code(List.of(shares.get(0), shares.get(0), shares.get(1), shares.get(4))))
        .isEqualTo(key.recipient().text());
  }

  @Test
  void sharesOfAnotherKeyOrSplittingAreTold() {
    List<EscrowShare> others = EscrowSplit.ofNewKey(THREE_OF_FIVE, random);
    assertThat(code(List.of(shares.get(0), shares.get(1), others.get(2))))
        .isEqualTo("seal.shares-mixed");
    List<EscrowShare> again = EscrowSplit.split(key, THREE_OF_FIVE, random);
    assertThat(code(List.of(shares.get(0), shares.get(1), again.get(2))))
        .as("the same key, shared out a second time")
        .isEqualTo("seal.shares-wrong");
    assertThat(code(List.of(shares.get(0), again.get(0), shares.get(1), shares.get(2))))
        .isEqualTo("seal.shares-mixed");
    List<EscrowShare> twoOfFive = EscrowSplit.split(key, new Split(5, 2), random);
    assertThat(code(List.of(shares.get(0), shares.get(1), twoOfFive.get(2))))
        .isEqualTo("seal.shares-mixed");
  }

  @Test
  void aShareThatSomebodyMadeUpIsTold() {
    byte[] part = shares.get(2).part();
    part[7] ^= 1;
    EscrowShare forged = new EscrowShare(key.recipient(), THREE_OF_FIVE, 3, part);
    assertThat(code(List.of(shares.get(0), shares.get(1), forged))).isEqualTo("seal.shares-wrong");
    EscrowShare renumbered =
        new EscrowShare(key.recipient(), THREE_OF_FIVE, 4, shares.get(2).part());
    assertThat(code(List.of(shares.get(0), shares.get(1), renumbered)))
        .isEqualTo("seal.shares-wrong");
  }

  @Test
  void aShareReadsBackAndEveryCharacterThatIsWrongIsTold() throws Exception {
    String text = shares.get(1).text();
    assertThat(EscrowShare.parse(text).text()).isEqualTo(text);
    assertThat(EscrowShare.parse("\n  " + text.replace("\n", "  \r\n")).number()).isEqualTo(2);
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isWhitespace(text.charAt(at))) {
        char wrong = text.charAt(at) == '3' ? '4' : '3';
        String slipped = text.substring(0, at) + wrong + text.substring(at + 1);
        assertThat(isRefused(slipped)).as("character " + at + " of\n" + slipped).isTrue();
      }
    }
    assertThat(isRefused("")).isTrue();
    assertThat(isRefused(text.repeat(20))).isTrue();
  }

  private static boolean isRefused(String text) {
    try {
      EscrowShare.parse(text);
      return false;
    } catch (MalformedInput e) {
      return e.problems().getFirst().code().equals("seal.share");
    }
  }

  @Test
  void oneShareHoldsNothingOfTheKey() {
    String secret = HexFormat.of().formatHex(key.secret());
    for (EscrowShare share : shares) {
      String text = share.text().replace(" ", "");
      assertThat(text).doesNotContain(secret).doesNotContain("SECRET");
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "2, 3", "65, 2", "0, 0"})
  void whatIsNoSplitIsRefused(int count, int needed) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Split(count, needed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no split");
  }
}
