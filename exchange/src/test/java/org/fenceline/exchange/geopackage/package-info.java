@NullMarked
package org.fenceline.exchange.geopackage;

import org.jspecify.annotations.NullMarked;
