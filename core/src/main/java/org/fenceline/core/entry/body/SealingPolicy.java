package org.fenceline.core.entry.body;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.AgeRecipient;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Name;

/**
 * To whom attachments are encrypted. It counts once a second person endorsed it, because whoever it
 * names can read what is sealed from then on.
 *
 * @param policy short name by which it is asked for; of policies of one name the newest counts
 * @param recipients who can open what is sealed under it
 */
@Meaning("To whom attachments are encrypted.")
public record SealingPolicy(
    @Meaning("Short name; of policies of one name the newest that is endorsed counts.") Name policy,
    @Meaning("Who can open what is sealed under it.") List<Recipient> recipients)
    implements Body {

  /** Most recipients of one policy; each adds some 100 bytes to every attachment. */
  public static final int MOST_RECIPIENTS = 64;

  /** Fewest custodians of positions: a record of where mines lie must outlive the loss of a key. */
  public static final int FEWEST_CUSTODIANS_OF_POSITIONS = 2;

  /**
   * One key, and what it may open.
   *
   * @param name who holds it, an office rather than a person
   * @param role in what capacity
   * @param key the public key
   * @param kinds kinds of attachments that are encrypted to it; all when left out
   * @param split how the private key is shared out; escrow keys only
   */
  public record Recipient(
      @Meaning("Who holds the key, an office rather than a person.") Name name,
      @Meaning("In what capacity.") Role role,
      @Meaning("The public key, age1...") AgeRecipient key,
      @Meaning("Kinds of attachments that are encrypted to it; all when left out.")
          List<Attachment.Kind> kinds,
      @Meaning("How the private key is shared out; escrow keys only.") Optional<Split> split) {
    public Recipient {
      kinds = List.copyOf(kinds);
      if (split.isPresent() && role != Role.ESCROW) {
        throw new IllegalArgumentException(
            "the key of " + name + " is shared out; only an escrow key is");
      }
    }

    boolean opens(Attachment.Kind kind) {
      return kinds.isEmpty() || kinds.contains(kind);
    }
  }

  /** In what capacity somebody holds a key. */
  public enum Role {
    /** Opens attachments in the course of the work. */
    CUSTODIAN,
    /** Opens them when custodians cannot or will not; every such opening is break-glass. */
    ESCROW
  }

  /**
   * A private key of which each of several holders has a part.
   *
   * @param shares how many parts there are
   * @param needed how many of them give the key
   */
  public record Split(
      @Meaning("How many shares there are.") int shares,
      @Meaning("How many of them give the key.") int needed) {

    /** Most shares of one key. */
    public static final int MOST_SHARES = 64;

    public Split {
      if (needed < 2 || needed > shares || shares > MOST_SHARES) {
        throw new IllegalArgumentException(
            needed
                + " of "
                + shares
                + " shares is no split; at least 2 are needed, of at most "
                + MOST_SHARES);
      }
    }
  }

  public SealingPolicy {
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
      throw new IllegalArgumentException("a policy has 1 to " + MOST_RECIPIENTS + " recipients");
    }
    refuseTwice(recipients.stream().map(recipient -> recipient.name().text()));
    refuseTwice(recipients.stream().map(recipient -> recipient.key().text()));
    for (Attachment.Kind kind : Attachment.Kind.values()) {
      refuseTooFew(recipients, kind);
    }
  }

  private static void refuseTwice(Stream<String> texts) {
    List<String> all = texts.toList();
    all.stream()
        .filter(text -> all.indexOf(text) < all.lastIndexOf(text))
        .findFirst()
        .ifPresent(text -> {
          throw new IllegalArgumentException(text + " stands twice; name each recipient once");
        });
  }

  private static void refuseTooFew(List<Recipient> recipients, Attachment.Kind kind) {
    List<Recipient> able = recipients.stream().filter(recipient -> recipient.opens(kind)).toList();
    long custodians = able.stream().filter(r -> r.role() == Role.CUSTODIAN).count();
    // APII TA 1(c) keeps copies of records where they are safe: one key alone is not.
    int fewest = kind == Attachment.Kind.POSITIONS ? FEWEST_CUSTODIANS_OF_POSITIONS : 1;
    if (!able.isEmpty() && custodians < fewest) {
      throw new IllegalArgumentException(
          "%s would have %d of the %d custodians they need; name more, or leave the kind out"
              .formatted(
                  kind == Attachment.Kind.PHOTOGRAPH
                      ? "photographs"
                      : kind.word() + (kind == Attachment.Kind.PERSONAL ? " attachments" : ""),
                  custodians,
                  fewest));
    }
  }

  /** Who can open attachments of a kind. */
  public List<Recipient> recipientsOf(Attachment.Kind kind) {
    return recipients.stream().filter(recipient -> recipient.opens(kind)).toList();
  }

  /** Whether a key opens attachments of a kind in the course of the work. */
  public boolean isCustodian(AgeRecipient key, Attachment.Kind kind) {
    return recipientsOf(kind).stream()
        .anyMatch(recipient -> recipient.role() == Role.CUSTODIAN && recipient.key().equals(key));
  }
}
