package org.portevoix.volunteer;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.portevoix.event.CalendarLines;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.NotFound;

/** What was confirmed to somebody, as their calendar reads it: iCalendar (RFC 5545), without their name. */
@Singleton
class SignUpCalendar {

    private final SignUpPlaceRepository places;
    private final MissionSlotRepository slots;
    private final MissionRepository missions;
    private final Texts texts;
    private final Clock clock;

    SignUpCalendar(
            SignUpPlaceRepository places,
            MissionSlotRepository slots,
            MissionRepository missions,
            Texts texts,
            Clock clock) {
        this.places = places;
        this.slots = slots;
        this.missions = missions;
        this.texts = texts;
        this.clock = clock;
    }

    /** NotFound when nothing with a date is confirmed. */
    String of(String lang, SignUp signUp) {
        List<Long> ids = places.findBySignUp(Objects.requireNonNull(signUp.id())).stream()
                .filter(place -> place.state() == PlaceState.CONFIRMED)
                .map(SignUpPlace::slotId)
                .toList();
        List<MissionSlot> dated = ids.isEmpty()
                ? List.of()
                : slots.findByIdIn(ids).stream()
                        .filter(slot -> slot.startsAt() != null)
                        .toList();
        if (dated.isEmpty()) {
            throw new NotFound();
        }
        Mission mission = missions.findById(signUp.missionId()).orElseThrow();
        TextsRead read = texts.read(lang, mission.titleText(), mission.placeText());
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Porte-Voix//Missions//FR");
        dated.forEach(slot -> calendar.addEvent(event(mission, slot, read)));
        return CalendarLines.of(calendar);
    }

    private VEvent event(Mission mission, MissionSlot slot, TextsRead read) {
        VEvent event = new VEvent();
        event.setUid("mission-slot-" + slot.id() + "@porte-voix");
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(Date.from(Objects.requireNonNull(slot.startsAt())));
        event.setDateEnd(Date.from(Objects.requireNonNull(slot.endsAt())));
        event.setSequence(slot.revision());
        event.setStatus(Status.confirmed());
        event.setSummary(read.get(mission.titleText()).body());
        Translated place = read.find(mission.placeText());
        if (place != null) {
            event.setLocation(place.body().replaceAll("\\R", "\n"));
        }
        return event;
    }
}
