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
     */
    @Transactional
    boolean decide(Contract contract, long id, int revision, FollowupDecision decision, String reason, LocalDate on) {
        Followup now = toChange(contract, id, revision);
        return now != null && decide(contract, now, decision, reason, on);
    }

    /** Answers, whatever it is now: what a committee decides in its meeting stands. */
    @Transactional
    public boolean decide(Contract contract, long id, FollowupDecision decision, String reason, LocalDate on) {
        Followup now = followups
                .findToChange(id)
                .filter(one -> one.contractId() == contract.id())
                .orElseThrow();
        return decide(contract, now, decision, reason, on);
    }

    /** Done, with its proof; only what was decided. False when somebody changed it since {@code revision} was read. */
    @Transactional
    boolean finish(Contract contract, long id, int revision, String done, @Nullable String link) {
        Followup now = toChange(contract, id, revision);
        if (now == null || !now.isAnswered()) {
            return false;
        }
        boolean isFirst = !now.isDone();
        long text = write(now.doneText(), done);
        LocalDate on = now.doneOn() == null ? today(contract) : now.doneOn();
        followups.finish(id, text, on, link);
        if (isFirst) {
            record(contract, now, Act.STATUS_CHANGE);
            letters.done(contract, now, text, gathered(now));
        }
        changed(contract);
        return true;
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

    private boolean decide(
            Contract contract, Followup now, FollowupDecision decision, String reason, LocalDate decidedOn) {
        if (now.isAnswered() && !decision.isAnswer()) {
            return false;
        }
        boolean isAnsweredNow = !now.isAnswered() && decision.isAnswer();
        long text = write(now.decidedText(), reason);
        followups.decide(now.id(), decision, text, decidedOn);
        record(contract, now, isAnsweredNow ? Act.REPLY : Act.STATUS_CHANGE);
        letters.decided(contract, now, decision, text, gathered(now));
        changed(contract);
        return true;
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
        if (now.decision() != null && now.decidedText() != null) {
            letters.decided(contract, now, now.decision(), now.decidedText(), added);
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

    /** One of the things said that it answers. */
    public record Gathered(Said.Kind kind, long id) {}
}
