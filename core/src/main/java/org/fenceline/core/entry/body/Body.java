package org.fenceline.core.entry.body;

/** What an entry says. A new kind fails to compile wherever it was forgotten. */
public sealed interface Body
    permits Dispatch,
        Endorsement,
        FileImport,
        Lot,
        Model,
        Movement,
        Receipt,
        ScenarioText,
        Settings,
        Stocktake,
        Voiding {}
