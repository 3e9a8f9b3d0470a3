package org.portevoix.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file that somebody gave: iCalendar or an export of OpenAgenda, told apart by how it begins. */
final class CalendarFile {

    static final int MOST_BYTES = 512 * 1024;
    static final int MOST_EVENTS = 200;
    static final int MOST_DAYS = 60;

    private static final int LONGEST_TITLE = 200;

    private CalendarFile() {}

    /**
     * All its events, in its own order, each with why it can't be taken. Throws {@link UnreadableFile} where nothing of it can.
     *
     * @param zone in which hours without a zone are meant
     */
    static List<FoundEvent> read(byte[] file, ZoneId zone, LocalDate today) {
        String text = text(file);
        String begin = text.stripLeading();
        List<FoundEvent> found;
        if (begin.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            found = new ICalendarReader(zone, today).read(text);
        } else if (begin.startsWith("{") || begin.startsWith("[")) {
            found = new OpenAgendaReader(zone, today).read(text);
        } else {
            throw new UnreadableFile("calendar.desk.error.format");
        }
        if (found.isEmpty()) {
            throw new UnreadableFile("calendar.desk.error.no_event");
        }
        Set<String> seen = new HashSet<>();
        return found.stream().map(one -> judged(one, seen)).toList();
    }

    private static FoundEvent judged(FoundEvent one, Set<String> seen) {
        if (one.refusal() != null) {
            return one;
        }
        if (one.source().isEmpty()) {
            return one.refused("calendar.desk.refusal.no_uid");
        }
        if (!seen.add(one.source())) {
            return one.refused("calendar.desk.refusal.twice");
        }
        if (one.title().isEmpty()) {
            return one.refused("calendar.desk.refusal.no_title");
        }
        if (one.title().length() > LONGEST_TITLE) {
            return one.refused("calendar.desk.refusal.long_title");
        }
        if (one.hours().isEmpty()) {
            return one.refused("calendar.desk.refusal.over");
        }
        return one.hours().size() > MOST_DAYS ? one.refused("calendar.desk.refusal.too_many_days") : one;
    }

    private static String text(byte[] file) {
        if (file.length == 0) {
            throw new UnreadableFile("calendar.desk.error.no_file");
        }
        if (file.length > MOST_BYTES) {
            throw new UnreadableFile("calendar.desk.error.big");
        }
        boolean isZip = begins(file, 'P', 'K') || begins(file, 0x1f, 0x8b) || begins(file, 'B', 'Z');
        if (isZip) {
            throw new UnreadableFile("calendar.desk.error.compressed");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("calendar.desk.error.encoding");
        }
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\n') {
                line++;
            } else if (Character.isISOControl(one) && one != '\r' && one != '\t') {
                throw new UnreadableFile("calendar.desk.error.control", Map.of("line", line));
            }
        }
        return text;
    }

    private static boolean begins(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xff) == first && (file[1] & 0xff) == second;
    }

    /** One line, without the space around it. */
    static String line(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
