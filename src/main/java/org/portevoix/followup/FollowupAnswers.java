package org.portevoix.followup;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.TextStore;
import org.portevoix.participation.Act;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.LedgerLine;
import org.portevoix.receipt.Said;
import org.portevoix.web.FormKeys;
import org.portevoix.web.PageChanges;
import org.portevoix.web.Slug;

/**
 * Owes residents an answer, and gives it: what was said is brought together, decided with its reason, done. Each with its
 * activity line and the letters to those who left an address, in one transaction.
 */
@Singleton
public class FollowupAnswers {

    private static final int MOST_SLUGS = 100;

    private final FollowupRepository followups;
    private final AnswerDays days;
    private final List<Said> said;
    private final TextStore texts;
    private final Ledger ledger;
    private final FollowupLetters letters;
    private final PageChanges pageChanges;
    private final FormKeys formKeys;
    private final Clock clock;

    FollowupAnswers(
            FollowupRepository followups,
            AnswerDays days,
            List<Said> said,
            TextStore texts,
            Ledger ledger,
            FollowupLetters letters,
            PageChanges pageChanges,
            FormKeys formKeys,
            Clock clock) {
        this.followups = followups;
        this.days = days;
        this.said = said;
        this.texts = texts;
        this.ledger = ledger;
        this.letters = letters;
        this.pageChanges = pageChanges;
        this.formKeys = formKeys;
        this.clock = clock;
    }

    /**
     * Begins to owe an answer. The same form sent twice opens one; sent again with other words, another.
     *
     * @return its id
     */
    @Transactional
    public long open(Contract contract, Asked asked, String formKey) {
        return open(contract, asked, formKey, null);
    }

    /**
     * The same, of what goes before a meeting of the committee straight away: one letter tells both.
     *
     * @return its id
     */
    @Transactional
    public long openForMeeting(Contract contract, Asked asked, LocalDate meeting, String formKey) {
        return open(contract, asked, formKey, meeting);
    }

    /** It is on the agenda of a meeting of the committee: told once to who said it, unless that day is past. */
    @Transactional
    public void bring(Contract contract, long id, LocalDate meeting) {
        Followup now = ours(contract, id);
        tellBrought(contract, now, meeting);
        changed(contract);
    }

    private long open(Contract contract, Asked asked, String formKey, @Nullable LocalDate meeting) {
        Optional<Followup> before = followups.findSent(formKey);
        if (before.isPresent() && hasWords(before.get(), asked.said())) {
            return before.get().id();
        }
        LocalDate today = today(contract);
        LocalDate askedOn = earliest(contract, asked.gathered(), asked.saidOn() == null ? today : asked.saidOn());
        LocalDate answerBy =
                days.answerBy(contract.id(), asked.decides(), askedOn, today, promised(contract, asked.gathered()));
        long text = texts.create(Language.SOURCE, Map.of(Language.SOURCE, asked.said()));
        String key = before.isPresent() ? formKeys.next() : formKey;
        long id = add(contract, asked, text, askedOn, today, answerBy, key);
        asked.gathered().forEach(one -> followups.gather(id, one.kind(), one.id()));
        Followup opened = followups.findById(id).orElseThrow();
        if (meeting == null || meeting.isBefore(today)) {
            letters.gathered(contract, opened, gathered(opened));
        } else {
            tellBrought(contract, opened, meeting);
        }
        changed(contract);
        return id;
    }

    /** Other words, another action, another decider; False when somebody changed it since {@code revision} was read. */
    @Transactional
    boolean revise(Contract contract, long id, int revision, Asked asked) {
        Followup now = toChange(contract, id, revision);
        if (now == null) {
            return false;
        }
        texts.update(now.saidText(), Map.of(Language.SOURCE, asked.said()));
        gatherInto(contract, now, asked.gathered(), asked.decides(), asked.actionSheetId());
        changed(contract);
        return true;
    }

    /**
     * Answers, with the reason. A decision that was given can be changed, but never to "not yet". False when somebody changed
     * it since {@code revision} was read.
     *
     * @param done what is done already; "" where nothing is
     */
    @Transactional
    boolean decide(Contract contract, long id, int revision, Answer answer, String done) {
        Followup now = toChange(contract, id, revision);
        if (now == null || !decide(contract, now, answer, !done.isEmpty())) {
            return false;
        }
        if (!done.isEmpty() && answer.decision().isAnswer()) {
            finish(contract, followups.findToChange(id).orElseThrow(), new Proof(done, null, null, null));
        }
        return true;
    }

    /** Answers, whatever it is now: what a committee decides in its meeting stands. */
    @Transactional
    public boolean decide(Contract contract, long id, Answer answer) {
        return decide(contract, ours(contract, id), answer, false);
    }

    /** Whether what is accepted may be said without what comes next: it is there already. */
    public boolean isDone(Contract contract, long id) {
        return ours(contract, id).isDone();
    }

