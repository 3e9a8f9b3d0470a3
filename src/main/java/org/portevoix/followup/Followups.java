package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Visit;
import org.portevoix.event.Events;
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
    private final Events events;
    private final AnswerDays days;
    private final Texts texts;
    private final Calendar calendar;
    private final Clock clock;

    Followups(
            FollowupRepository followups,
            ActionSheets actionSheets,
            Events events,
            AnswerDays days,
            Texts texts,
            Calendar calendar,
            Clock clock) {
        this.followups = followups;
        this.actionSheets = actionSheets;
        this.events = events;
        this.days = days;
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

    /** What was accepted in a contract and is not done, in French: the first promised first, without a day before all. */
    public List<Promised> promised(Contract contract) {
        List<Followup> found = followups.findPromised(List.of(contract.id()));
        TextsRead read = texts.read(Language.SOURCE, found.stream().flatMap(Followup::texts));
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        return found.stream()
                .map(one -> new Promised(
                        one.id(),
                        one.slug(),
                        read.get(one.saidText()).body(),
                        Optional.ofNullable(read.find(one.nextText()))
                                .map(Translated::body)
                                .orElse(null),
                        one.nextOn(),
                        one.isStepLateOn(today)))
                .toList();
    }

    /** What a contract owes to those who said something, as of today. Nothing takes a late one away but an answer, or its being done. */
    public Owed owed(Contract contract) {
        List<Awaiting> awaiting = awaiting(contract);
        List<Promised> promised = promised(contract);
        return new Owed(
                awaiting.size(),
                (int) awaiting.stream().filter(Awaiting::isLate).count(),
                promised.size(),
                (int) promised.stream()
                        .filter(one -> one.isLate() && one.on() != null)
                        .count(),
                (int) promised.stream().filter(one -> one.on() == null).count());
    }

    /** The same by contract, by its id. */
    public Map<Long, Owed> owed(Collection<Contract> contracts) {
        Map<Long, Owed> owed = new HashMap<>();
        contracts.forEach(contract -> owed.put(contract.id(), owed(contract)));
        return owed;
    }

    /** The actions of these follow-ups, by their ids; those of none are left out. */
    public Map<Long, Long> actions(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : followups.findByIdIn(ids).stream()
                        .filter(one -> one.actionSheetId() != null)
                        .collect(Collectors.toMap(Followup::id, one -> Objects.requireNonNull(one.actionSheetId())));
    }

    /** Every follow-up of a contract, with what it gathered and what came of it. */
    public List<Proposal> proposals(Contract contract) {
        Map<Long, List<SaidThing>> gathered = followups.findAllGathered(contract.id()).stream()
                .collect(Collectors.groupingBy(
                        GatheredThing::followupId,
                        Collectors.mapping(one -> new SaidThing(one.kind(), one.saidId()), Collectors.toList())));
        return followups.findLatest(contract.id()).stream()
                .map(one -> new Proposal(
                        one.id(), one.actionSheetId(), came(one), gathered.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Came came(Followup followup) {
        FollowupDecision decision = followup.decision();
        if (decision == null) {
            return Came.WAITING;
        }
        return switch (decision) {
            case ACCEPTED -> followup.isDone() ? Came.DONE : Came.ACCEPTED;
            case PARTLY -> followup.isDone() ? Came.DONE : Came.PARTLY;
            case REFUSED -> Came.REFUSED;
            case STUDIED -> Came.WAITING;
        };
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

    List<Card> cards(Visit visit, List<Followup> found) {
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Followup::texts));
        Map<Long, ActionSheets.Link> sheets = actionSheets.links(
                visit.lang(), found.stream().map(Followup::actionSheetId).toList());
        Map<Long, ActionSheets.Link> proofs = actionSheets.links(
                visit.lang(), found.stream().map(Followup::doneActionSheetId).toList());
        Map<Long, Events.Link> seenAt = events.links(
                visit.lang(), found.stream().map(Followup::doneEventId).toList());
        Map<Long, LocalDate> brought =
                days.brought(found.stream().map(Followup::id).toList());
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
                        followup.isLateOn(today),
                        day(visit, brought.get(followup.id())),
                        followup.isPromised() ? read.find(followup.nextText()) : null,
                        followup.isPromised() ? day(visit, followup.nextOn()) : null,
                        followup.isStepLateOn(today),
                        followup.doneActionSheetId() == null ? null : proofs.get(followup.doneActionSheetId()),
                        followup.doneEventId() == null ? null : seenAt.get(followup.doneEventId())))
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
     * @param broughtDay of the committee's meeting; null where it is on no agenda
     * @param next what comes next; null once it is done, as its day
     * @param isStepLate accepted, and neither done by its day nor promised for one
     * @param doneAction where what was done can be seen, as {@code doneEvent}
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
            boolean isLate,
            @Nullable String broughtDay,
            @Nullable Translated next,
            @Nullable String nextDay,
            boolean isStepLate,
            ActionSheets.@Nullable Link doneAction,
            Events.@Nullable Link doneEvent) {}

    /** What came of a proposal, from the best. */
    public enum Came {
        /** Accepted, wholly or in part, and done. */
        DONE,
        /** Accepted, and not done yet. */
        ACCEPTED,
        /** Accepted in part, and not done yet. */
        PARTLY,
        REFUSED,
        /** Not decided, or being thought about. */
        WAITING
    }

    /** A follow-up as what it answers, and what came of it. */
    public record Proposal(long id, @Nullable Long actionSheetId, Came came, List<SaidThing> said) {}

    /** One of the things said that a follow-up answers. */
    public record SaidThing(Said.Kind kind, long id) {}

    /** What awaits an answer. */
    public record Awaiting(long id, String slug, String said, Decider decides, LocalDate answerBy, boolean isLate) {}

    /** What was accepted and is not done: {@code next} by {@code on}, both null where nobody wrote them. */
    public record Promised(
            long id,
            String slug,
            String said,
            @Nullable String next,
            @Nullable LocalDate on,
            boolean isLate) {}

    /**
     * How much is owed.
     *
     * @param answers what awaits an answer, late or not
     * @param lateAnswers of these, those past the day promised
     * @param steps accepted and not done yet
     * @param lateSteps of these, those past the day promised
     * @param withoutStep of these, those for which nobody wrote what comes next: neither late nor timely
     */
    public record Owed(int answers, int lateAnswers, int steps, int lateSteps, int withoutStep) {

        /** Whatever should have come by now. */
        public int overdue() {
            return lateAnswers + lateSteps + withoutStep;
        }
    }
}
