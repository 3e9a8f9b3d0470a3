package org.portevoix.moderation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionState;
import org.portevoix.flag.Flag;
import org.portevoix.flag.FlagLabel;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;

/**
 * An opinion on a page of the desk, whole.
 *
 * @param day on which it came, in words
 * @param days since then
 * @param words the free texts, one a question
 * @param rest the other answers
 * @param decision null while nobody decided
 * @param flags what the site noticed while nobody had decided
 */
record OpinionCard(
        long id,
        String consultation,
        String consultationSlug,
        String lang,
        String direction,
        String channel,
        String day,
        long days,
        int revision,
        boolean mayShow,
        boolean waits,
        boolean isWithdrawn,
        List<OpinionRead.Line> words,
        List<OpinionRead.Line> rest,
        DecisionFields form,
        @Nullable Made decision,
        List<FlagLabel> flags) {

    static OpinionCard of(
            OpinionRead opinion,
            ZoneId zone,
            Instant now,
            Calendar calendar,
            DecisionFields form,
            @Nullable Made made,
            List<Flag> flags) {
        LocalDate day = LocalDate.ofInstant(opinion.receivedAt(), zone);
        return new OpinionCard(
                opinion.id(),
                opinion.consultationTitle(),
                opinion.consultationSlug(),
                opinion.language(),
                opinion.direction(),
                opinion.channel().name(),
                calendar.day(Language.SOURCE, day),
                ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, zone)),
                opinion.revision(),
                Objects.equals(opinion.mayShow(), true),
                opinion.state() == OpinionState.WAITING,
                opinion.state() == OpinionState.WITHDRAWN,
                opinion.words(),
                opinion.lines().stream().filter(line -> !line.isWords()).toList(),
                form,
                made,
                FlagLabel.of(flags, opinion::typed));
    }

    boolean hasRest() {
        return !rest.isEmpty();
    }

    /**
     * What was decided, by whom, when.
     *
     * @param undoneBy name of who took it back, "" where it is not known; null while it stands
     */
    record Made(
            long id,
            String decision,
            @Nullable String reason,
            @Nullable String passedTo,
            String by,
            String day,
            @Nullable String undoneBy,
            @Nullable String undoneDay) {

        static Made of(ModerationDecision decision, Map<Long, String> names, ZoneId zone, Calendar calendar) {
            Instant undone = decision.undoneAt();
            Long undoneBy = decision.undoneBy();
            return new Made(
                    Objects.requireNonNull(decision.id()),
                    decision.decision().name(),
                    decision.reason() == null ? null : decision.reason().name(),
                    decision.passedTo(),
                    names.getOrDefault(decision.accountId(), ""),
                    calendar.day(Language.SOURCE, LocalDate.ofInstant(decision.decidedAt(), zone)),
                    undoneBy == null ? null : names.getOrDefault(undoneBy, ""),
                    undone == null ? null : calendar.day(Language.SOURCE, LocalDate.ofInstant(undone, zone)));
        }
    }

    /** The fields of its decision, as typed, and what was wrong: message keys by field. */
    record DecisionFields(List<ReasonChoice> reasons, String passedTo, Map<String, String> errors) {

        static DecisionFields of(DecisionForm form, Map<String, String> errors) {
            return new DecisionFields(
                    Arrays.stream(Reason.values())
                            .map(reason -> new ReasonChoice(
                                    reason.name(),
                                    form.reason().filter(reason::equals).isPresent()))
                            .toList(),
                    form.passedTo(),
                    errors);
        }
    }

    record ReasonChoice(String name, boolean isChosen) {}
}
