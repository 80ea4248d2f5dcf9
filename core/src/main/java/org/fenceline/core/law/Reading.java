package org.fenceline.core.law;

import org.fenceline.core.law.term.Verdict;

/**
 * One way of reading a disputed point, and what it comes to.
 *
 * @param name what it holds
 * @param verdict the verdict if it is right
 * @param why on what it rests
 */
public record Reading(String name, Verdict verdict, String why) {}
