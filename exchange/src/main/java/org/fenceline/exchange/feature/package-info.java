/**
 * What every geographic file comes down to: features, one after the other, each a shape, named
 * texts and the place in the file where it stands.
 *
 * <p>Promises: a reader hands over every feature that a file has. One without a shape comes without
 * one; one that cannot be read comes with its problems; none is left out. A shape stands in the
 * numbers and the reference system of its file, as drawn. Only what cannot be read on ends the
 * reading. Start at {@link org.fenceline.exchange.feature.FeatureFile}.
 */
@NullMarked
package org.fenceline.exchange.feature;

import org.jspecify.annotations.NullMarked;
