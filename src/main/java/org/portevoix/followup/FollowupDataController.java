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
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** You said, we did, as open data. */
@Controller("/api/v1/contracts/{contract}/followups")
class FollowupDataController {

    private final OpenData openData;
    private final FollowupRepository followups;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final Clock clock;

    FollowupDataController(
            OpenData openData, FollowupRepository followups, ActionSheets actionSheets, Texts texts, Clock clock) {
        this.openData = openData;
        this.followups = followups;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(
                request,
                contract,
                visit -> new OpenData.Listing<>(
                        FollowupEntry.class,
                        Set.of(
                                visit.contract().tag(),
                                Followups.listTag(visit.contractId()),
                                ActionSheets.listTag(visit.contractId())),
                        today(visit).plusDays(1).atStartOfDay(visit.zone()).toInstant(),
                        entries(visit)));
    }

    /** Latest decision first, then what awaits one. */
    private List<FollowupEntry> entries(Visit visit) {
        List<Followup> found = followups.findLatest(visit.contractId());
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Followup::texts));
        Map<Long, String> actions = actionSheets.published(visit.contractId());
        return found.stream()
                .map(followup -> FollowupEntry.of(
                        followup,
                        new Wording(read, followup.saidText()),
                        read.get(followup.saidText()).firstSentences(1).body(),
                        followup.actionSheetId() == null ? null : actions.get(followup.actionSheetId()),
                        openData.url(visit.address("/suites")),
                        today(visit)))
                .toList();
    }

    private LocalDate today(Visit visit) {
        return LocalDate.now(clock.withZone(visit.zone()));
    }
}
