package org.fenceline.core.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.When;

/**
 * The members of an entry's JSON. Without the last two members it is what the content hash covers.
 */
@Meaning("One entry of a register.")
public record EntryDocument(
    @Meaning("The entry's name, a UUID.") EntryId id,
    @Meaning("What kind of entry it is.") String kind,
    @Meaning("Version of the kind's schema with which it was recorded.") int schemaVersion,
    @Meaning("Whether it is invented for an exercise.") boolean exercise,
    @Meaning("When it was true: a moment, day, month, year, period, or unknown.") When on,
    @Meaning("Where it was first recorded elsewhere.") Optional<Transcribed> transcribed,
    @Meaning("Who may read it.") Disclosure disclosure,
    @Meaning("On what evidence it rests.") List<Citation> citations,
    @Meaning("The entry that it corrects or voids.") Optional<EntryRef> supersedes,
    @Meaning("What it says; its members depend on the kind.") Json.Obj body,
    @Meaning("When the register stamped it.") Optional<Instant> recordedAt,
    @Meaning("Who recorded it, by pseudonym.") Optional<PersonId> recordedBy) {}
