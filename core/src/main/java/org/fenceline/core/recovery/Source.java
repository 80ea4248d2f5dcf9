package org.fenceline.core.recovery;

import java.util.List;
import org.fenceline.core.log.note.SignedNote;

/** Somebody who may hold entries of the lost log. */
public interface Source {

  /** What a person calls it. */
  String name();

  /** Hands over everything that it holds, in its own order. */
  void offer(Taker taker);

  /** Checkpoints of the lost log that it keeps beside its entries. */
  List<SignedNote> checkpoints();

  /** Takes offers one by one. */
  interface Taker {

    /** An entry. */
    void take(Offer offer);

    /** Something that lies where an entry should be, and is none. */
    void unreadable(String what, String why);
  }
}
