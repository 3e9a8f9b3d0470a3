package org.portevoix.volunteer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;
import org.portevoix.web.Pages;

/** The public pages of missions. */
@Controller("/{lang}/{contract}/benevoles")
class MissionController {

    private static final int PAGE_SIZE = 10;

    private final Contracts contracts;
    private final Missions missions;
    private final MissionRepository repository;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final Messages messages;
    private final Pages pages;

    MissionController(
            Contracts contracts,
            Missions missions,
            MissionRepository repository,
            ActionSheets actionSheets,
            Texts texts,
            Messages messages,
            Pages pages) {
        this.contracts = contracts;
        this.missions = missions;
        this.repository = repository;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.messages = messages;
        this.pages = pages;
    }

    @Get("{?page}")
    HttpResponse<?> list(
            HttpRequest<?> request, String lang, String contract, @QueryValue(defaultValue = "1") int page) {
        return pages.show(request, () -> list(contracts.visit(lang, contract), page));
    }

    @Get("/{slug}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String contract, String slug) {
        return pages.show(request, () -> show(contracts.visit(lang, contract), slug));
    }

    private Page list(Visit visit, int number) {
        var found = missions.list(visit, PAGE_SIZE + 1, (Math.max(number, 1) - 1) * PAGE_SIZE);
        if (number < 1 || number > 1 && found.isEmpty()) {
            throw new NotFound();
        }
        return new Page(
                "volunteer/list",
                visit.layout(messages.say(visit.lang(), "volunteer.list.title"), "/benevoles", "benevoles"),
                new MissionListPage(
                        found.stream().limit(PAGE_SIZE).toList(),
                        number > 1 ? number - 1 : null,
                        found.size() > PAGE_SIZE ? number + 1 : null),
                Set.of(visit.contract().tag(), Mission.listTag(visit.contractId())));
    }

    private Page show(Visit visit, String slug) {
        return show(visit, repository.findPublished(visit.contractId(), slug).orElseThrow(NotFound::new));
    }

    Page show(Visit visit, Mission mission) {
        TextsRead read = texts.read(visit.lang(), mission.texts());
        var tags = new HashSet<>(
                Set.of(visit.contract().tag(), Mission.listTag(visit.contractId()), Mission.tag(mission.id())));
        Long sheetId = mission.actionSheetId();
        if (sheetId != null) {
            tags.add(ActionSheets.tag(sheetId));
        }
        return new Page(
                "volunteer/show",
                visit.layout(read.get(mission.titleText()).body(), "/benevoles/" + mission.slug(), "benevoles"),
                new MissionPage(
                        mission,
                        read,
                        sheetId == null
                                ? null
                                : actionSheets
                                        .links(visit.lang(), List.of(sheetId))
                                        .get(sheetId)),
                tags);
    }

    /** A page of the list of missions. */
    record MissionListPage(
            List<Missions.Card> missions,
            @Nullable Integer previous,
            @Nullable Integer next) {

        boolean hasPages() {
            return previous != null || next != null;
        }

        String query() {
            return "";
        }
    }

    /** One mission. */
    record MissionPage(Mission mission, TextsRead texts, ActionSheets.@Nullable Link action) {

        Translated title() {
            return texts.get(mission.titleText());
        }

        Translated summary() {
            return texts.get(mission.summaryText());
        }

        Translated commitment() {
            return texts.get(mission.commitmentText());
        }

        @Nullable
        String telephoneLink() {
            return mission.telephone() == null ? null : mission.telephone().replaceAll("[^+0-9]", "");
        }

        @Nullable
        Translated place() {
            return texts.find(mission.placeText());
        }

        List<String> languages() {
            return mission.languageCodes();
        }

        boolean hasFallback() {
            return texts.hasFallback();
        }

        boolean hasStale() {
            return texts.hasStale();
        }
    }
}
