package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

/** A log tells the operator what broke and where, and nothing that a resident wrote. */
class LogLinesTest {
    private static final String WORDS = "J’ai mal au dos depuis l’usine";

    private static final Logger LOGGER = new LoggerContext().getLogger("org.portevoix.web.ErrorPages");

    @Test
    void wordsInsideAFailureAreNotTold() {
        Exception failure = new IllegalStateException(
                "could not save: " + WORDS, new SQLException("Data too long: '" + WORDS + "'", "22001", 1406));
        for (String format : new String[] {"text", "json"}) {
            String line = line(format, "Error 12ab34cd in POST /{lang}/{contract}/avis/{slug}", failure);
            assertFalse(line.contains("usine"), line);
            assertTrue(line.contains("java.lang.IllegalStateException"), line);
            assertTrue(line.contains("java.sql.SQLException, SQLSTATE 22001, code 1406"), line);
            assertTrue(line.contains(LogLinesTest.class.getName() + ".wordsInsideAFailureAreNotTold"), line);
            assertTrue(line.contains("12ab34cd"), line);
        }
    }

    @Test
    void aLibraryThatTellsTheFailureAgainIsCutToo() {
        Exception failure = new IllegalArgumentException("bad value [" + WORDS + "]");
        String line = line("text", "Unexpected error occurred: " + failure.getMessage(), failure);
        assertFalse(line.contains("usine"), line);
        assertTrue(line.contains("Unexpected error occurred: …"), line);
    }

    @Test
    void ourOwnFailuresKeepTheirLine() {
        assertTrue(line("text", "refused", new Refusal("Le disque est plein.")).contains("Le disque est plein."));
    }

    @Test
    void jsonIsOneObjectALine() {
        String line = line("json", "deux\nlignes", new IllegalStateException(WORDS));
        assertEquals(1, line.strip().lines().count());
        Map<?, ?> read = JsonMapper.shared().readValue(line, Map.class);
        assertEquals("2026-11-22T05:00:00.123Z", read.get("time"));
        assertEquals("ERROR", read.get("level"));
        assertEquals("deux\nlignes", read.get("message"));
        assertEquals("12ab34cd", read.get("reference"));
    }

    @Test
    void textIsReadAtAGlance() {
        assertEquals(
                "2026-11-22T05:00:00.123Z ERROR org.portevoix.web.ErrorPages bonjour\n", line("text", "bonjour", null));
    }

    private static String line(String format, String message, @Nullable Exception failure) {
        LoggingEvent event = new LoggingEvent("", LOGGER, Level.ERROR, message, failure, null);
        event.setTimeStamp(1_795_323_600_123L);
        event.addKeyValuePair(new KeyValuePair("reference", "12ab34cd"));
        LogLines lines = new LogLines();
        lines.setFormat(format);
        return lines.doLayout(event);
    }
}
