/**
 * What an entry can say: one record a kind, and {@link org.fenceline.core.entry.body.Body} that
 * seals them.
 *
 * <p>Promises: a body that exists has the shape its kind asks for; whether it is lawful, likely or
 * contradicted is judged elsewhere. May use {@code core.entry.value} and the annotations of {@code
 * core.entry.json}. Start at {@link org.fenceline.core.entry.body.Movement}.
 */
@NullMarked
package org.fenceline.core.entry.body;

import org.jspecify.annotations.NullMarked;
