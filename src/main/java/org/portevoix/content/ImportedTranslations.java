package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;

/** Notices that a file was imported, so that what waits to be translated is counted anew. */
@Singleton
class ImportedTranslations implements ContractPart {
    private static final int LAST = 1_000;

    private final TranslationWaitRepository waits;
    private final Clock clock;

    ImportedTranslations(TranslationWaitRepository waits, Clock clock) {
        this.waits = waits;
        this.clock = clock;
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        // The desk tells one item without a format, and counts it itself.
        boolean isImported = file.section("format").isGiven();
        if (isImported && waits.wantAgain(writer.contractId(), clock.instant()) == 0) {
            waits.want(writer.contractId(), clock.instant());
        }
    }

    @Override
    public void outline(ContractOutline outline) {
        // A count is nothing that a file tells.
    }
}
