package org.portevoix.council;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.moderation.Reason;
import org.portevoix.receipt.Outcomes;
import org.portevoix.receipt.Said;

/** Decides what the page of what councils sent shows. */
@Singleton
class CouncilQueuePages {

    private static final int ACCEPTED = 10;
    private static final int WAITING = 100;

    private final CouncilRepository councils;
    private final CouncilRemarkRepository remarks;
    private final FormalOpinionRepository opinions;
    private final CouncilProposalRepository proposals;
    private final CouncilMeetingRepository meetings;
    private final CouncilDoor door;
    private final Outcomes outcomes;
    private final Languages languages;
    private final Calendar calendar;
    private final Clock clock;

    CouncilQueuePages(
            CouncilRepository councils,
            CouncilRemarkRepository remarks,
            FormalOpinionRepository opinions,
            CouncilProposalRepository proposals,
            CouncilMeetingRepository meetings,
            CouncilDoor door,
            Outcomes outcomes,
            Languages languages,
            Calendar calendar,
            Clock clock) {
        this.councils = councils;
        this.remarks = remarks;
        this.opinions = opinions;
        this.proposals = proposals;
        this.meetings = meetings;
        this.door = door;
        this.outcomes = outcomes;
        this.languages = languages;
        this.calendar = calendar;
        this.clock = clock;
    }

    CouncilQueuePage page(Contract contract, Map<String, String> errors, boolean isDone) {
        List<Council> all = councils.findOf(List.of(contract.id()));
        Map<Long, String> names = all.stream().collect(Collectors.toMap(Council::key, door::name));
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        return new CouncilQueuePage(
                contract.slug(),
                remarks.findWaiting(contract.id()).stream()
                        .map(one -> new Remark(
                                one.id(),
                                name(names, one.councilId()),
                                day(one.heldOn()),
                                one.body(),
                                one.language(),
                                direction(one.language())))
                        .toList(),
                opinions.findWaiting(contract.id()).stream()
                        .map(one -> opinion(one, names, today))
                        .toList(),
                opinions.findUnanswered(List.of(contract.id())).stream()
                        .map(one -> opinion(one, names, today))
                        .filter(one -> !one.isAnswered())
                        .toList(),
                proposals.findOfContract(contract.id(), "WAITING", WAITING).stream()
                        .map(one -> proposal(contract, one, names))
                        .toList(),
                proposals.findOfContract(contract.id(), "ACCEPTED", ACCEPTED).stream()
                        .map(one -> proposal(contract, one, names))
                        .toList(),
                coming(all, names, today),
                Arrays.stream(Reason.values()).map(Reason::name).toList(),
                errors,
                isDone);
    }

    private List<Announced> coming(List<Council> all, Map<Long, String> names, LocalDate today) {
        return all.isEmpty()
                ? List.of()
                : meetings.findComing(all.stream().map(Council::key).toList(), today).stream()
                        .filter(one -> !one.isShown() && one.heldOn().isAfter(today))
                        .map(one -> new Announced(
                                one.id(), name(names, one.councilId()), day(one.heldOn()), one.heldFrom(), one.place()))
                        .toList();
    }

    private Opinion opinion(FormalOpinion one, Map<Long, String> names, LocalDate today) {
        return new Opinion(
                one.id(),
                name(names, one.councilId()),
                one.aboutTitle(),
                one.title(),
                one.body(),
                one.language(),
                direction(one.language()),
                day(one.sentOn()),
                calendar.fullDay(Language.SOURCE, one.answerBy()),
                today.isAfter(one.answerBy()),
                outcomes.of(Said.Kind.FORMAL_OPINION, one.id(), Language.SOURCE).stream()
                        .anyMatch(Outcomes.Outcome::isAnswer));
    }

    private static Proposal proposal(Contract contract, CouncilProposal one, Map<Long, String> names) {
        return new Proposal(
                one.id(),
                name(names, one.councilId()),
                one.kind().name(),
                one.title(),
                one.what(),
                one.held(),
                one.place(),
                one.why(),
                "/equipe/" + contract.slug() + "/contenus/"
                        + (one.kind() == ProposalKind.EVENT ? "evenements" : "questionnaires") + "/nouveau?titre="
                        + URLEncoder.encode(one.title(), StandardCharsets.UTF_8));
    }

    private String day(LocalDate day) {
        return calendar.day(Language.SOURCE, day);
    }

    private String direction(String language) {
        return languages.find(language).orElseGet(languages::source).direction();
    }

    private static String name(Map<Long, String> names, long councilId) {
        return Objects.requireNonNullElse(names.get(councilId), "");
    }

    record Remark(long id, String council, String day, String words, String language, String direction) {}

    record Opinion(
            long id,
            String council,
            String about,
            String title,
            String words,
            String language,
            String direction,
            String sentOn,
            String answerBy,
            boolean isLate,
            boolean isAnswered) {}

    /** @param makeAddress where the event or the questionnaire is made */
    record Proposal(
            long id,
            String council,
            String kind,
            String title,
            String what,
            String held,
            String place,
            String why,
            String makeAddress) {}

    record Announced(long id, String council, String day, String from, String place) {}

    /**
     * @param unanswered formal opinions to bring to the committee, soonest promised first
     * @param accepted proposals to make, latest first
     */
    record CouncilQueuePage(
            String contract,
            List<Remark> remarks,
            List<Opinion> opinions,
            List<Opinion> unanswered,
            List<Proposal> proposals,
            List<Proposal> accepted,
            List<Announced> meetings,
            List<String> reasons,
            Map<String, String> errors,
            boolean isDone) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        boolean isEmpty() {
            return remarks.isEmpty() && opinions.isEmpty() && proposals.isEmpty() && meetings.isEmpty();
        }

        @Nullable
        String error() {
            return errors.get("decision");
        }
    }
}
