package org.portevoix.participation;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an edition, before anything is hidden. {@code acts}: of individuals, {@code sensitiveActs} being the part
 * of them that has a sensitive subject; {@code heads}: people counted in a room, which are no secret; {@code moved}: how many
 * acts were received or taken back.
 */
record EditionCell(
        Breakdown breakdown,
        String category,
        @Nullable ParticipationLevel level,
        @Nullable YearMonth month,
        long acts,
        long sensitiveActs,
        long heads,
        long moved) {}
