package org.fenceline.core.entry.body;

import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;

/**
 * So many mines of a lot.
 *
 * @param lot the lot
 * @param quantity how many
 */
public record LotQuantity(Name lot, Quantity quantity) {}
