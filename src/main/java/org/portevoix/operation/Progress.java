package org.portevoix.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** Says how far long work has come, every few seconds. */
final class Progress {
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final int BETWEEN_LOOKS = 1_000;

    private final Consumer<String> say;
    private final String work;
    private Instant told = Instant.now();
    private long rows;

    /** {@code work}: such as « Je sauvegarde ». */
    Progress(Consumer<String> say, String work) {
        this.say = say;
        this.work = work;
    }

    void row(String table) {
        rows++;
        if (rows % BETWEEN_LOOKS == 0 && Duration.between(told, Instant.now()).compareTo(BETWEEN) > 0) {
            told = Instant.now();
            say.accept(work + "… " + number(rows) + " lignes (table " + table + ")");
        }
    }

    static String number(long rows) {
        return String.format(Locale.FRANCE, "%,d", rows);
    }
}
