package org.portevoix.moderation;

import java.util.List;

/** The consultations of a contract, with what they received and whether they were answered. */
record ConsultationListPage(String contract, boolean mayEnter, List<Row> rows) {

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * @param state OPEN, TO_COME or CLOSED
     * @param answerBy the promised day, in words
     */
    record Row(
            String slug,
            String title,
            String state,
            String closes,
            String answerBy,
            boolean isAnswered,
            boolean isLate,
            long received,
            long waiting,
            long decided) {}
}
