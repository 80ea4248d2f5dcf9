/**
 * Every reader of outside bytes is given what nobody would write, for as long as is wanted.
 *
 * <p>A {@link org.fenceline.bench.fuzz.Target} is a reader; whatever it throws but a refusal with a
 * place and a mend is a fault, and so is standing still. Jazzer invents the bytes, guided by what
 * code they reach. Start at {@link org.fenceline.bench.fuzz.Campaign}.
 */
@NullMarked
package org.fenceline.bench.fuzz;

import org.jspecify.annotations.NullMarked;
