package org.portevoix.pack;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** When the site freezes and sends the pack of a contract by itself. @param since nothing that was due before is sent */
@Introspected
record PackSchedule(Rhythm rhythm, int daysBefore, LocalDate since) {
    static final int USUAL_DAYS = 10;
    static final int MOST_DAYS = 60;
}
