/**
 * Which reader reads which file, by the ending of its name, and which writer writes which format.
 *
 * <p>Start at {@link org.fenceline.exchange.files.FeatureFiles}.
 */
@NullMarked
package org.fenceline.exchange.files;

import org.jspecify.annotations.NullMarked;
