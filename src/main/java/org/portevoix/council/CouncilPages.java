package org.portevoix.council;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Visit;
import org.portevoix.followup.Followups;
import org.portevoix.language.Calendar;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.receipt.Outcomes;
import org.portevoix.receipt.Said;
import org.portevoix.web.Page;
import org.portevoix.web.TelephoneLink;

/** Decides what the public pages of councils show: only what the team has read. */
@Singleton
class CouncilPages {

    private static final int OPINIONS = 4;
    private static final int REMARKS = 6;

    private final CouncilRepository councils;
    private final CouncilMeetingRepository meetings;
    private final CouncilRemarkRepository remarks;
    private final FormalOpinionRepository opinions;
    private final Outcomes outcomes;
    private final Territory territory;
    private final Texts texts;
    private final Languages languages;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    CouncilPages(
            CouncilRepository councils,
            CouncilMeetingRepository meetings,
            CouncilRemarkRepository remarks,
            FormalOpinionRepository opinions,
            Outcomes outcomes,
            Territory territory,
            Texts texts,
            Languages languages,
            Calendar calendar,
            Messages messages,
            Clock clock) {
        this.councils = councils;
        this.meetings = meetings;
        this.remarks = remarks;
        this.opinions = opinions;
        this.outcomes = outcomes;
        this.territory = territory;
        this.texts = texts;
        this.languages = languages;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    Page list(Visit visit) {
        List<Council> all = councils.findOf(List.of(visit.contractId()));
        TextsRead read = texts.read(visit.lang(), all.stream().map(Council::nameText));
        Map<Long, Meeting> next = next(visit, all);
        Set<String> tags = tags(visit);
        all.forEach(council -> tags.add(council.tag()));
        return new Page(
                "council/list",
                visit.layout(messages.say(visit.lang(), "council.list.title"), "/conseils", "conseils"),
                new CouncilListPage(all.stream()
                        .map(council -> new Card(
                                council.slug(),
                                council.kind().name(),
                                read.get(council.nameText()),
                                neighbourhoods(visit, council),
                                next.get(council.key())))
                        .toList()),
                tags,
                midnight(visit));
    }

    Page show(Visit visit, Council council) {
        TextsRead read = texts.read(visit.lang(), council.texts());
        Set<String> tags = tags(visit);
        tags.add(council.tag());
        tags.add(Followups.listTag(visit.contractId()));
        String telephone =
                Objects.requireNonNullElse(council.telephone(), visit.contract().telephone());
        return new Page(
                "council/show",
                visit.layout(read.get(council.nameText()), "/conseils/" + council.slug(), "conseils"),
                new CouncilPage(
                        council.kind().name(),
                        read,
                        council,
                        neighbourhoods(visit, council),
                        next(visit, List.of(council)).get(council.key()),
                        opinions.findShown(council.key(), OPINIONS).stream()
                                .map(opinion -> opinion(visit, opinion))
                                .toList(),
                        remarks.findShown(council.key(), REMARKS).stream()
                                .map(remark -> new Words(
                                        remark.body(),
                                        remark.language(),
                                        direction(remark.language()),
                                        calendar.day(visit.lang(), remark.heldOn())))
                                .toList(),
                        telephone),
                tags,
                midnight(visit));
    }

    private OpinionCard opinion(Visit visit, FormalOpinion opinion) {
        return new OpinionCard(
                opinion.title(),
                opinion.body(),
                opinion.language(),
                direction(opinion.language()),
                opinion.aboutKind() == AboutKind.CONTRACT ? "" : opinion.aboutTitle(),
                calendar.day(visit.lang(), opinion.sentOn()),
                calendar.day(visit.lang(), opinion.answerBy()),
                outcomes.of(Said.Kind.FORMAL_OPINION, opinion.id(), visit.lang()));
    }

    /** The next meeting that residents may read of, by the id of the council. */
    private Map<Long, Meeting> next(Visit visit, List<Council> all) {
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        return all.isEmpty()
                ? Map.of()
                : meetings.findComing(all.stream().map(Council::key).toList(), today).stream()
                        .filter(CouncilMeeting::isShown)
                        .collect(Collectors.toMap(
                                CouncilMeeting::councilId,
                                one -> new Meeting(
                                        calendar.day(visit.lang(), one.heldOn()),
                                        one.heldFrom(),
                                        one.place(),
                                        one.hasChildCare(),
                                        one.hasInterpreter()),
                                (sooner, later) -> sooner));
    }

    private List<Translated> neighbourhoods(Visit visit, Council council) {
        Set<Long> own = new HashSet<>(councils.findNeighbourhoods(council.key()));
        return territory.neighbourhoods(visit.contractId(), visit.lang()).stream()
                .filter(one -> own.contains(one.row().id()))
                .map(Territory.Named::name)
                .toList();
    }

    private String direction(String language) {
        return languages.find(language).orElseGet(languages::source).direction();
    }

    private Instant midnight(Visit visit) {
        return LocalDate.now(clock.withZone(visit.zone()))
                .plusDays(1)
                .atStartOfDay(visit.zone())
                .toInstant();
    }

    private static Set<String> tags(Visit visit) {
        return new HashSet<>(Set.of(visit.contract().tag(), Council.listTag(visit.contractId())));
    }

    /** The councils of a contract. */
    record CouncilListPage(List<Card> councils) {}

    record Card(
            String slug,
            String kind,
            Translated name,
            List<Translated> neighbourhoods,
            @Nullable Meeting next) {}

    /** A meeting to come; the day is in words. */
    record Meeting(String day, String from, String place, boolean hasChildCare, boolean hasInterpreter) {}

    /** What a council asked, in the language in which it wrote, and what came of it. */
    record OpinionCard(
            String title,
            String words,
            String language,
            String direction,
            String about,
            String sentOn,
            String answerBy,
            List<Outcomes.Outcome> outcomes) {

        boolean isAnswered() {
            return outcomes.stream().anyMatch(Outcomes.Outcome::isAnswer);
        }
    }

    /** What was said at a meeting. */
    record Words(String body, String language, String direction, String day) {}

    /** One council. */
    record CouncilPage(
            String kind,
            TextsRead texts,
            Council council,
            List<Translated> neighbourhoods,
            @Nullable Meeting next,
            List<OpinionCard> opinions,
            List<Words> remarks,
            String telephone) {

        Translated name() {
            return texts.get(council.nameText());
        }

        @Nullable
        Translated presentation() {
            return texts.find(council.presentationText());
        }

        String telephoneLink() {
            return TelephoneLink.of(telephone);
        }

        boolean hasFallback() {
            return texts.hasFallback();
        }

        boolean hasStale() {
            return texts.hasStale();
        }
    }
}
