package org.portevoix.followup;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.OpenList;
import org.portevoix.contract.Visit;
import org.portevoix.event.Agenda;
import org.portevoix.event.Events;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** You said, we did, as open data. */
@Controller("/api/v1/contracts/{contract}")
class FollowupDataController implements OpenList {

    private final OpenData openData;
    private final FollowupRepository followups;
    private final ActionSheets actionSheets;
    private final Events events;
    private final Texts texts;
    private final Clock clock;

    FollowupDataController(
            OpenData openData,
            FollowupRepository followups,
            ActionSheets actionSheets,
            Events events,
            Texts texts,
            Clock clock) {
        this.openData = openData;
        this.followups = followups;
        this.actionSheets = actionSheets;
        this.events = events;
        this.texts = texts;
        this.clock = clock;
    }

    @Get("/followups")
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(request, contract, this::of);
    }

    @Get("/followups.csv")
    HttpResponse<?> table(HttpRequest<?> request, String contract) {
        return openData.table(request, contract, this::of);
    }

    @Override
    public String name() {
        return "followups";
    }

    @Override
    public OpenData.Listing<?> of(Visit visit) {
        return new OpenData.Listing<>(
                FollowupEntry.class,
                Set.of(
                        visit.contract().tag(),
                        Followups.listTag(visit.contractId()),
                        ActionSheets.listTag(visit.contractId()),
                        Agenda.listTag(visit.contractId())),
                today(visit).plusDays(1).atStartOfDay(visit.zone()).toInstant(),
                entries(visit));
    }

    /** Latest decision first, then what awaits one. */
    private List<FollowupEntry> entries(Visit visit) {
        List<Followup> found = followups.findLatest(visit.contractId());
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Followup::texts));
        Map<Long, String> actions = actionSheets.published(visit.contractId());
        Map<Long, Events.Link> seenAt = events.links(
                visit.lang(), found.stream().map(Followup::doneEventId).toList());
        return found.stream()
                .map(followup -> FollowupEntry.of(
                        followup,
                        new Wording(read, followup.saidText()),
                        read.get(followup.saidText()).firstSentences(1).body(),
                        actions,
                        event(seenAt, followup.doneEventId()),
                        openData.url(visit.address("/suites")),
                        today(visit)))
                .toList();
    }

    private static @Nullable String event(Map<Long, Events.Link> events, @Nullable Long id) {
        Events.Link found = id == null ? null : events.get(id);
        return found == null ? null : found.slug();
    }

    private LocalDate today(Visit visit) {
        return LocalDate.now(clock.withZone(visit.zone()));
    }
}
