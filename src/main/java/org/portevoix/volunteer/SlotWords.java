package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;

/** When a slot is, in words: "samedi 28 novembre, de 9 h à 12 h". */
@Singleton
class SlotWords {

    private final Calendar calendar;
    private final Messages messages;

    SlotWords(Calendar calendar, Messages messages) {
        this.calendar = calendar;
        this.messages = messages;
    }

    String when(String lang, MissionSlot slot, ZoneId zone) {
        Instant from = slot.startsAt();
        Instant until = slot.endsAt();
        if (from == null || until == null) {
            return messages.say(lang, "volunteer.slot.open");
        }
        return messages.say(
                lang,
                "volunteer.slot.when",
                Map.of(
                        "day",
                        calendar.day(lang, from.atZone(zone).toLocalDate()),
                        "hours",
                        calendar.hours(lang, from, until, zone)));
    }
}
