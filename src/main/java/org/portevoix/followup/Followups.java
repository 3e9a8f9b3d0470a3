package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What other features may know of follow-ups. */
@Singleton
public class Followups {

    private final FollowupRepository followups;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final Calendar calendar;

    Followups(FollowupRepository followups, ActionSheets actionSheets, Texts texts, Calendar calendar) {
        this.followups = followups;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.calendar = calendar;
    }

    /** Latest decision first. */
    public List<Card> latest(Visit visit, int count, int skip) {
        List<Followup> found = followups.findLatest(visit.contractId(), count, skip);
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Followup::texts));
        Map<Long, ActionSheets.Link> sheets = actionSheets.links(
                visit.lang(), found.stream().map(Followup::actionSheetId).toList());
        return found.stream()
                .map(followup -> new Card(
                        followup.slug(),
                        read.get(followup.saidText()),
                        followup.decision(),
                        read.get(followup.decidedText()),
                        followup.decidedOn(),
                        calendar.day(visit.lang(), followup.decidedOn()),
                        read.find(followup.doneText()),
                        followup.doneOn() == null ? null : calendar.day(visit.lang(), followup.doneOn()),
                        followup.actionSheetId() == null ? null : sheets.get(followup.actionSheetId())))
                .toList();
    }

    /** The tag under which pages that show the follow-ups of a contract stand. */
    public static String listTag(long contractId) {
        return "followups/" + contractId;
    }

    /** A follow-up as pages show it; the days are in words. */
    public record Card(
            String slug,
            Translated said,
            String decision,
            Translated decided,
            LocalDate decidedOn,
            String decidedDay,
            @Nullable Translated done,
            @Nullable String doneDay,
            ActionSheets.@Nullable Link action) {}
}
