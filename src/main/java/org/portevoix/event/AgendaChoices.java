package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;

/**
 * What an address of the agenda chooses, as it is written there; each may be left out.
 *
 * @param quartier slug of a neighbourhood
 * @param langue code of a language that is spoken or interpreted
 * @param moment evenings and weekends
 * @param semaine a Monday
 * @param mois a month
 * @param jour a day
 */
@Introspected
record AgendaChoices(
        @Nullable @QueryValue String quartier,
        @Nullable @QueryValue String langue,
        @Nullable @QueryValue String moment,
        @Nullable @QueryValue String semaine,
        @Nullable @QueryValue String mois,
        @Nullable @QueryValue String jour) {

    /** NotFound for a choice that no link of ours makes. */
    AgendaFilter filter(Visit visit, LocalDate today) {
        return AgendaFilter.of(quartier, langue, moment, semaine, mois, jour, visit, today);
    }
}
