package org.portevoix.council;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.moderation.Reason;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.portevoix.web.PageChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What councils sent and the team has to decide: remarks, formal opinions, proposals, announcements of meetings. */
@Controller("/equipe/{contract}/conseils-a-lire")
class CouncilQueueController {

    private static final Logger LOG = LoggerFactory.getLogger(CouncilQueueController.class);
    private static final int LONGEST_PASSED_TO = 300;
    private static final int LONGEST_ANSWER = 2_000;

    private final CouncilQueuePages queue;
    private final Remarks remarks;
    private final CouncilRemarkRepository remarkRows;
    private final FormalOpinions opinions;
    private final FormalOpinionRepository opinionRows;
    private final CouncilProposalRepository proposals;
    private final CouncilMeetingRepository meetings;
    private final CouncilRepository councils;
    private final PageChanges pageChanges;
    private final DeskPages pages;
    private final Clock clock;

    CouncilQueueController(
            CouncilQueuePages queue,
            Remarks remarks,
            CouncilRemarkRepository remarkRows,
            FormalOpinions opinions,
            FormalOpinionRepository opinionRows,
            CouncilProposalRepository proposals,
            CouncilMeetingRepository meetings,
            CouncilRepository councils,
            PageChanges pageChanges,
            DeskPages pages,
            Clock clock) {
        this.queue = queue;
        this.remarks = remarks;
        this.remarkRows = remarkRows;
        this.opinions = opinions;
        this.opinionRows = opinionRows;
        this.proposals = proposals;
        this.meetings = meetings;
        this.councils = councils;
        this.pageChanges = pageChanges;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("{?fait}")
    HttpResponse<?> list(Desk desk, String contract, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        return show(desk, found, HttpStatus.OK, Map.of(), "decide".equals(fait));
    }

    @Post("/remarques/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remark(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        long council = remarkRows.findCouncil(found.id(), id).orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        String passedTo = form.get("passed_to").strip();
        Optional<Reason> reason = Reason.of(form.get("reason"));
        boolean isMoved = switch (form.get("decision")) {
            case "publish" -> remarks.publish(id, council, desk.accountId());
            case "pass_on" ->
                !passedTo.isEmpty()
                        && passedTo.length() <= LONGEST_PASSED_TO
                        && remarks.passOn(id, passedTo, desk.accountId());
            case "refuse" -> reason.isPresent() && remarks.refuse(id, reason.get(), desk.accountId());
            default -> false;
        };
        return decided(desk, found, isMoved, "remark", id);
    }

    @Post("/avis/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> opinion(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        FormalOpinion opinion = opinionRows
                .findById(id)
                .filter(one -> one.contractId() == found.id())
                .orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        Optional<Reason> reason = Reason.of(form.get("reason"));
        boolean isMoved = switch (form.get("decision")) {
            case "publish" -> opinions.publish(opinion, desk.accountId());
            case "refuse" -> reason.isPresent() && opinions.refuse(opinion, reason.get(), desk.accountId());
            default -> false;
        };
        return decided(desk, found, isMoved, "formal opinion", id);
    }

    /** Accepting makes nothing by itself: the page then leads to where an event or a questionnaire is made. */
    @Post("/propositions/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> proposal(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        CouncilProposal proposal = proposals.find(found.id(), id).orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        String answer = form.get("answer").replace("\r\n", "\n").strip();
        boolean isAnswered = answer.length() <= LONGEST_ANSWER;
        boolean isMoved = switch (form.get("decision")) {
            case "accept" -> isAnswered && decide(proposal.id(), "ACCEPTED", answer, desk);
            case "refuse" -> isAnswered && !answer.isEmpty() && decide(proposal.id(), "REFUSED", answer, desk);
            default -> false;
        };
        return decided(desk, found, isMoved, "proposal", id);
    }

    @Post("/reunions/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> meeting(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        Council council = councils.findOf(java.util.List.of(found.id())).stream()
                .filter(one -> meetings.find(one.key(), id).isPresent())
                .findFirst()
                .orElseThrow(NotFound::new);
        boolean isMoved = switch (FormBody.of(body).get("decision")) {
            case "publish" -> meetings.show(id) == 1;
            case "refuse" -> meetings.drop(id) == 1;
            default -> false;
        };
        if (isMoved) {
            pageChanges.changed(council.tag());
        }
        return decided(desk, found, isMoved, "meeting", id);
    }

    private boolean decide(long id, String state, String answer, Desk desk) {
        return proposals.decide(id, state, answer.isEmpty() ? null : answer, desk.accountId(), clock.instant()) == 1;
    }

    private HttpResponse<?> decided(Desk desk, Contract contract, boolean isMoved, String what, long id) {
        if (!isMoved) {
            return show(
                    desk,
                    contract,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Map.of("decision", "council.desk.error.decision"),
                    false);
        }
        LOG.info("Account {} decided {} {}", desk.accountId(), what, id);
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/conseils-a-lire?fait=decide"));
    }

    private HttpResponse<?> show(
            Desk desk, Contract contract, HttpStatus status, Map<String, String> errors, boolean isDone) {
        return pages.show(
                desk,
                contract,
                status,
                "council/queue",
                "council.desk.queue.title",
                "councils-waiting",
                queue.page(contract, errors, isDone));
    }
}
