package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portevoix.consultation.Consultations;
import org.portevoix.event.EditionRemarks;

/** What councils said of an event: remarks on its questionnaires, and formal opinions, those that everybody may read. */
@Singleton
class CouncilEventRemarks implements EditionRemarks {

    private static final int MOST = 100;

    private final CouncilRemarkRepository remarks;
    private final FormalOpinionRepository opinions;
    private final Consultations consultations;

    CouncilEventRemarks(
            CouncilRemarkRepository remarks, FormalOpinionRepository opinions, Consultations consultations) {
        this.remarks = remarks;
        this.opinions = opinions;
        this.consultations = consultations;
    }

    @Override
    public List<String> of(long contractId, long eventId, String slug) {
        List<String> found = new ArrayList<>();
        Set<Long> asked = consultations.ofEvent(eventId);
        if (!asked.isEmpty()) {
            found.addAll(remarks.findShownAbout(asked, MOST));
        }
        opinions.findOfContract(contractId, MOST).stream()
                .filter(one -> one.aboutKind() == AboutKind.EVENT && slug.equals(one.aboutSlug()) && one.isShown())
                .map(FormalOpinion::title)
                .forEach(found::add);
        return found;
    }
}
