package org.portevoix.home;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.ContractPhase;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.participation.Phase;

/** The steps of a contract, past and to come. */
@Singleton
class ContractTimeline {

    private final Calendar calendar;

    ContractTimeline(Calendar calendar) {
        this.calendar = calendar;
    }

    /** Those that the contract tells, by their days; where it tells none, all four around the one that it names. */
    List<Step> of(Visit visit, List<ContractPhase> told, TextsRead read, LocalDate today) {
        return told.isEmpty()
                ? around(visit.contract().phase())
                : told.stream()
                        .map(one -> new Step(
                                one.phase(),
                                state(one.isPast(today), one.isToCome(today)),
                                calendar.fullDay(visit.lang(), one.startsOn()),
                                one.endsOn() == null ? null : calendar.fullDay(visit.lang(), one.endsOn()),
                                read.find(one.noteText())))
                        .toList();
    }

    private static List<Step> around(@Nullable String named) {
        if (named == null) {
            return List.of();
        }
        Phase now = Phase.valueOf(named);
        return Arrays.stream(Phase.values())
                .map(one ->
                        new Step(one.name(), state(one.compareTo(now) < 0, one.compareTo(now) > 0), null, null, null))
                .toList();
    }

    private static String state(boolean isPast, boolean isToCome) {
        return isPast ? "DONE" : isToCome ? "TO_COME" : "UNDER_WAY";
    }

    /**
     * A step.
     *
     * @param state DONE, UNDER_WAY or TO_COME
     * @param starts in words; null where no day is known, and so ends
     */
    record Step(
            String phase,
            String state,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable Translated note) {

        boolean isNow() {
            return state.equals("UNDER_WAY");
        }
    }
}
