package org.portevoix.committee;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.SaidOpinions;
import org.portevoix.followup.Decider;
import org.portevoix.followup.FollowupAnswers;
import org.portevoix.receipt.Said;

/** What of an agenda becomes a follow-up, by which those who asked read each step: its words, and all that was said. */
@Singleton
class BroughtItems {

    private static final int LONGEST_SAID = 1_000;

    private final SaidOpinions opinions;
    private final Consultations consultations;

    BroughtItems(SaidOpinions opinions, Consultations consultations) {
        this.opinions = opinions;
        this.consultations = consultations;
    }

    /** @param saidOn where nothing is gathered that tells; null for today */
    FollowupAnswers.Asked asked(AgendaItem item, @Nullable LocalDate saidOn) {
        // A formal opinion may not have been published: its words stay where they are, its title is ours.
        boolean isOurs = item.consultationId() != null || item.saidId() != null;
        String said = isOurs || item.words() == null ? item.title() : item.words();
        return new FollowupAnswers.Asked(
                said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) : said,
                Decider.COMMITTEE,
                actionSheet(item),
                saidOn,
                gathered(item));
    }

    private @Nullable Long actionSheet(AgendaItem item) {
        return item.consultationId() == null
                ? null
                : consultations
                        .find(item.consultationId())
                        .map(Consultations.Known::actionSheetId)
                        .orElse(null);
    }

    private List<FollowupAnswers.Gathered> gathered(AgendaItem item) {
        if (item.saidKind() != null && item.saidId() != null) {
            return List.of(new FollowupAnswers.Gathered(item.saidKind(), item.saidId()));
        }
        return item.consultationId() == null
                ? List.of()
                : opinions.ofConsultation(item.consultationId()).stream()
                        .map(id -> new FollowupAnswers.Gathered(Said.Kind.OPINION, id))
                        .toList();
    }
}
