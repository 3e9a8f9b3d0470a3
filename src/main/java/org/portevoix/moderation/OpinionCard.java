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
import org.portevoix.sense.OpinionTranslations;
import org.portevoix.sense.Themes;

/**
 * An opinion on a page of the desk, whole.
 *
 * @param day on which it came, in words
 * @param days since then
 * @param words the free texts, one a question
 * @param rest the other answers
 * @param decision null while nobody decided
 * @param flags what the site noticed while nobody had decided
 * @param meaning what it is about, and its words in French
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
        List<SaidWords> words,
        List<OpinionRead.Line> rest,
        Shared shared,
        DecisionFields form,
        @Nullable Made decision,
        List<FlagLabel> flags,
        Meaning meaning) {

    static OpinionCard of(
            OpinionRead opinion,
            ZoneId zone,
            Instant now,
            Calendar calendar,
            Shared shared,
            DecisionFields form,
            @Nullable Made made,
            List<Flag> flags,
            Meaning meaning) {
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
                opinion.words().stream().map(line -> SaidWords.of(line, flags)).toList(),
                opinion.lines().stream().filter(line -> !line.isWords()).toList(),
                shared,
                form,
                made,
                FlagLabel.of(flags, opinion::typed),
                meaning);
    }

    boolean isShown() {
        return decision != null && Decision.valueOf(decision.decision()).isShown() && !isWithdrawn;
    }

    boolean hasRest() {
        return !rest.isEmpty();
    }

    /** What it is about. @param french its words, answer by answer; none where nobody put them into French */
    record Meaning(Themes.About themes, List<OpinionTranslations.Line> french) {}

    /**
     * How it is shared between several people.
     *
     * @param seen the last decision made before, undone since; 0 for none
     * @param holder who looks after it, as their account's number; "" for nobody
     * @param holderName "" for nobody
     * @param askedName of whom a doubt was put to, who has not answered; "" for nobody
     */
    record Shared(long seen, String holder, String holderName, boolean isMine, String askedName) {

        boolean isHeld() {
            return !holder.isEmpty();
        }

        boolean isAsked() {
            return !askedName.isEmpty();
        }
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
            @Nullable String note,
            @Nullable String noteLanguage,
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
                    decision.note(),
                    decision.noteLanguage(),
                    names.getOrDefault(decision.accountId(), ""),
                    calendar.day(Language.SOURCE, LocalDate.ofInstant(decision.decidedAt(), zone)),
                    undoneBy == null ? null : names.getOrDefault(undoneBy, ""),
                    undone == null ? null : calendar.day(Language.SOURCE, LocalDate.ofInstant(undone, zone)));
        }
    }

    /**
     * The fields of its decision, as typed, and what was wrong: message keys by field.
     *
     * @param chosen the decision of the form that was sent, or ""
     * @param languages in which the team may add a sentence
     */
    record DecisionFields(
            String chosen,
            List<ReasonChoice> reasons,
            String passedTo,
            String note,
            List<LanguageChoice> languages,
            Map<String, String> errors) {

        static DecisionFields of(DecisionForm form, List<Language> languages, Map<String, String> errors) {
            return new DecisionFields(
                    form.decision().map(Decision::name).orElse(""),
                    Arrays.stream(Reason.values())
                            .map(reason -> new ReasonChoice(
                                    reason.name(),
                                    form.reason().filter(reason::equals).isPresent()))
                            .toList(),
                    form.passedTo(),
                    form.note(),
                    languages.stream()
                            .map(one ->
                                    new LanguageChoice(one.code(), one.code().equals(form.noteLanguage())))
                            .toList(),
                    errors);
        }

        boolean isMask() {
            return chosen.equals("MASK");
        }

        boolean isPassOn() {
            return chosen.equals("PASS_ON");
        }

        boolean isRefuse() {
            return chosen.equals("REFUSE");
        }
    }

    record ReasonChoice(String name, boolean isChosen) {}

    record LanguageChoice(String code, boolean isChosen) {}
}
