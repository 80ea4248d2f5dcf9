/**
 * JSON as entries need it: a small immutable tree, a strict reader, and the canonical form of RFC
 * 8785 over which hashes are taken.
 *
 * <p>Promises: a document that is read here has no duplicate key, no lone surrogate, and no integer
 * beyond ±(2<sup>53</sup>−1). May use Jackson's streaming parser and the canonicaliser, and nothing
 * of ours. Start at {@link org.fenceline.core.entry.json.Json}.
 */
@NullMarked
package org.fenceline.core.entry.json;

import org.jspecify.annotations.NullMarked;
