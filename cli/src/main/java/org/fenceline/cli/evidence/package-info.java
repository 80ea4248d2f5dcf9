/**
 * {@code fenceline evidence}: claims held against the document that they cite. Start at {@link
 * org.fenceline.cli.evidence.EvidenceCheckCommand}.
 */
@NullMarked
package org.fenceline.cli.evidence;

import org.jspecify.annotations.NullMarked;
