/**
 * The log's tree: the Merkle tree of RFC 6962 over the leaves, and proofs about it.
 *
 * <p>Promises: root and proofs of every size can be computed from O(log n) stored hashes; a stored
 * hash is written once and never changes. Knows nothing of what the leaves commit to. Start at
 * {@link org.fenceline.core.log.MerkleTree}.
 */
@NullMarked
package org.fenceline.core.log;

import org.jspecify.annotations.NullMarked;
