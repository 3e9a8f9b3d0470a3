package org.portevoix.council;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.distress.Help;
import org.portevoix.receipt.Outcomes;

/**
 * A council's own page: what it asked last and what came of it, what it can do now, its figures, its people.
 *
 * @param lastDay of the last meeting, in words; null where there was none
 * @param done what was just done, or ""
 * @param help whom to call, when what was just proposed says that somebody may be in danger
 */
record MyCouncilPage(
        String address,
        String contract,
        String slug,
        String name,
        List<Asked> asked,
        List<Said> said,
        @Nullable String lastDay,
        @Nullable Coming next,
        List<Meeting> meetings,
        List<Proposed> proposals,
        List<Figure> figures,
        String asOf,
        List<String> members,
        String done,
        @Nullable Help help) {

    boolean hasAsked() {
        return !asked.isEmpty() || !said.isEmpty();
    }

    boolean isDone() {
        return !done.isEmpty();
    }

    /** A formal opinion; its days are in words. */
    record Asked(
            long id,
            String title,
            String about,
            String sentOn,
            String answerBy,
            boolean isLate,
            List<Outcomes.Outcome> outcomes) {

        boolean isAnswered() {
            return outcomes.stream().anyMatch(Outcomes.Outcome::isAnswer);
        }
    }

    /** A remark of the last meeting, and where it stands. */
    record Said(
            String words,
            String language,
            String state,
            @Nullable String passedTo) {}

    /** @param isShown whether the team has read the announcement */
    record Coming(String day, String from, String place, boolean isShown) {}

    /** @param heads null while nobody counted them */
    record Meeting(long id, String day, @Nullable Long heads) {}

    /**
     * @param answer of the team, in words; null while it waits
     * @param outcomes of the follow-ups that gathered it
     */
    record Proposed(
            String kind,
            String title,
            String state,
            @Nullable String answer,
            List<Outcomes.Outcome> outcomes) {}

    /**
     * Of one neighbourhood, as everybody may read it.
     *
     * @param participations null where it is hidden
     * @param perThousand null where there is no rate
     */
    record Figure(
            String name,
            @Nullable String participations,
            @Nullable String perThousand) {}
}