    /** Done, with its proof; only what was decided. False when somebody changed it since {@code revision} was read. */
    @Transactional
    boolean finish(Contract contract, long id, int revision, Proof proof) {
        Followup now = toChange(contract, id, revision);
        if (now == null || !now.isAnswered()) {
            return false;
        }
        finish(contract, now, proof);
        return true;
    }

    private void finish(Contract contract, Followup now, Proof proof) {
        boolean isFirst = !now.isDone();
        long text = write(now.doneText(), proof.words());
        LocalDate on = now.doneOn() == null ? today(contract) : now.doneOn();
        followups.finish(now.id(), text, on, proof.link(), proof.actionSheetId(), proof.eventId());
        if (isFirst) {
            record(contract, now, Act.STATUS_CHANGE);
            letters.done(contract, now, text, gathered(now));
            letters.tellCouncils(contract, now, "DONE", "done", proof.words());
        }
        changed(contract);
    }

    /** The committee's meetings have changed: what it owes moves with them, but for what is late already. */
    @Transactional
    public void retime(Contract contract) {
        LocalDate today = today(contract);
        for (Followup one : followups.findAwaiting(List.of(contract.id()))) {
            if (one.decides() == Decider.COMMITTEE && !one.isLateOn(today) && one.askedOn() != null) {
                LocalDate day =
                        owed(contract, one, one.decides(), one.askedOn(), referredOn(one, one.decides(), today));
                followups.retime(one.id(), one.revision(), day);
            }
        }
        changed(contract);
    }

    /** @param isDone whether it is said to be done along with the answer */
    private boolean decide(Contract contract, Followup now, Answer answer, boolean isDone) {
        FollowupDecision decision = answer.decision();
        if (now.isAnswered() && !decision.isAnswer()) {
            return false;
        }
        boolean isAnsweredNow = !now.isAnswered() && decision.isAnswer();
        long text = write(now.decidedText(), answer.reason());
        Long nextText = null;
        LocalDate nextOn = null;
        NextStep next = decision.isAccepted() ? answer.next() : null;
        if (next != null) {
            nextText = write(now.nextText(), next.words());
            nextOn = nextOn(now, next, today(contract));
        } else if (decision.isAccepted() && !now.isDone() && !isDone) {
            throw new IllegalArgumentException("Accepted without what comes next");
        }
        followups.decide(now.id(), decision, text, answer.on(), nextText, nextOn);
        if (nextText == null && now.nextText() != null) {
            texts.delete(now.nextText());
        }
        record(contract, now, isAnsweredNow ? Act.REPLY : Act.STATUS_CHANGE);
        letters.decided(contract, followups.findById(now.id()).orElseThrow(), gathered(now));
        changed(contract);
        return true;
    }

    /** Once past, the day promised stays until it is done: nothing late is made timely. */
    private static LocalDate nextOn(Followup now, NextStep next, LocalDate today) {
        LocalDate before = now.nextOn();
        return before != null && now.isStepLateOn(today) && before.isBefore(next.on()) ? before : next.on();
    }

    private void tellBrought(Contract contract, Followup followup, LocalDate meeting) {
        if (!meeting.isBefore(today(contract))) {
            letters.brought(contract, followup, meeting, gathered(followup));
        }
    }

    private Followup ours(Contract contract, long id) {
        return followups
                .findToChange(id)
                .filter(one -> one.contractId() == contract.id())
                .orElseThrow();
    }

    /** The day owed follows what is gathered and who decides; once past, it stays, so that nothing late is made timely. */
    private void gatherInto(
            Contract contract, Followup now, List<Gathered> gathered, Decider decides, @Nullable Long actionSheetId) {
        List<Long> added = new ArrayList<>();
        for (Gathered one : gathered) {
            if (followups.gather(now.id(), one.kind(), one.id()) == 1 && one.kind() == Said.Kind.OPINION) {
                added.add(one.id());
            }
        }
        LocalDate today = today(contract);
        LocalDate asked = now.askedOn();
        LocalDate askedOn = asked == null ? null : earliest(contract, gathered, asked);
        LocalDate referredOn = referredOn(now, decides, today);
        LocalDate answerBy = now.answerBy();
        if (askedOn != null && answerBy != null && now.isAwaiting() && !now.isLateOn(today)) {
            answerBy = owed(contract, now, decides, askedOn, referredOn);
        }
        followups.change(now.id(), actionSheetId, decides, askedOn, referredOn, answerBy);
        LocalDate meeting = days.brought(List.of(now.id())).get(now.id());
        if (now.decision() != null) {
            letters.decided(contract, now, added);
        } else if (meeting != null && !meeting.isBefore(today)) {
            letters.brought(contract, now, meeting, added);
        } else {
            letters.gathered(contract, followups.findById(now.id()).orElseThrow(), added);
        }
        if (now.doneText() != null) {
            letters.done(contract, now, now.doneText(), added);
        }
    }

