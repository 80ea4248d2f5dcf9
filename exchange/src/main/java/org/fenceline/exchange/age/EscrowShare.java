package org.fenceline.exchange.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.body.SealingPolicy.Split;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.AgeRecipient;
import org.fenceline.core.entry.value.Sha256;

/**
 * One holder's part of an escrow key, as a text of five lines that can be printed and typed in
 * again. It says which key it is part of, which part, and how many are needed; its last line is a
 * check value over the others, so that a slip of the pen is told.
 *
 * <pre>
 * fenceline-escrow-share/v1
 * key age1...
 * share 2 of 5, 3 needed
 * part 64 hexadecimal digits, in groups of 8
 * check 16 hexadecimal digits
 * </pre>
 */
public final class EscrowShare {
  private static final String HEADER = "fenceline-escrow-share/v1";
  private static final Pattern NUMBERS =
      Pattern.compile("share ([1-9]\\d?) of ([1-9]\\d?), ([1-9]\\d?) needed");
  private static final int GROUP = 8;
  private static final int CHECK_DIGITS = 16;
  private static final int LONGEST = 2_000;

  private final AgeRecipient key;
  private final Split split;
  private final int number;
  private final byte[] part;

  /**
   * A share.
   *
   * @param key the public part of the key that is shared out
   * @param split how many shares there are, and how many are needed
   * @param number which share this is, from 1
   * @param part 32 bytes
   */
  EscrowShare(AgeRecipient key, Split split, int number, byte[] part) {
    if (number < 1 || number > split.shares() || part.length != AgeIdentity.SECRET_BYTES) {
      throw new IllegalArgumentException("no share " + number + " of " + split.shares());
    }
    this.key = key;
    this.split = split;
    this.number = number;
    this.part = part.clone();
  }

  public AgeRecipient key() {
    return key;
  }

  public Split split() {
    return split;
  }

  public int number() {
    return number;
  }

  byte[] part() {
    return part.clone();
  }

  /** The share as its holder keeps it. */
  public String text() {
    String said = said();
    return said + "check " + check(said) + "\n";
  }

  private String said() {
    String digits = HexFormat.of().formatHex(part);
    return "%s\nkey %s\nshare %d of %d, %d needed\npart %s\n"
        .formatted(
            HEADER,
            key,
            number,
            split.shares(),
            split.needed(),
            digits.replaceAll("(.{" + GROUP + "})(?!$)", "$1 "));
  }

  // What the share says is not secret from whoever holds it, and 64 bits of a digest over 256
  // random ones tell nobody else anything.
  private static String check(String said) {
    return Sha256.of(said.getBytes(US_ASCII)).hex().substring(0, CHECK_DIGITS);
  }

  /**
   * Reads a share.
   *
   * @throws MalformedInput when it is none, or its check value tells that a character of it is
   *     wrong
   */
  public static EscrowShare parse(String text) throws MalformedInput {
    List<String> lines =
        text.length() > LONGEST ? List.of() : text.strip().lines().map(String::strip).toList();
    if (lines.size() != 5 || !lines.getFirst().equals(HEADER)) {
      throw refused(1, "is no share of an escrow key", "name a file made by seal escrow new");
    }
    Matcher numbers = NUMBERS.matcher(lines.get(2));
    if (!numbers.matches() || !lines.get(4).startsWith("check ")) {
      throw damaged(numbers.matches() ? 5 : 3);
    }
    EscrowShare share;
    try {
      share =
          new EscrowShare(
              new AgeRecipient(after("key ", lines.get(1))),
              new Split(Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(3))),
              Integer.parseInt(numbers.group(1)),
              HexFormat.of().parseHex(after("part ", lines.get(3)).replace(" ", "")));
    } catch (IllegalArgumentException e) {
      throw damaged(2);
    }
    if (!after("check ", lines.get(4)).equals(check(share.said()))) {
      throw damaged(5);
    }
    return share;
  }

  private static String after(String word, String line) {
    if (!line.startsWith(word)) {
      throw new IllegalArgumentException("expected " + word);
    }
    return line.substring(word.length());
  }

  private static MalformedInput damaged(int line) {
    return refused(
        line, "the share and its check value do not fit", "compare it with the holder's original");
  }

  private static MalformedInput refused(int line, String message, String mend) {
    return new MalformedInput(new Problem("seal.share", Place.ofLine(line), message, mend));
  }

  /** Never the part. */
  @Override
  public String toString() {
    return "share " + number + " of " + split.shares() + " of " + key;
  }
}
