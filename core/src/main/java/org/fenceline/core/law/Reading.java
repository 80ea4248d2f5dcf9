package org.fenceline.core.law;

import java.util.List;
import org.fenceline.core.law.term.Verdict;

/**
 * One way of reading a disputed point, and what it comes to.
 *
 * @param name what it holds
 * @param verdict the verdict if it is right
 * @param why on what it rests
 * @param sources who says so, and where
 */
public record Reading(String name, Verdict verdict, String why, List<String> sources) {
  public Reading {
    sources = List.copyOf(sources);
  }
}
