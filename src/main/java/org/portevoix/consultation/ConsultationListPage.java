package org.portevoix.consultation;

import java.util.List;
import org.portevoix.language.Translated;

/** The list of consultations: open ones first, soonest closing first. */
record ConsultationListPage(List<Card> all) {

    List<Card> open() {
        return all.stream().filter(Card::isOpen).toList();
    }

    List<Card> toCome() {
        return all.stream().filter(card -> !card.isOpen() && !card.isClosed()).toList();
    }

    List<Card> closed() {
        return all.stream().filter(Card::isClosed).toList();
    }

    /**
     * One consultation.
     *
     * @param day on which it closes, or opens where it is to come, in words
     */
    record Card(
            String slug,
            Translated title,
            Translated summary,
            boolean isOpen,
            boolean isClosed,
            String day,
            String answerBy) {}
}
