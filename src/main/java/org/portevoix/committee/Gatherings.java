package org.portevoix.committee;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What other pages tell of who decides: the bodies of the contract, and when each meets next. */
@Singleton
public class Gatherings {

    private final BodyRepository bodies;
    private final MeetingRepository meetings;
    private final Texts texts;
    private final Calendar calendar;
    private final Clock clock;

    Gatherings(BodyRepository bodies, MeetingRepository meetings, Texts texts, Calendar calendar, Clock clock) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.texts = texts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Those of the whole contract, in its order. */
    public List<Gathering> of(Visit visit) {
        List<Body> found = bodies.findOf(visit.contractId()).stream()
                .filter(body -> body.actionSheetId() == null)
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        TextsRead read = texts.read(visit.lang(), found.stream().map(Body::nameText));
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        List<BodyMeeting> coming = meetings.findOf(found.stream().map(Body::id).toList()).stream()
                .filter(meeting -> !meeting.isCancelled() && !meeting.day().isBefore(today))
                .toList();
        return found.stream()
                .map(body -> new Gathering(
                        read.get(body.nameText()),
                        coming.stream()
                                .filter(meeting -> meeting.bodyId() == body.id())
                                .map(BodyMeeting::day)
                                .min(LocalDate::compareTo)
                                .map(day -> calendar.day(visit.lang(), day))
                                .orElse(null)))
                .toList();
    }

    /** The tag under which pages that tell the bodies and the steps of a contract stand. */
    public static String listTag(long contractId) {
        return Body.listTag(contractId);
    }

    /** @param next day of its next meeting in words; null while none is set */
    public record Gathering(Translated name, @Nullable String next) {}
}
