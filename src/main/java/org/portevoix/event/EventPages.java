package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Preview;
import org.portevoix.contract.Surroundings;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;
import org.portevoix.web.Paging;

/** Decides what the agenda and the pages of events show. */
@Singleton
class EventPages implements Preview {

    static final int PAGE_SIZE = 10;

    private static final String ADDRESS = "/agenda";

    private final EventRepository events;
    private final Agenda agenda;
    private final AgendaMonths months;
    private final Territory territory;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final Messages messages;
    private final RegistrationFormViews forms;
    private final Editions editions;
    private final Programme programmes;
    private final RepeatWords repeatWords;
    private final EventSchema schema;
    private final Calendar calendar;
    private final Surroundings surroundings;
    private final Clock clock;

    EventPages(
            EventRepository events,
            Agenda agenda,
            AgendaMonths months,
            Territory territory,
            ActionSheets actionSheets,
            Texts texts,
            Messages messages,
            RegistrationFormViews forms,
            Editions editions,
            Programme programmes,
            RepeatWords repeatWords,
            EventSchema schema,
            Calendar calendar,
            Surroundings surroundings,
            Clock clock) {
        this.events = events;
        this.agenda = agenda;
        this.months = months;
        this.territory = territory;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.messages = messages;
        this.forms = forms;
        this.editions = editions;
        this.programmes = programmes;
        this.repeatWords = repeatWords;
        this.schema = schema;
        this.calendar = calendar;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    Page list(Visit visit, AgendaFilter filter, int number) {
        Long neighbourhoodId = agenda.neighbourhoodId(visit, filter.neighbourhood());
        Paging<EventSession> paging = Paging.of(
                number, PAGE_SIZE, (count, skip) -> agenda.coming(visit, filter, neighbourhoodId, count, skip));
        boolean hasPeriod = filter.from() != null;
        var content = new AgendaPage(
                filter,
                visit.address(ADDRESS),
                choice(visit, "event.list.everywhere", filter.in(null), filter),
                territory.neighbourhoods(visit.contractId(), visit.lang()).stream()
                        .map(one -> choice(visit, one.name(), filter.in(one.slug()), filter))
                        .toList(),
                AgendaFilter.languages(visit).stream()
                        .map(code -> choice(
                                visit,
                                code,
                                filter.speaking(code.equals(filter.language()) ? null : code),
                                filter.speaking(code).equals(filter)))
                        .toList(),
                times(visit, filter),
                hasPeriod ? period(visit, filter) : null,
                hasPeriod ? visit.address(ADDRESS) + filter.beside(-1).suffix() : null,
                hasPeriod ? visit.address(ADDRESS) + filter.beside(1).suffix() : null,
                filter.isDay() ? monthOf(visit, filter) : null,
                months.find(visit, filter, neighbourhoodId),
                paging,
                agenda.cards(visit, paging.items()));
        return new Page(
                "event/list",
                visit.layout(messages.say(visit.lang(), "event.list.title"), ADDRESS, "agenda"),
                content,
                Set.of(visit.contract().tag(), EventSession.listTag(visit.contractId())),
                agenda.until(visit));
    }

    private List<AgendaPage.Choice> times(Visit visit, AgendaFilter filter) {
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        AgendaFilter freeTime = filter.freeTime(!filter.isFreeTime());
        return List.of(
                choice(visit, "event.list.free_time", freeTime, filter.isFreeTime()),
                period(visit, "event.list.week", filter.week(today), filter),
                period(visit, "event.list.month", filter.month(YearMonth.from(today)), filter));
    }

    /** Chosen again, it is taken back. */
    private static AgendaPage.Choice period(Visit visit, String label, AgendaFilter period, AgendaFilter present) {
        boolean isChosen = period.equals(present);
        return choice(visit, label, isChosen ? present.always() : period, isChosen);
    }

    private static AgendaPage.Choice choice(Visit visit, Object label, AgendaFilter other, AgendaFilter present) {
        return choice(visit, label, other, other.equals(present));
    }

    private static AgendaPage.Choice choice(Visit visit, Object label, AgendaFilter other, boolean isChosen) {
        return new AgendaPage.Choice(label, visit.address(ADDRESS) + other.suffix(), isChosen);
    }

    private AgendaPage.Choice monthOf(Visit visit, AgendaFilter filter) {
        YearMonth month = YearMonth.from(filter.start());
        return choice(visit, calendar.month(visit.lang(), month), filter.month(month), false);
    }

    private String period(Visit visit, AgendaFilter filter) {
        if (filter.isDay()) {
            return calendar.day(visit.lang(), filter.start());
        }
        return filter.isWeek()
                ? messages.say(
                        visit.lang(), "event.list.week_of", Map.of("day", calendar.day(visit.lang(), filter.start())))
                : calendar.month(visit.lang(), YearMonth.from(filter.start()));
    }

    /** An event: the session of this day, or the next one, or the last one where all are over. */
    Page show(Visit visit, String slug, @Nullable String day) {
        return show(visit, slug, day, null, Map.of(), null);
    }

    /** The page with what was typed; {@code errors}: field to message key; {@code notice}: of the whole form, or null. */
    Page show(
            Visit visit,
            String slug,
            @Nullable String day,
            @Nullable RegistrationForm typed,
            Map<String, String> errors,
            @Nullable String notice) {
        return show(visit, slug, day, events.findSessions(visit.contractId(), slug), typed, errors, notice);
    }

    @Override
    public String list() {
        return "events";
    }

    @Override
    public Page of(Visit visit, String slug) {
        List<EventSession> sessions = events.findSessionsForPreview(visit.contractId(), slug);
        return show(visit, slug, null, sessions, null, Map.of(), null);
    }

    private Page show(
            Visit visit,
            String slug,
            @Nullable String day,
            List<EventSession> sessions,
            @Nullable RegistrationForm typed,
            Map<String, String> errors,
            @Nullable String notice) {
        if (sessions.isEmpty()) {
            throw new NotFound();
        }
        Instant now = clock.instant();
        EventSession shown = day == null
                ? sessions.stream()
                        .filter(session -> session.endsAt().isAfter(now))
                        .findFirst()
                        .orElse(sessions.getLast())
                : sessions.stream()
                        .filter(session -> session.day().toString().equals(day))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        List<EventSession> others = sessions.stream()
                .filter(session -> session.endsAt().isAfter(now) && session.sessionId() != shown.sessionId())
                .toList();
        var read = texts.read(visit.lang(), shown.texts());
        List<Programme.Part> programme = programmes.of(visit.lang(), shown);
        RegistrationForm form = typed == null ? RegistrationForm.blank(shown.isSensitive()) : typed;
        Long sheetId = shown.actionSheetId();
        var sheet = sheetId == null
                ? null
                : actionSheets.links(visit.lang(), List.of(sheetId)).get(sheetId);
        var tags = new HashSet<>(
                Set.of(visit.contract().tag(), EventSession.listTag(visit.contractId()), EventSession.tag(shown.id())));
        if (sheetId != null) {
            tags.add(ActionSheets.tag(sheetId));
        }
        Page page = new Page(
                "event/show",
                visit.layout(
                        errors.isEmpty() ? "" : messages.say(visit.lang(), "web.form.error") + " ",
                        read.get(shown.titleText()),
                        "/agenda/" + slug + (day == null ? "" : "/" + day),
                        "agenda"),
                new EventPage(
                        agenda.cards(visit, List.of(shown)).getFirst(),
                        shown,
                        read,
                        shown.endsAt().isBefore(now),
                        agenda.cards(visit, others.stream().limit(8).toList()),
                        sheet,
                        shown.isOpenAt(now) ? forms.view(visit, form, programme, errors) : null,
                        notice,
                        more(visit, shown, read, programme)),
                tags,
                agenda.until(visit));
        return surroundings.around(visit, list(), shown.id(), page);
    }

    private EventPage.More more(Visit visit, EventSession shown, TextsRead read, List<Programme.Part> programme) {
        Repeat repeat = shown.repeat();
        boolean isOver = shown.endsAt().isBefore(clock.instant());
        return new EventPage.More(
                repeat == null
                        ? null
                        : repeatWords.of(visit.lang(), repeat, LocalDate.now(clock.withZone(visit.zone()))),
                programme,
                shown.isSensitive() ? List.of() : editions.asks(visit, shown),
                isOver && shown.reportText() != null && !shown.isSensitive() ? editions.heads(visit, shown) : List.of(),
                isOver ? null : editions.previous(visit, shown),
                isOver ? editions.next(visit, shown) : null,
                schema.of(visit, shown, read));
    }
}
