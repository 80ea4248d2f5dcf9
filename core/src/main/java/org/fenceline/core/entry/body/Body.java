package org.fenceline.core.entry.body;

/** What an entry says. A new kind fails to compile wherever it was forgotten. */
public sealed interface Body
    permits ArmedConflict,
        Claim,
        Dispatch,
        Endorsement,
        Erasure,
        FileImport,
        LogKeys,
        Lot,
        Model,
        Movement,
        OriginAccepted,
        OriginSucceeded,
        PersonKey,
        PositionRelease,
        Receipt,
        ScenarioText,
        SealedAttachment,
        SealingPolicy,
        Settings,
        Signed,
        SourceDocument,
        Stocktake,
        TreatyAction,
        Unsealing,
        Voiding {}