    private LocalDate owed(
            Contract contract, Followup followup, Decider decides, LocalDate askedOn, LocalDate referredOn) {
        return days.answerBy(contract.id(), decides, askedOn, referredOn, promised(contract, formalOpinions(followup)));
    }

    private static LocalDate referredOn(Followup now, Decider decides, LocalDate today) {
        return now.decides() == decides && now.referredOn() != null ? now.referredOn() : today;
    }

    private @Nullable Followup toChange(Contract contract, long id, int revision) {
        return followups
                .findToChange(id)
                .filter(one -> one.contractId() == contract.id() && one.revision() == revision)
                .orElse(null);
    }

    private long add(
            Contract contract,
            Asked asked,
            long text,
            LocalDate askedOn,
            LocalDate referredOn,
            LocalDate answerBy,
            String formKey) {
        String slug = slug(asked.said());
        for (int turn = 1; turn <= MOST_SLUGS; turn++) {
            String own = turn == 1 ? slug : slug + "-" + turn;
            int added = followups.add(
                    contract.id(),
                    own,
                    asked.actionSheetId(),
                    text,
                    asked.decides(),
                    askedOn,
                    referredOn,
                    answerBy,
                    formKey);
            if (added == 1) {
                return followups.findBySlug(contract.id(), own).orElseThrow().id();
            }
            Optional<Followup> same = followups.findByFormKey(formKey);
            if (same.isPresent()) {
                texts.delete(text);
                return same.get().id();
            }
        }
        throw new IllegalStateException("No free address for a follow-up");
    }

    /** Its first words, as addresses are written: lower case, without accents. */
    static String slug(String said) {
        String cut = Slug.of(said, "suite");
        return cut.equals(FollowupDeskController.NEW) ? cut + "-suite" : cut;
    }

    private boolean hasWords(Followup followup, String words) {
        return TextStore.normal(words).equals(texts.read(followup.saidText()).getOrDefault(Language.SOURCE, ""));
    }

    private long write(@Nullable Long text, String words) {
        if (text == null) {
            return texts.create(Language.SOURCE, Map.of(Language.SOURCE, words));
        }
        texts.update(text, Map.of(Language.SOURCE, words));
        return text;
    }

    private LocalDate earliest(Contract contract, List<Gathered> gathered, LocalDate known) {
        return items(contract, gathered).stream()
                .map(Said.Item::receivedOn)
                .reduce(known, (one, other) -> other.isBefore(one) ? other : one);
    }

    /** The first day by which a formal opinion was promised its answer. */
    private @Nullable LocalDate promised(Contract contract, List<Gathered> gathered) {
        return items(
                        contract,
                        gathered.stream()
                                .filter(one -> one.kind() == Said.Kind.FORMAL_OPINION)
                                .toList())
                .stream()
                .map(Said.Item::answerBy)
                .filter(Objects::nonNull)
                .map(day -> (LocalDate) day)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private List<Said.Item> items(Contract contract, List<Gathered> gathered) {
        return gathered.stream()
                .flatMap(one -> said.stream()
                        .filter(kind -> kind.kind() == one.kind())
                        .flatMap(kind -> kind.find(contract.id(), one.id()).stream()))
                .toList();
    }

    private List<Gathered> formalOpinions(Followup followup) {
        return followups.findGathered(followup.id(), Said.Kind.FORMAL_OPINION).stream()
                .map(id -> new Gathered(Said.Kind.FORMAL_OPINION, id))
                .toList();
    }

    private List<Long> gathered(Followup followup) {
        return followups.findGathered(followup.id(), Said.Kind.OPINION);
    }

    private void record(Contract contract, Followup followup, Act act) {
        YearMonth month = YearMonth.from(clock.instant().atZone(contract.zoneId()));
        ledger.record(LedgerLine.activity(contract.id(), month, act)
                .actionSheet(followup.actionSheetId())
                .build());
    }

    private void changed(Contract contract) {
        pageChanges.changed(Followups.listTag(contract.id()));
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.zoneId()));
    }

    /**
     * What was asked.
     *
     * @param said in plain French, in the team's words or the residents' own
     * @param saidOn when, where nothing is gathered that tells; null for today
     */
    public record Asked(
            String said,
            Decider decides,
            @Nullable Long actionSheetId,
            @Nullable LocalDate saidOn,
            List<Gathered> gathered) {}

    /**
     * An answer.
     *
     * @param next what comes next; null where nothing does, as when it is refused
     */
    public record Answer(
            FollowupDecision decision,
            String reason,
            LocalDate on,
            @Nullable NextStep next) {}

    /** One of the things said that it answers. */
    public record Gathered(Said.Kind kind, long id) {}
}
