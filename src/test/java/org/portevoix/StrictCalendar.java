package org.portevoix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.CompatibilityHints;

/** Reads a calendar as a strict client would, by another library than the one that wrote it, and by the lines of RFC 5545. */
public final class StrictCalendar {
    private StrictCalendar() {}

    /** Its events; fails where anything is not as the standard asks. */
    public static List<VEvent> events(String text) {
        lines(text);
        for (String hint : List.of(
                CompatibilityHints.KEY_RELAXED_PARSING,
                CompatibilityHints.KEY_RELAXED_UNFOLDING,
                CompatibilityHints.KEY_RELAXED_VALIDATION,
                CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY,
                CompatibilityHints.KEY_NOTES_COMPATIBILITY)) {
            CompatibilityHints.setHintEnabled(hint, false);
        }
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text));
            var result = calendar.validate(true);
            assertFalse(result.hasErrors(), result.toString());
            List<VEvent> events = calendar.getComponents(Component.VEVENT);
            for (VEvent event : events) {
                assertTrue(event.getUid().isPresent(), "UID");
                assertTrue(event.getProperty("DTSTAMP").isPresent(), "DTSTAMP");
            }
            assertEquals(
                    events.size(),
                    events.stream()
                            .map(event -> event.getUid().orElseThrow().getValue())
                            .distinct()
                            .count(),
                    "each its own UID");
            return events;
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static void lines(String text) {
        assertTrue(text.startsWith("BEGIN:VCALENDAR\r\n") && text.endsWith("END:VCALENDAR\r\n"), text);
        assertFalse(text.replace("\r\n", "").matches("(?s).*[\r\n\\p{Cntrl}&&[^\t]].*"), "bare line ends or controls");
        for (String line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
    }
}
