package org.portevoix.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the team decided about opinions and what it answered; the moderation feature knows. */
public interface TeamVoice {

    /** Empty while nobody has decided. */
    Optional<Decided> decision(long opinionId);

    /** What everybody could read and the team took down, while nobody has decided anew; empty where that is not so. */
    Optional<TakenDown> takenDown(long opinionId);

    /** What came of the writer's asking for another reading; empty when they did not ask. */
    Optional<Contested> contested(long opinionId);

    /** Whether its writer may still ask for another reading. @param mayShow what they wished */
    boolean mayContest(long opinionId, boolean mayShow);

    /** The writer asks for another reading. False when they may not, or did before. @param words why, or "" */
    boolean contest(long opinionId, long contractId, boolean mayShow, String words, String language);

    /** Erases what was decided about an opinion and answered to its writer: it could quote what is erased. */
    void forget(long opinionId);

    /** To the writer of this opinion, oldest first. */
    List<Said> repliesToOpinion(long opinionId);

    /** To all who answered this consultation, public, latest first. */
    List<Said> repliesToConsultation(long consultationId);

    /**
     * A decision.
     *
     * @param reason from the fixed list (message keys {@code moderation.reason.*}); null when the opinion was published
     * @param passedTo who was told, in words; null when nobody was
     * @param isMasked whether it is shown but for some words
     * @param note what the team adds; null where it adds nothing
     */
    record Decided(
            @Nullable String reason,
            @Nullable String passedTo,
            boolean isMasked,
            @Nullable Said note,
            Instant at) {

        /** Key of the message that says the reason in a sentence, as the charter does; "" without a reason. */
        public String explained() {
            return reason == null ? "" : "moderation.reason." + reason + ".explained";
        }
    }

    /** Shown, and no longer. @param reason from the fixed list; null when it is to be read again, and no more */
    record TakenDown(@Nullable String reason, Instant at) {

        /** Key of the message that says the reason in a sentence; "" without a reason. */
        public String explained() {
            return reason == null ? "" : "moderation.reason." + reason + ".explained";
        }
    }

    /**
     * A writer asked for another reading.
     *
     * @param words why, or ""
     * @param outcome KEPT or CHANGED (message keys {@code consultation.contest.*}); null while nobody settled it
     * @param note what the team adds; null where it adds nothing
     */
    record Contested(
            String words,
            Instant filedAt,
            @Nullable String outcome,
            @Nullable Said note) {}

    /** A reply, in the language in which it was written. */
    record Said(String language, String body, Instant at) {}
}
