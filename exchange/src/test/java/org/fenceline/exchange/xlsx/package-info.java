@NullMarked
package org.fenceline.exchange.xlsx;

import org.jspecify.annotations.NullMarked;
