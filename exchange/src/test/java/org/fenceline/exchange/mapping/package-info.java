@NullMarked
package org.fenceline.exchange.mapping;

import org.jspecify.annotations.NullMarked;
