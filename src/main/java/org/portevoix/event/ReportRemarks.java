package org.portevoix.event;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.language.Language;
import org.portevoix.language.TextStore;
import org.portevoix.language.Texts;

/** What the report of an edition tells, a remark a paragraph. */
@Singleton
class ReportRemarks implements EditionRemarks {

    private final EditionRepository editions;
    private final Texts texts;

    ReportRemarks(EditionRepository editions, Texts texts) {
        this.editions = editions;
        this.texts = texts;
    }

    @Override
    public List<String> of(long contractId, long eventId, String slug) {
        return editions.findReport(contractId, eventId)
                .map(report -> TextStore.paragraphs(
                        texts.read(Language.SOURCE, report).get(report).body()))
                .orElse(List.of());
    }
}
