package org.portevoix.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the team decided about opinions and what it answered; the moderation feature knows. */
public interface TeamVoice {

    /** Empty while nobody has decided. */
    Optional<Decided> decision(long opinionId);

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
     */
    record Decided(@Nullable String reason, @Nullable String passedTo, Instant at) {}

    /** A reply, in the language in which it was written. */
    record Said(String language, String body, Instant at) {}
}
