package org.fenceline.core.entry.value;

import java.util.Locale;
import java.util.Optional;

/**
 * Where mines can be, or come from, in the double-entry ledger: a type, and the name of the place
 * where the type has places.
 *
 * @param type what the account stands for
 * @param name the depot, field, state, institution or consignment; empty where the type has one
 *     account only
 */
public record Account(Type type, Optional<Name> name) implements Comparable<Account> {

  /** The types of accounts. */
  public enum Type {
    /** Made by a factory; only gives. */
    FACTORY(false, true),
    /** Held when the register was opened; only gives. */
    OPENING(false, true),
    /** Stock that turned up later; only gives. */
    DISCOVERED(false, true),
    /** Met in the ground of an area, never laid by this ledger; only gives. */
    FOUND(true, true),
    /** In a depot. */
    DEPOT(true, false),
    /** On the way, by consignment. */
    TRANSIT(true, false),
    /** Kept for training by an institution (APMBC Art. 3(1)). */
    RETAINED(true, false),
    /** With another state; imports come from it. */
    TRANSFER(true, false),
    /** In the ground of a recorded minefield. */
    MINEFIELD(true, false),
    /** Cannot be found; recovered losses come from it. */
    MISSING(false, false),
    /** Destroyed in stock. */
    DESTROYED(false, false),
    /** Lifted and destroyed in clearance. */
    CLEARED(false, false),
    /** Set off. */
    DETONATED(false, false);

    private final boolean named;
    private final boolean onlyGives;
    private final String word = name().toLowerCase(Locale.ROOT);

    Type(boolean named, boolean onlyGives) {
      this.named = named;
      this.onlyGives = onlyGives;
    }

    /** Whether accounts of this type are told apart by a name. */
    public boolean isNamed() {
      return named;
    }

    /** Whether mines only ever come out of it. */
    public boolean onlyGives() {
      return onlyGives;
    }

    /** Whether a balance below zero cannot be: other states may send more than they received. */
    public boolean holdsNoLessThanNothing() {
      return !onlyGives && this != TRANSFER;
    }

    String word() {
      return word;
    }
  }

  public Account {
    if (type.isNamed() != name.isPresent()) {
      throw new IllegalArgumentException(
          type.isNamed()
              ? "the account \"" + type.word() + "\" needs a name; write " + type.word() + ":NAME"
              : "the account \"" + type.word() + "\" has no name; write " + type.word());
    }
    if (type == Type.TRANSFER) {
      StateCode.parse(name.orElseThrow().text());
    }
  }

  public static Account of(Type type) {
    return new Account(type, Optional.empty());
  }

  public static Account of(Type type, Name name) {
    return new Account(type, Optional.of(name));
  }

  /** Reads {@code depot:WEST}, {@code transfer:UKR}, {@code factory}. */
  public static Account parse(String text) {
    int colon = text.indexOf(':');
    String word = colon < 0 ? text : text.substring(0, colon);
    for (Type type : Type.values()) {
      if (type.word().equals(word)) {
        return new Account(
            type,
            colon < 0 ? Optional.empty() : Optional.of(Name.parse(text.substring(colon + 1))));
      }
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is not an account; accounts are factory, opening, discovered, found:AREA,"
            + " depot:NAME, transit:NAME, retained:NAME, transfer:STATE, minefield:NAME, missing,"
            + " destroyed, cleared, detonated");
  }

  /** The state of a transfer account. */
  public Optional<StateCode> state() {
    return type == Type.TRANSFER ? name.map(n -> StateCode.parse(n.text())) : Optional.empty();
  }

  @Override
  public int compareTo(Account other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return name.map(n -> type.word() + ":" + n).orElseGet(type::word);
  }
}
