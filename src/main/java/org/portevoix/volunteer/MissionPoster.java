package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.paper.Words;
import org.portevoix.poster.Announced;
import org.portevoix.poster.Announcement;
import org.portevoix.poster.Announcement.Fact;
import org.portevoix.poster.PosterWords;
import org.portevoix.web.NotFound;

/** A mission on a poster: what one does, how much of one's time it takes, its next date if it has any. */
@Singleton
class MissionPoster implements Announced {

    private final MissionRepository missions;
    private final MissionSlots slots;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final PosterWords words;

    MissionPoster(
            MissionRepository missions,
            MissionSlots slots,
            Texts texts,
            Calendar calendar,
            Messages messages,
            PosterWords words) {
        this.missions = missions;
        this.slots = slots;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.words = words;
    }

    @Override
    public String section() {
        return "benevoles";
    }

    @Override
    public Announcement of(Visit visit, String slug, @Nullable String day) {
        Mission mission = missions.findPublished(visit.contractId(), slug).orElseThrow(NotFound::new);
        TextsRead read = texts.read(visit.lang(), mission.texts());
        return new Announcement(
                slug,
                "/benevoles/" + slug,
                words.say(visit.lang(), "volunteer.list.title"),
                "hand",
                read.get(mission.titleText()),
                read.get(mission.summaryText()),
                next(visit, mission),
                false,
                facts(visit, mission, read));
    }

    /** Its next date, in two lines; none where people are called to choose it. */
    private List<Words> next(Visit visit, Mission mission) {
        return slots.offered(mission).slots().stream()
                .filter(slot -> slot.startsAt() != null && slot.endsAt() != null)
                .findFirst()
                .map(slot -> {
                    var from = Objects.requireNonNull(slot.startsAt());
                    var until = Objects.requireNonNull(slot.endsAt());
                    return List.of(
                            words.said(
                                    visit.lang(),
                                    calendar.day(
                                            visit.lang(),
                                            from.atZone(visit.zone()).toLocalDate())),
                            words.said(visit.lang(), calendar.hours(visit.lang(), from, until, visit.zone())));
                })
                .orElse(List.of());
    }

    private List<Fact> facts(Visit visit, Mission mission, TextsRead read) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("calendar", read.get(mission.commitmentText())));
        Translated place = read.find(mission.placeText());
        if (place != null) {
            facts.add(new Fact("place", place));
        }
        if (!mission.languageCodes().isEmpty()) {
            facts.add(new Fact(
                    "talk",
                    words.spoken(
                            visit.lang(),
                            messages.say(visit.lang(), "volunteer.list.languages"),
                            mission.languageCodes())));
        }
        return facts;
    }
}
