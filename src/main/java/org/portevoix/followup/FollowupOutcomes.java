package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.portevoix.language.Calendar;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.receipt.Outcomes;
import org.portevoix.receipt.Said;

/** Tells those who said something what came of it. */
@Singleton
class FollowupOutcomes implements Outcomes {

    private final FollowupRepository followups;
    private final Texts texts;
    private final Calendar calendar;

    FollowupOutcomes(FollowupRepository followups, Texts texts, Calendar calendar) {
        this.followups = followups;
        this.texts = texts;
        this.calendar = calendar;
    }

    @Override
    public List<Outcome> of(Said.Kind kind, long id, String language) {
        List<Followup> found = followups.findAnswering(kind, id);
        TextsRead read = texts.read(language, found.stream().flatMap(Followup::texts));
        return found.stream()
                .map(followup -> new Outcome(
                        Objects.requireNonNull(followup.decision()).name(),
                        read.get(Objects.requireNonNull(followup.decidedText())),
                        calendar.day(language, Objects.requireNonNull(followup.decidedOn())),
                        read.find(followup.doneText()),
                        followup.doneOn() == null ? null : calendar.day(language, followup.doneOn())))
                .toList();
    }
}
