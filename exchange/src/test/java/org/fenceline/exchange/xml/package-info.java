@NullMarked
package org.fenceline.exchange.xml;

import org.jspecify.annotations.NullMarked;
