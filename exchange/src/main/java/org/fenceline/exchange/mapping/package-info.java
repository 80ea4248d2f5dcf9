/**
 * What the columns of somebody's file mean: a mapping that a person wrote, and the entries that it
 * makes of features (docs/formats/mapping.md).
 *
 * <p>Promises: each feature becomes an entry, is refused with its reason, or is counted as left to
 * another mapping; the same feature gives the same entry again, a keyed one that changed a
 * correction; a column that no feature has, and a word that the mapping does not translate, are
 * refused. A shape stands as drawn. No mapping makes a release. Start at {@link
 * org.fenceline.exchange.mapping.Mapping}, then {@link
 * org.fenceline.exchange.mapping.FeatureImport}.
 */
@NullMarked
package org.fenceline.exchange.mapping;

import org.jspecify.annotations.NullMarked;
