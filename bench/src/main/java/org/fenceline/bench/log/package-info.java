/**
 * The log's jobs: proving a leaf, and auditing all. Start at {@link
 * org.fenceline.bench.log.ProofJob} and {@link org.fenceline.bench.log.AuditJob}.
 */
@NullMarked
package org.fenceline.bench.log;

import org.jspecify.annotations.NullMarked;
