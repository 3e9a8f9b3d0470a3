package org.portevoix.moderation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The opinions that wait, a page of them.
 *
 * @param waiting how many wait in all, whatever is chosen
 * @param query what was chosen, as the address says it
 * @param me number of the account that reads
 * @param after the place after which this page begins, or ""
 * @param next the place after which the next page begins, or ""
 * @param contests how many writers ask for another reading
 */
record QueuePage(
        String contract,
        String me,
        List<Row> rows,
        long waiting,
        String query,
        Choices choices,
        List<SavedFilters.Link> saved,
        List<Choice> groups,
        String after,
        String next,
        int contests,
        Several several,
        News news) {

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean isFiltered() {
        return !query.isEmpty();
    }

    /** What {@code moderation/_saved} reads. */
    String list() {
        return SavedFilter.Listed.QUEUE.name();
    }

    boolean isFirst() {
        return after.isEmpty();
    }

    boolean isPaged() {
        return !next.isEmpty() || !isFirst();
    }

    boolean hasErrors() {
        return !several.errors().isEmpty();
    }

    /** What {@code layout/desk_errors} reads. */
    Map<String, String> errors() {
        return several.errors();
    }

    /** The address of this queue, with what was chosen. */
    String address() {
        return "/equipe/" + contract + "/avis" + (query.isEmpty() ? "" : "?" + query);
    }

    /** The address of this queue with one more value to come. */
    String addressWith() {
        return "/equipe/" + contract + "/avis?" + (query.isEmpty() ? "" : query + "&");
    }

    /** An opinion of the page. @param isFirst whose the keys are */
    record Row(OpinionCard card, boolean isFirst, boolean isTicked) {}

    /** By what a list of opinions can be narrowed. @param words as typed, or "" */
    record Choices(
            String words,
            List<Choice> consultations,
            List<Choice> languages,
            List<Choice> themes,
            List<Choice> flags,
            boolean isMine,
            boolean isFree) {}

    record Choice(String value, String name, boolean isChosen) {}

    /**
     * One decision about several opinions, as typed.
     *
     * @param ticked numbers of the opinions
     * @param done how many were decided
     * @param left those that were not, and why
     */
    record Several(
            String decision,
            List<Long> ticked,
            List<OpinionCard.ReasonChoice> reasons,
            String passedTo,
            String note,
            List<Choice> colleagues,
            long done,
            List<Left> left,
            Map<String, String> errors) {

        boolean isPublish() {
            return decision.equals("publish");
        }

        boolean isPassOn() {
            return decision.equals("pass_on");
        }

        boolean isRefuse() {
            return decision.equals("refuse");
        }

        boolean isAssign() {
            return decision.equals("assign");
        }
    }

    /** @param why of the message keys {@code moderation.desk.several.left.*} */
    record Left(long id, String why) {}

    /**
     * What was just done.
     *
     * @param several how many were decided together, or 0
     * @param lost somebody else decided about that opinion before; null when nobody did
     * @param typed what was typed about it and not taken, to be taken along
     */
    record News(@Nullable Done done, long several, @Nullable OpinionCard lost, List<String> typed) {

        static final News NONE = new News(null, 0, null, List.of());
    }

    /** @param made id of the decision, by which it can be taken back at once; "" when it no longer stands */
    record Done(String what, String id, String made) {

        boolean isStanding() {
            return !made.isEmpty();
        }
    }
}
