package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.receipt.Said;

/** What other features may know of follow-ups. */
@Singleton
public class Followups {

    private final FollowupRepository followups;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final Calendar calendar;
    private final Clock clock;

    Followups(FollowupRepository followups, ActionSheets actionSheets, Texts texts, Calendar calendar, Clock clock) {
        this.followups = followups;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Decided ones, latest first. */
    public List<Card> latest(Visit visit, int count) {
        return cards(visit, followups.findDecided(visit.contractId(), count));
    }

    /** What awaits an answer, longest owed first; then the latest decision first. */
    List<Card> shown(Visit visit, int count, int skip) {
        return cards(visit, followups.findShown(visit.contractId(), count, skip));
    }

    /** What awaits an answer in a contract, in French, longest owed first. */
    public List<Awaiting> awaiting(Contract contract) {
        List<Followup> found = followups.findAwaiting(List.of(contract.id()));
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(Followup::saidText));
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        return found.stream()
                .map(one -> new Awaiting(
                        one.id(),
                        one.slug(),
                        read.get(one.saidText()).body(),
                        one.decides(),
                        Objects.requireNonNull(one.answerBy()),
                        one.isLateOn(today)))
                .toList();
    }

    /** Those of these things said that a follow-up has gathered. */
    public Set<Long> gathered(Said.Kind kind, Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : followups.findGatheredAmong(kind, ids);
    }

    /** The tag under which pages that show the follow-ups of a contract stand. */
    public static String listTag(long contractId) {
        return "followups/" + contractId;
    }

    Card card(Visit visit, Followup followup) {
        return cards(visit, List.of(followup)).getFirst();
    }

    private List<Card> cards(Visit visit, List<Followup> found) {
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Followup::texts));
        Map<Long, ActionSheets.Link> sheets = actionSheets.links(
                visit.lang(), found.stream().map(Followup::actionSheetId).toList());
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        return found.stream()
                .map(followup -> new Card(
                        followup.slug(),
                        read.get(followup.saidText()),
                        followup.decision() == null ? null : followup.decision().name(),
                        read.find(followup.decidedText()),
                        day(visit, followup.decidedOn()),
                        read.find(followup.doneText()),
                        day(visit, followup.doneOn()),
                        followup.doneLink(),
                        followup.actionSheetId() == null ? null : sheets.get(followup.actionSheetId()),
                        followup.decides().name(),
                        day(visit, followup.askedOn()),
                        followup.isAwaiting() ? day(visit, followup.answerBy()) : null,
                        followup.isLateOn(today)))
                .toList();
    }

    private @Nullable String day(Visit visit, @Nullable LocalDate day) {
        return day == null ? null : calendar.day(visit.lang(), day);
    }

    /**
     * A follow-up as pages show it; the days are in words.
     *
     * @param decision null while nothing is decided, as what follows from it
     * @param decides SERVICE or COMMITTEE
     * @param answerBy null once it is answered
     */
    public record Card(
            String slug,
            Translated said,
            @Nullable String decision,
            @Nullable Translated decided,
            @Nullable String decidedDay,
            @Nullable Translated done,
            @Nullable String doneDay,
            @Nullable String doneLink,
            ActionSheets.@Nullable Link action,
            String decides,
            @Nullable String askedDay,
            @Nullable String answerBy,
            boolean isLate) {}

    /** What awaits an answer. */
    public record Awaiting(long id, String slug, String said, Decider decides, LocalDate answerBy, boolean isLate) {}
}
