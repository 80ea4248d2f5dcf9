/**
 * Claims files: a source document, what it claims, and what in it claims nothing, in YAML.
 *
 * <p>Promises: every problem is told with its line and field. Start at {@link
 * org.fenceline.exchange.claims.ClaimsFile}.
 */
@NullMarked
package org.fenceline.exchange.claims;

import org.jspecify.annotations.NullMarked;
