/**
 * XML of strangers, read in a stream: no document types, no entities of their own, nothing fetched,
 * limits on depth and size.
 *
 * <p>Start at {@link org.fenceline.exchange.xml.XmlFile}.
 */
@NullMarked
package org.fenceline.exchange.xml;

import org.jspecify.annotations.NullMarked;
