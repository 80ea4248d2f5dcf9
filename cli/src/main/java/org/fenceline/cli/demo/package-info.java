/**
 * {@code fenceline demo}: an exercise register made afresh, and a brief that answers the questions
 * of the register from it. Start at {@link org.fenceline.cli.demo.DemoCommand}.
 */
@NullMarked
package org.fenceline.cli.demo;

import org.jspecify.annotations.NullMarked;
