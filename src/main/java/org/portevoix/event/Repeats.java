package org.portevoix.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portevoix.contract.Contract;
import org.portevoix.web.PageChanges;

/** Makes the sessions that a rule says. It touches those alone that are to come and for which nobody registered. */
@Singleton
class Repeats {

    private final EventRepository events;
    private final EventSessionRepository sessions;
    private final RepeatRepository repeats;
    private final PageChanges pageChanges;
    private final Clock clock;

    Repeats(
            EventRepository events,
            EventSessionRepository sessions,
            RepeatRepository repeats,
            PageChanges pageChanges,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.repeats = repeats;
        this.pageChanges = pageChanges;
        this.clock = clock;
    }

    /** What a form without errors would do. */
    RepeatPlan plan(Contract contract, String slug, RepeatForm form) {
        return plan(contract, events.findSessionsForPreview(contract.id(), slug), form);
    }

    /** Does it, and says what it did. */
    @Transactional
    RepeatPlan apply(Contract contract, String slug, RepeatForm form) {
        events.findSessionsForPreview(contract.id(), slug).forEach(session -> sessions.lock(session.sessionId()));
        List<EventSession> all = events.findSessionsForPreview(contract.id(), slug);
        EventSession event = all.getFirst();
        RepeatPlan plan = plan(contract, all, form);
        Repeat repeat = form.repeat();
        SessionForm hours = form.hours();
        ZoneId zone = contract.zoneId();
        Instant now = clock.instant();
        repeats.keep(
                event.id(),
                repeat.rule(),
                repeat.starts(),
                hours.from(),
                hours.until(),
                hours.limit(),
                repeat.except().stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
        for (LocalDate day : plan.added()) {
            sessions.add(
                    event.id(),
                    day,
                    hours.startsAt(day, zone),
                    hours.endsAt(day, zone),
                    hours.limit(),
                    hours.isEvening(),
                    true);
        }
        List<EventSession> kept = new ArrayList<>(plan.kept());
        for (EventSession session : plan.changed()) {
            int changed = repeats.change(
                    session.sessionId(),
                    hours.startsAt(session.day(), zone),
                    hours.endsAt(session.day(), zone),
                    hours.limit(),
                    hours.isEvening(),
                    now);
            if (changed == 0) {
                kept.add(session);
            }
        }
        plan.alike().forEach(session -> repeats.mark(session.sessionId()));
        for (EventSession session : plan.removed()) {
            if (repeats.remove(session.sessionId(), now) == 0) {
                kept.add(session);
            }
        }
        pageChanges.changed(EventSession.tag(event.id()), EventSession.listTag(contract.id()));
        return new RepeatPlan(plan.added(), plan.changed(), plan.removed(), kept, plan.alike());
    }

    private RepeatPlan plan(Contract contract, List<EventSession> all, RepeatForm form) {
        Instant now = clock.instant();
        ZoneId zone = contract.zoneId();
        SessionForm hours = form.hours();
        Map<LocalDate, EventSession> byDay =
                all.stream().collect(Collectors.toMap(EventSession::day, Function.identity()));
        List<Long> ids = all.stream().map(EventSession::sessionId).toList();
        Set<Long> registered = ids.isEmpty() ? Set.of() : new HashSet<>(repeats.findRegistered(ids));
        RepeatPlan plan = new RepeatPlan(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<LocalDate> wanted = new TreeSet<>(form.repeat().days());
        for (LocalDate day : wanted) {
            EventSession there = byDay.get(day);
            if (there == null && hours.startsAt(day, zone).isAfter(now)) {
                plan.added().add(day);
            } else if (there != null && there.startsAt().isAfter(now)) {
                boolean isAlike = there.isOn()
                        && there.startsAt().equals(hours.startsAt(day, zone))
                        && there.endsAt().equals(hours.endsAt(day, zone))
                        && Objects.equals(there.places(), hours.limit());
                boolean isFree = there.isOn() && !registered.contains(there.sessionId());
                (isAlike ? plan.alike() : isFree ? plan.changed() : plan.kept()).add(there);
            }
        }
        for (EventSession there : all) {
            if (there.isRepeated() && there.startsAt().isAfter(now) && !wanted.contains(there.day())) {
                boolean isFree = there.isOn() && !registered.contains(there.sessionId());
                (isFree ? plan.removed() : plan.kept()).add(there);
            }
        }
        return plan;
    }
}
