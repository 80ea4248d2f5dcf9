/**
 * The words of the law as types: instruments, acts, items, attributes, verdicts, questions.
 *
 * <p>Promises: each word is written as {@code law status} and {@code law verdict} read and print
 * it. Knows {@code core.entry} only. Start at {@link org.fenceline.core.law.term.Question}.
 */
@NullMarked
package org.fenceline.core.law.term;

import org.jspecify.annotations.NullMarked;
