@NullMarked
package org.fenceline.exchange.shapefile;

import org.jspecify.annotations.NullMarked;
