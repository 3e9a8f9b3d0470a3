package org.portevoix.followup;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Set;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.event.Agenda;
import org.portevoix.event.Events;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Translated;
import org.portevoix.web.Page;
import org.portevoix.web.Pages;
import org.portevoix.web.Paging;

/** You said, we did. */
@Controller("/{lang}/{contract}/suites")
class FollowupController {

    private static final int PAGE_SIZE = 10;

    private final Contracts contracts;
    private final Followups followups;
    private final Consultations consultations;
    private final Agenda agenda;
    private final Events events;
    private final List<Noticed> noticed;
    private final Calendar calendar;
    private final Messages messages;
    private final Pages pages;

    FollowupController(
            Contracts contracts,
            Followups followups,
            Consultations consultations,
            Agenda agenda,
            Events events,
            List<Noticed> noticed,
            Calendar calendar,
            Messages messages,
            Pages pages) {
        this.contracts = contracts;
        this.followups = followups;
        this.consultations = consultations;
        this.agenda = agenda;
        this.events = events;
        this.noticed = noticed;
        this.calendar = calendar;
        this.messages = messages;
        this.pages = pages;
    }

    @Get("{?page}")
    HttpResponse<?> list(
            HttpRequest<?> request, String lang, String contract, @QueryValue(defaultValue = "1") int page) {
        return pages.show(request, () -> list(contracts.visit(lang, contract), page));
    }

    private Page list(Visit visit, int number) {
        Paging<Followups.Card> paging =
                Paging.of(number, PAGE_SIZE, (count, skip) -> followups.shown(visit, count, skip));
        return new Page(
                "followup/list",
                visit.layout(messages.say(visit.lang(), "followup.list.title"), "/suites", "suites"),
                new FollowupListPage(
                        paging,
                        number > 1 ? List.of() : promises(visit),
                        number > 1 ? List.of() : events.asks(visit),
                        number > 1
                                ? List.of()
                                : noticed.stream()
                                        .flatMap(one -> one.latest(visit).stream())
                                        .toList()),
                Set.of(
                        visit.contract().tag(),
                        Followups.listTag(visit.contractId()),
                        Consultations.listTag(visit.contractId()),
                        Agenda.listTag(visit.contractId())),
                agenda.until(visit));
    }

    private List<Promise> promises(Visit visit) {
        return consultations.list(visit).stream()
                .filter(one -> one.isOpen() || one.isClosed())
                .map(one ->
                        new Promise(one.slug(), one.title(), calendar.day(visit.lang(), one.answerBy()), one.isOpen()))
                .toList();
    }

    /** A questionnaire with the day by which its answer is promised. */
    record Promise(String slug, Translated title, String answerBy, boolean isOpen) {}

    /** A page of what came of opinions. */
    record FollowupListPage(
            Paging<Followups.Card> paging, List<Promise> promises, List<Events.Asks> asks, List<Noticed.Seen> noticed) {

        List<Followups.Card> followups() {
            return paging.items();
        }

        String query() {
            return "";
        }
    }
}
