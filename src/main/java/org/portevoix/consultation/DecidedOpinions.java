package org.portevoix.consultation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.portevoix.web.PageChanges;

/** Moves opinions as the team decides. Where one does not move, it is no longer what was read, and nothing is done. */
@Singleton
public class DecidedOpinions {

    private final OpinionRepository opinions;
    private final OpinionCounting counting;
    private final SealedWords sealed;
    private final List<WordsKept> kept;
    private final PageChanges pageChanges;

    DecidedOpinions(
            OpinionRepository opinions,
            OpinionCounting counting,
            SealedWords sealed,
            List<WordsKept> kept,
            PageChanges pageChanges) {
        this.opinions = opinions;
        this.counting = counting;
        this.sealed = sealed;
        this.kept = kept;
        this.pageChanges = pageChanges;
    }

    /** Keeps it as it is until the caller's transaction ends: who decides at the same moment waits for that. */
    @Transactional
    public void hold(long opinionId) {
        opinions.hold(opinionId);
    }

    /**
     * Moves an opinion that waits. False when somebody did so before, when its writer has corrected it since
     * {@code revision} was read, or did not give leave to show it.
     */
    @Transactional
    public boolean publish(long opinionId, int revision) {
        return decide(opinionId, revision, OpinionState.PUBLISHED);
    }

    /** Everybody reads what is left; what was written is sealed. @param masked by the id of the question, the words with marks */
    @Transactional
    public boolean publishMasked(long opinionId, int revision, Map<Long, String> masked) {
        boolean isPublished = publish(opinionId, revision);
        if (isPublished) {
            sealed.mask(opinionId, masked);
            // What stays is looked at again.
            kept.forEach(room -> room.changed(opinionId));
            opinions.lookAgain(opinionId);
        }
        return isPublished;
    }

    /** With the words that were there before some were masked; who may read them is for the caller. */
    public OpinionRead asWritten(OpinionRead opinion) {
        return opinion.saying(sealed.read(opinion.id()));
    }

    /** Read, counted, passed on to who can act; never shown. */
    @Transactional
    public boolean passOn(long opinionId, int revision) {
        return decide(opinionId, revision, OpinionState.PASSED_ON);
    }

    /**
     * Not shown.
     *
     * @param isCounted false for spam and doubles only: what is not shown for another reason is heard all the same
     */
    @Transactional
    public boolean refuse(long opinionId, int revision, boolean isCounted) {
        boolean isRefused = decide(opinionId, revision, OpinionState.REFUSED);
        if (isRefused && !isCounted) {
            counting.stop(opinions.findById(opinionId).orElseThrow());
        }
        return isRefused;
    }

    /** Takes spam or a double without words out of the figures. False when it is none, or no longer what was seen. */
    @Transactional
    public boolean refuseWordless(long opinionId, long consultationId, int revision) {
        boolean isRefused = opinions.refuseWordless(opinionId, consultationId, revision) == 1;
        if (isRefused) {
            counting.stop(opinions.findById(opinionId).orElseThrow());
        }
        return isRefused;
    }

    /**
     * What was decided is undone: it waits again, is shown no longer, and counts again where it did not. False when it was not
     * decided, or was withdrawn.
     */
    @Transactional
    public boolean reopen(long opinionId) {
        if (opinions.reopen(opinionId) == 0) {
            return false;
        }
        Opinion opinion = opinions.findById(opinionId).orElseThrow();
        sealed.restore(opinionId);
        counting.again(opinion);
        pageChanges.changed(Consultation.tag(opinion.consultationId()));
        return true;
    }

    private boolean decide(long opinionId, int revision, OpinionState state) {
        boolean isMoved = opinions.decide(opinionId, revision, state) == 1;
        if (isMoved && state == OpinionState.PUBLISHED) {
            Opinion opinion = opinions.findById(opinionId).orElseThrow();
            pageChanges.changed(Consultation.tag(opinion.consultationId()));
        }
        return isMoved;
    }
}
