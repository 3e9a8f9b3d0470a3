package org.portevoix.operation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * The site's log, as text or (PORTEVOIX_LOG=json) one JSON object a line. Of a failure it tells kind and place and, but for our own
 * kinds, never the message: a library's may quote what a resident wrote.
 */
public final class LogLines extends LayoutBase<ILoggingEvent> {
    private static final String OURS = "org.portevoix";
    private static final int MOST_CAUSES = 10;
    private static final int MOST_FRAMES = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private boolean isJson;

    /** Set from logback.xml. */
    public void setFormat(String format) {
        isJson = format.equalsIgnoreCase("json");
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return isJson ? json(event) : text(event);
    }

    private static String text(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(TIME.format(time(event)))
                .append(' ')
                .append(String.format("%-5s", event.getLevel()))
                .append(' ')
                .append(event.getLoggerName())
                .append(' ')
                .append(message(event))
                .append('\n');
        IThrowableProxy failure = event.getThrowableProxy();
        return failure == null ? line.toString() : line + stack(failure);
    }

    private static String json(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", TIME.format(time(event)));
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", message(event));
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                line.put(pair.key, String.valueOf(pair.value));
            }
        }
        if (event.getThrowableProxy() != null) {
            line.put("failure", stack(event.getThrowableProxy()));
        }
        return new String(BackupLines.of(line), StandardCharsets.UTF_8) + "\n";
    }

    private static Instant time(ILoggingEvent event) {
        return Instant.ofEpochMilli(event.getTimeStamp());
    }

    /** A library may have put the failure's message into its own. */
    private static String message(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            String told = cause.getMessage();
            if (told != null && !told.isBlank() && !isOurs(cause)) {
                message = message.replace(told, "…");
            }
        }
        return message;
    }

    private static boolean isOurs(IThrowableProxy failure) {
        return failure.getClassName().startsWith(OURS);
    }

    private static String stack(IThrowableProxy failure) {
        StringBuilder lines = new StringBuilder();
        int causes = 0;
        for (@Nullable IThrowableProxy each = failure; each != null && causes < MOST_CAUSES; each = each.getCause()) {
            causes++;
            lines.append(each == failure ? "" : "caused by ").append(name(each)).append('\n');
            StackTraceElementProxy[] frames = each.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(frames.length - each.getCommonFrames(), MOST_FRAMES); i++) {
                lines.append("  ").append(frames[i].getSTEAsString()).append('\n');
            }
        }
        return lines.toString();
    }

    private static String name(IThrowableProxy failure) {
        if (isOurs(failure)) {
            return failure.getClassName() + ": " + failure.getMessage();
        }
        return failure instanceof ThrowableProxy proxy ? Failures.named(proxy.getThrowable()) : failure.getClassName();
    }
}
