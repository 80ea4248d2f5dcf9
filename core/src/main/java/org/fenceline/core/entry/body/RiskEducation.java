package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Tally;

/**
 * A session of explosive ordnance risk education (EORE, IMAS 12.10).
 *
 * @param session short name
 * @param place where
 * @param placeName the place in words
 * @param organisation who held it
 * @param method how: in a group, from house to house, by radio
 * @param reached how many people took part
 * @param reachedIndirectly how many more were told by those
 */
@Meaning("A session of explosive ordnance risk education.")
public record RiskEducation(
    @Meaning("Short name.") Name session,
    @Meaning("Where, as a geometry.") Optional<Geometry> place,
    @Meaning("The place in words.") Optional<String> placeName,
    @Meaning("Who held it.") String organisation,
    @Meaning("How: in a group, from house to house, by radio ...") Optional<String> method,
    @Meaning("How many people took part.") Tally reached,
    @Meaning("How many more were told by those.") Optional<Count> reachedIndirectly)
    implements Body {}
