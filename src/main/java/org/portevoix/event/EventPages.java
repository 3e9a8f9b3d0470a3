package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Preview;
import org.portevoix.contract.Surroundings;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Territory.Named;
import org.portevoix.contract.Visit;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;
import org.portevoix.web.Paging;

/** Decides what the agenda and the pages of events show. */
@Singleton
class EventPages implements Preview {

    static final int PAGE_SIZE = 10;

    private final EventRepository events;
    private final Agenda agenda;
    private final Territory territory;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final Messages messages;
    private final RegistrationFormViews forms;
    private final Surroundings surroundings;
    private final Clock clock;

    EventPages(
            EventRepository events,
            Agenda agenda,
            Territory territory,
            ActionSheets actionSheets,
            Texts texts,
            Messages messages,
            RegistrationFormViews forms,
            Surroundings surroundings,
            Clock clock) {
        this.events = events;
        this.agenda = agenda;
        this.territory = territory;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.messages = messages;
        this.forms = forms;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    Page list(Visit visit, @Nullable String quartier, int number) {
        var neighbourhoods = territory.neighbourhoods(visit.contractId(), visit.lang());
        Named<Neighbourhood> chosen = quartier == null
                ? null
                : neighbourhoods.stream()
                        .filter(one -> one.slug().equals(quartier))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Long neighbourhoodId = chosen == null ? null : chosen.row().id();
        Paging<EventSession> paging = Paging.of(
                number,
                PAGE_SIZE,
                (count, skip) -> events.findComing(visit.contractId(), clock.instant(), neighbourhoodId, count, skip));
        var content = new AgendaPage(
                neighbourhoods.stream()
                        .map(one -> new AgendaPage.Choice(
                                one.slug(), one.name(), one.slug().equals(quartier)))
                        .toList(),
                quartier,
                paging,
                agenda.cards(visit, paging.items()));
        return new Page(
                "event/list",
                visit.layout(messages.say(visit.lang(), "event.list.title"), "/agenda", "agenda"),
                content,
                Set.of(visit.contract().tag(), EventSession.listTag(visit.contractId())),
                agenda.until(visit));
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
                        shown.isOpenAt(now) ? forms.view(visit, form, errors) : null,
                        notice),
                tags,
                agenda.until(visit));
        return surroundings.around(visit, list(), shown.id(), page);
    }
}
