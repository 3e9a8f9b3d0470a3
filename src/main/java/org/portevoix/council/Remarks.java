package org.portevoix.council;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.distress.DistressLooks;
import org.portevoix.distress.Help;
import org.portevoix.language.Language;
import org.portevoix.moderation.Reason;
import org.portevoix.web.FormKeys;
import org.portevoix.web.PageChanges;

/** Keeps what was said at meetings until the team has read it, and moves it. No remark counts anybody. */
@Singleton
class Remarks {

    private final CouncilRemarkRepository remarks;
    private final CouncilMeetingRepository meetings;
    private final HeadCounts headCounts;
    private final Consultations consultations;
    private final Contracts contracts;
    private final FormKeys formKeys;
    private final PageChanges pageChanges;
    private final DistressLooks distress;
    private final Clock clock;

    Remarks(
            CouncilRemarkRepository remarks,
            CouncilMeetingRepository meetings,
            HeadCounts headCounts,
            Consultations consultations,
            Contracts contracts,
            FormKeys formKeys,
            PageChanges pageChanges,
            DistressLooks distress,
            Clock clock) {
        this.remarks = remarks;
        this.meetings = meetings;
        this.headCounts = headCounts;
        this.consultations = consultations;
        this.contracts = contracts;
        this.formKeys = formKeys;
        this.pageChanges = pageChanges;
        this.distress = distress;
        this.clock = clock;
    }

    /**
     * A remark of today's meeting; where none was counted today, of the last one within a week, else of today. The same form
     * with the same words is one remark.
     *
     * @param about slug of a questionnaire, or ""
     */
    @Transactional
    void enter(
            Contract contract,
            Council council,
            String words,
            String language,
            String about,
            String formKey,
            long accountId) {
        boolean isOther =
                remarks.findBody(formKey).filter(body -> !body.equals(words)).isPresent();
        String key = isOther ? formKeys.next() : formKey;
        remarks.add(
                council.key(),
                meeting(contract, council).id(),
                consultation(contract, about),
                words,
                language,
                accountId,
                clock.instant(),
                key);
        distress.look(contract, List.of(words), "remark/" + key, "/conseils-a-lire");
    }

    /** Whom somebody can call after what they entered last here; null when nothing in it tells of a danger. */
    @Nullable
    Help help(Council council, long accountId) {
        return remarks.findLastBody(council.key(), accountId)
                .map(List::of)
                .map(distress::help)
                .orElse(null);
    }

    /** Everybody may read it. False when somebody decided before. */
    @Transactional
    boolean publish(long id, long councilId, long accountId) {
        boolean isMoved = remarks.decide(id, "PUBLISHED", null, null, accountId, clock.instant()) == 1;
        if (isMoved) {
            pageChanges.changed(Council.tag(councilId));
        }
        return isMoved;
    }

    @Transactional
    boolean passOn(long id, String passedTo, long accountId) {
        return remarks.decide(id, "PASSED_ON", null, passedTo, accountId, clock.instant()) == 1;
    }

    @Transactional
    boolean refuse(long id, Reason reason, long accountId) {
        return remarks.decide(id, "REFUSED", reason.name(), null, accountId, clock.instant()) == 1;
    }

    /** Of today, or the last one within a week. */
    Optional<CouncilMeeting> latest(Contract contract, Council council) {
        LocalDateTime now = now(contract);
        return meetings.findPast(council.key(), now.toLocalDate(), 1).stream()
                .filter(one -> one.heldOn().isAfter(now.toLocalDate().minusDays(7)))
                .findFirst();
    }

    private CouncilMeeting meeting(Contract contract, Council council) {
        LocalDateTime now = now(contract);
        return latest(contract, council)
                .orElseGet(() -> headCounts.meeting(council, now.toLocalDate(), "%02d:00".formatted(now.getHour())));
    }

    private @Nullable Long consultation(Contract contract, String slug) {
        return slug.isEmpty()
                ? null
                : consultations.list(contracts.visit(Language.SOURCE, contract.slug())).stream()
                        .filter(one -> one.slug().equals(slug))
                        .map(Consultations.Listed::id)
                        .findFirst()
                        .orElse(null);
    }

    private LocalDateTime now(Contract contract) {
        return LocalDateTime.now(clock.withZone(contract.zoneId()));
    }
}
