package org.fenceline.exchange.age;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.fenceline.core.entry.body.SealingPolicy.Split;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/**
 * Shamir's splitting of an escrow key by Bouncy Castle, in GF(2^8). The library gives a wrong
 * secret in silence when shares are too few or wrong; here the public key of what comes out must be
 * the one that the shares name.
 */
public final class EscrowSplit {
  private EscrowSplit() {}

  /** Shares out a new key; the key itself is forgotten. */
  public static List<EscrowShare> ofNewKey(Split split, SecureRandom random) {
    return split(AgeIdentity.create(random), split, random);
  }

  static List<EscrowShare> split(AgeIdentity identity, Split split, SecureRandom random) {
    ShamirSplitSecretShare[] parts =
        ShamirSecretSplitter.getInstance(Algorithm.AES, AgeIdentity.SECRET_BYTES, random)
            .resplit(identity.secret(), split.needed(), split.shares())
            .getSecretShares();
    List<EscrowShare> shares = new ArrayList<>();
    for (ShamirSplitSecretShare part : parts) {
      shares.add(new EscrowShare(identity.recipient(), split, shares.size() + 1, encoded(part)));
    }
    return shares;
  }

  private static byte[] encoded(ShamirSplitSecretShare part) {
    try {
      return part.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read or written here", e);
    }
  }

  /**
   * The key that shares give.
   *
   * @throws MalformedInput when they are too few, of different keys, or one is not what was handed
   *     out
   */
  public static AgeIdentity combine(List<EscrowShare> shares) throws MalformedInput {
    EscrowShare first = shares.getFirst();
    for (EscrowShare share : shares) {
      if (!share.key().equals(first.key()) || !share.split().equals(first.split())) {
        throw refused(
            "seal.shares-mixed",
            "share %d is of %s, share %d of another key or splitting, %s"
                .formatted(first.number(), first.key(), share.number(), share.key()),
            "take shares that were handed out together");
      }
    }
    for (EscrowShare share : shares) {
      for (EscrowShare other : shares) {
        if (share.number() == other.number() && !Arrays.equals(share.part(), other.part())) {
          throw refused(
              "seal.shares-mixed",
              "share %d is here twice, differently".formatted(share.number()),
              "take shares that were handed out together");
        }
      }
    }
    TreeSet<Integer> numbers = new TreeSet<>(shares.stream().map(EscrowShare::number).toList());
    if (numbers.size() < first.split().needed()) {
      throw refused(
          "seal.shares-few",
          "of the %d shares %d different ones are needed, here are %s"
              .formatted(first.split().shares(), first.split().needed(), numbers),
          "ask more holders");
    }
    AgeIdentity identity = combined(distinct(shares));
    if (!identity.recipient().equals(first.key())) {
      throw refused(
          "seal.shares-wrong",
          "the shares %s do not give the key of %s: one of them is not what was handed out"
              .formatted(numbers, first.key()),
          "try with another holder's share in the place of each");
    }
    return identity;
  }

  private static List<EscrowShare> distinct(List<EscrowShare> shares) {
    TreeSet<Integer> seen = new TreeSet<>();
    return shares.stream().filter(share -> seen.add(share.number())).toList();
  }

  private static AgeIdentity combined(List<EscrowShare> shares) {
    ShamirSplitSecretShare[] parts =
        shares.stream()
            .map(share -> new ShamirSplitSecretShare(share.part(), share.number()))
            .toArray(ShamirSplitSecretShare[]::new);
    try {
      return AgeIdentity.ofSecret(ShamirSplitSecret.getInstance(Algorithm.AES, parts).getSecret());
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read or written here", e);
    }
  }

  private static MalformedInput refused(String code, String message, String mend) {
    return new MalformedInput(new Problem(code, Place.ofField("--share"), message, mend));
  }
}
