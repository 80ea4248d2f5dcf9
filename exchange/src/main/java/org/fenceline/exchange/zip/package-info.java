/**
 * Archives of strangers, read within limits on the number, the size and the swelling of their
 * parts. Start at {@link org.fenceline.exchange.zip.ZipParts}.
 */
@NullMarked
package org.fenceline.exchange.zip;

import org.jspecify.annotations.NullMarked;
