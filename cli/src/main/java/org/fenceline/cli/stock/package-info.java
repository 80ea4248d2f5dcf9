/**
 * {@code fenceline stock}: how many mines there are, where each went, and what nobody can account
 * for. Start at {@link org.fenceline.cli.stock.StockCommand}.
 */
@NullMarked
package org.fenceline.cli.stock;

import org.jspecify.annotations.NullMarked;
