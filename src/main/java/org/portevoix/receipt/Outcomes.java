package org.portevoix.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/** What comes of what was said, step by step. Follow-ups answer; receipts and councils show it. */
public interface Outcomes {

    /** Of each follow-up that gathered it: the decided ones first, latest first. Empty while none did. */
    List<Outcome> of(Said.Kind kind, long id, String language);

    /**
     * The steps of one follow-up; what has not come yet is null. The days are in words.
     *
     * @param answerBy by when the answer is owed; null once it is given
     * @param broughtDay of the committee's meeting on whose agenda it is
     * @param decision as in the message keys {@code followup.decision.…}
     * @param next what comes next, by {@code nextDay}; null once it is done
     * @param isStepLate accepted, and neither done by its day nor promised for one
     * @param doneLink a page elsewhere where what was done can be seen
     */
    record Outcome(
            @Nullable String answerBy,
            boolean isLate,
            @Nullable String broughtDay,
            @Nullable String decision,
            @Nullable Translated decided,
            @Nullable String decidedDay,
            @Nullable Translated next,
            @Nullable String nextDay,
            boolean isStepLate,
            @Nullable Translated done,
            @Nullable String doneDay,
            @Nullable String doneLink,
            List<Seen> seen) {

        /** "We are thinking about it" is said with its reason, and answers nothing yet. */
        public boolean isAnswer() {
            return decision != null && !decision.equals("STUDIED");
        }
    }

    /** A page of the contract where what was done can be seen; the path is after the contract's own address. */
    record Seen(String path, Translated title) {}
}
