package org.fenceline.core.finding;

import java.util.List;

/** One question that is put to the facts. A pure function. */
public interface Rule {

  /** Stable name, as users write it. */
  String name();

  /** What it asks, in a sentence. */
  String question();

  /** What it finds. */
  List<Finding> judge(Views views);
}
