package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.contract.Preview;
import org.portevoix.contract.Visit;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;

/** A consultation as residents will see it, for the team alone. */
@Singleton
class ConsultationPreview implements Preview {

    private final ConsultationRepository consultations;
    private final Questionnaires questionnaires;
    private final ConsultationPages pages;

    ConsultationPreview(ConsultationRepository consultations, Questionnaires questionnaires, ConsultationPages pages) {
        this.consultations = consultations;
        this.questionnaires = questionnaires;
        this.pages = pages;
    }

    @Override
    public String list() {
        return "consultations";
    }

    @Override
    public Page of(Visit visit, String slug) {
        Consultation found =
                consultations.findForPreview(visit.contractId(), slug).orElseThrow(NotFound::new);
        return pages.show(visit, questionnaires.of(List.of(found)).getFirst());
    }
}
