package org.portevoix.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/** What came of what was said. Follow-ups answer; receipts and councils show it. */
public interface Outcomes {

    /** Latest decision first; empty while nothing was decided. */
    List<Outcome> of(Said.Kind kind, long id, String language);

    /**
     * @param decision as in the message keys {@code followup.decision.…}
     * @param decidedDay in words, as {@code doneDay}
     */
    record Outcome(
            String decision,
            Translated decided,
            String decidedDay,
            @Nullable Translated done,
            @Nullable String doneDay) {

        /** "We are thinking about it" is said with its reason, and answers nothing yet. */
        public boolean isAnswer() {
            return !decision.equals("STUDIED");
        }
    }
}
