/**
 * YAML 1.2 as people write it by hand: read into the same tree as JSON, with the line of each part.
 *
 * <p>Promises: no tags, no anchors that expand without limit, no duplicate keys. Start at {@link
 * org.fenceline.exchange.yaml.YamlReader}.
 */
@NullMarked
package org.fenceline.exchange.yaml;

import org.jspecify.annotations.NullMarked;
