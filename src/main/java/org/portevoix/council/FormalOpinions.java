package org.portevoix.council;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.distress.DistressLooks;
import org.portevoix.distress.Help;
import org.portevoix.followup.CommitteeCalendar;
import org.portevoix.moderation.Reason;
import org.portevoix.participation.Ledger;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.PageChanges;

/** Receives formal opinions, with the day by which the committee must answer, and moves them. */
@Singleton
class FormalOpinions {

    private static final int MOST_TURNS = 50;
    private static final int COMMITTEE_DAYS = 30;
    private static final int SERVICE_DAYS = 60;

    private final FormalOpinionRepository opinions;
    private final List<CommitteeCalendar> calendars;
    private final Ledger ledger;
    private final ReceiptCodes codes;
    private final CouncilLetters letters;
    private final PageChanges pageChanges;
    private final DistressLooks distress;
    private final Clock clock;

    FormalOpinions(
            FormalOpinionRepository opinions,
            List<CommitteeCalendar> calendars,
            Ledger ledger,
            ReceiptCodes codes,
            CouncilLetters letters,
            PageChanges pageChanges,
            DistressLooks distress,
            Clock clock) {
        this.opinions = opinions;
        this.calendars = calendars;
        this.ledger = ledger;
        this.codes = codes;
        this.letters = letters;
        this.pageChanges = pageChanges;
        this.distress = distress;
        this.clock = clock;
    }

    /** By the committee's next meeting and 30 days; where none is set, by the service's own clock. */
    LocalDate answerBy(Contract contract) {
        LocalDate today = today(contract);
        return calendars.stream()
                .flatMap(calendar -> calendar.nextMeeting(contract.id(), today).stream())
                .min(LocalDate::compareTo)
                .map(day -> day.plusDays(COMMITTEE_DAYS))
                .orElse(today.plusDays(SERVICE_DAYS));
    }

    /**
     * One contribution of the whole council, its ledger line and the letters to its members. The same form with the same
     * words is the same opinion.
     *
     * @param meetingId of the meeting that decided it, or null
     */
    @Transactional
    Sent send(
            Contract contract,
            Council council,
            Topics.Topic topic,
            FormalOpinionForm form,
            String language,
            String formKey,
            @Nullable Long meetingId,
            long accountId) {
        LocalDate today = today(contract);
        String month = YearMonth.from(today).toString();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            String code = codes.code(formKey, turn);
            byte[] receipt = codes.hash(code);
            int added = opinions.add(
                    contract.id(),
                    council.key(),
                    meetingId,
                    receipt,
                    topic.kind(),
                    topic.slug(),
                    topic.title(),
                    form.title(),
                    form.words(),
                    language,
                    accountId,
                    today,
                    answerBy(contract),
                    month,
                    topic.phase(),
                    topic.actionSheetId(),
                    topic.isSensitive());
            Optional<FormalOpinion> kept = opinions.findByReceiptHash(receipt);
            if (added == 1) {
                ledger.record(kept.orElseThrow().ledgerLine());
                letters.received(contract, council, kept.orElseThrow(), code);
                distress.look(
                        contract,
                        kept.orElseThrow().words(),
                        "formal-opinion/" + kept.orElseThrow().id(),
                        "/conseils-a-lire");
                return new Sent(kept.orElseThrow().id(), code);
            }
            if (kept.isPresent()
                    && kept.get().councilId() == council.key()
                    && kept.get().body().equals(form.words())
                    && kept.get().title().equals(form.title())) {
                return new Sent(kept.get().id(), code);
            }
        }
        throw new IllegalStateException("No free receipt code for this form");
    }

    /** Whom its writers can call; null when nothing in it tells of a danger. */
    @Nullable
    Help help(FormalOpinion opinion) {
        return distress.help(opinion.words());
    }

    /** Erases its words and corrects the ledger once. False when nothing was left to withdraw. */
    @Transactional
    boolean withdraw(String code) {
        FormalOpinion opinion = opinions.findByReceiptHash(codes.hash(code)).orElse(null);
        if (opinion == null || opinions.withdraw(opinion.id()) == 0) {
            return false;
        }
        stopCounting(opinion);
        letters.drop(opinion);
        pageChanges.changed(Council.tag(opinion.councilId()));
        return true;
    }

    /** Everybody may read it. False when somebody decided before. */
    @Transactional
    boolean publish(FormalOpinion opinion, long accountId) {
        boolean isMoved = opinions.decide(opinion.id(), "PUBLISHED", null, accountId, clock.instant()) == 1;
        if (isMoved) {
            pageChanges.changed(Council.tag(opinion.councilId()));
        }
        return isMoved;
    }

    /** Not shown; the committee must answer it all the same, and it counts unless nobody wrote it. */
    @Transactional
    boolean refuse(FormalOpinion opinion, Reason reason, long accountId) {
        boolean isMoved = opinions.decide(opinion.id(), "REFUSED", reason.name(), accountId, clock.instant()) == 1;
        if (isMoved && !reason.isStillCounted()) {
            stopCounting(opinion);
        }
        return isMoved;
    }

    private void stopCounting(FormalOpinion opinion) {
        if (opinions.stopCounting(opinion.id()) == 1) {
            ledger.correction(opinion.ledgerLine());
        }
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.zoneId()));
    }

    /** What was sent, and the code of its receipt. */
    record Sent(long id, String code) {}
}
