package org.fenceline.core.entry.body;

/** What an entry says. A new kind fails to compile wherever it was forgotten. */
public sealed interface Body
    permits ArmedConflict,
        Claim,
        Dispatch,
        Endorsement,
        FileImport,
        Lot,
        Model,
        Movement,
        Receipt,
        ScenarioText,
        Settings,
        SourceDocument,
        Stocktake,
        TreatyAction,
        Voiding {}
