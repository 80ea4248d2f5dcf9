/**
 * Scenario files: what a forecast rests on, in YAML, each number with its citation or marked as an
 * assumption. Start at {@link org.fenceline.exchange.scenario.ScenarioFile}.
 */
@NullMarked
package org.fenceline.exchange.scenario;

import org.jspecify.annotations.NullMarked;
