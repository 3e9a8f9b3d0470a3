package org.portevoix.event;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.web.NotFound;

/**
 * What somebody chose of the agenda. Each choice is a part of the address, so that it can be kept, shared and followed.
 *
 * @param neighbourhood slug; null for all
 * @param language spoken or interpreted there; null for any
 * @param isFreeTime evenings and weekends alone
 * @param from the first day; null from now on
 * @param until the last day: {@code from}, or of its week or its month; null for no end
 */
record AgendaFilter(
        @Nullable String neighbourhood,
        @Nullable String language,
        boolean isFreeTime,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    static final AgendaFilter NONE = new AgendaFilter(null, null, false, null, null);

    private static final String FREE_TIME = "soir-week-end";
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    /** Weeks that may be asked for, before and after this one: beyond, there is nothing for anybody to follow. */
    private static final int WEEKS = 60;

    /**
     * Of an address. NotFound for what no link of ours says.
     *
     * @param semaine a Monday: 2026-11-23
     * @param mois 2026-11
     * @param jour 2026-11-23
     */
    static AgendaFilter of(
            @Nullable String quartier,
            @Nullable String langue,
            @Nullable String moment,
            @Nullable String semaine,
            @Nullable String mois,
            @Nullable String jour,
            Visit visit,
            LocalDate today) {
        if (langue != null && !languages(visit).contains(langue)) {
            throw new NotFound();
        }
        long periods = Stream.of(semaine, mois, jour).filter(Objects::nonNull).count();
        if (moment != null && !moment.equals(FREE_TIME) || periods > 1) {
            throw new NotFound();
        }
        var any = new AgendaFilter(quartier, langue, moment != null, null, null);
        try {
            if (semaine != null) {
                LocalDate monday = LocalDate.parse(semaine);
                return near(today, monday).getDayOfWeek() == DayOfWeek.MONDAY ? any.week(monday) : gone();
            }
            if (jour != null) {
                return any.day(near(today, LocalDate.parse(jour)));
            }
            return mois == null
                    ? any
                    : any.month(YearMonth.from(near(today, YearMonth.parse(mois).atDay(1))));
        } catch (DateTimeException e) {
            return gone();
        }
    }

    /** In which one may look for a session: those of the contract, but French, which is spoken everywhere. */
    static List<String> languages(Visit visit) {
        return visit.contract().languageCodes().stream()
                .filter(code -> !code.equals(Language.SOURCE))
                .toList();
    }

    private static LocalDate near(LocalDate today, LocalDate day) {
        if (day.isBefore(today.minusWeeks(WEEKS)) || day.isAfter(today.plusWeeks(WEEKS))) {
            throw new NotFound();
        }
        return day;
    }

    private static AgendaFilter gone() {
        throw new NotFound();
    }

    boolean isChosen() {
        return !equals(NONE);
    }

    boolean isWeek() {
        return from != null && from.plusDays(6).equals(until);
    }

    boolean isDay() {
        return from != null && from.equals(until);
    }

    boolean isMonth() {
        return from != null && !isWeek() && !isDay();
    }

    AgendaFilter in(@Nullable String slug) {
        return new AgendaFilter(slug, language, isFreeTime, from, until);
    }

    AgendaFilter speaking(@Nullable String code) {
        return new AgendaFilter(neighbourhood, code, isFreeTime, from, until);
    }

    AgendaFilter freeTime(boolean wanted) {
        return new AgendaFilter(neighbourhood, language, wanted, from, until);
    }

    AgendaFilter always() {
        return new AgendaFilter(neighbourhood, language, isFreeTime, null, null);
    }

    /** The week of this day. */
    AgendaFilter week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new AgendaFilter(neighbourhood, language, isFreeTime, monday, monday.plusDays(6));
    }

    AgendaFilter day(LocalDate day) {
        return new AgendaFilter(neighbourhood, language, isFreeTime, day, day);
    }

    AgendaFilter month(YearMonth month) {
        return new AgendaFilter(neighbourhood, language, isFreeTime, month.atDay(1), month.atEndOfMonth());
    }

    /** The day, the week or the month after this one, or before it. */
    AgendaFilter beside(int periods) {
        LocalDate start = start();
        if (isDay()) {
            return day(start.plusDays(periods));
        }
        return isWeek() ? week(start.plusWeeks(periods)) : month(YearMonth.from(start.plusMonths(periods)));
    }

    /** Of an address, after its question mark, each with its ampersand; "" of all. */
    String query() {
        StringBuilder query = new StringBuilder();
        part(query, "quartier", neighbourhood);
        part(query, "langue", language);
        part(query, "moment", isFreeTime ? FREE_TIME : null);
        part(query, "semaine", isWeek() ? String.valueOf(from) : null);
        part(query, "jour", isDay() ? String.valueOf(from) : null);
        part(query, "mois", isMonth() ? String.valueOf(YearMonth.from(start())) : null);
        return query.toString();
    }

    /** With its question mark, or "". */
    String suffix() {
        String query = query();
        return query.isEmpty() ? "" : "?" + query.substring(0, query.length() - 1);
    }

    private static void part(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(name).append('=').append(value).append('&');
        }
    }

    LocalDate start() {
        return from == null ? FIRST : from;
    }

    LocalDate end() {
        return until == null ? LAST : until;
    }

    /** No session of the period begins from then on. For the same index. */
    Instant before(ZoneId zone) {
        return end().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** No session that begins before it is wanted: one lasts less than a day. For the index of their beginnings. */
    Instant after(Instant now, ZoneId zone) {
        Instant began = now.minusSeconds(86_400);
        Instant first = start().atStartOfDay(zone).toInstant();
        return first.isAfter(began) ? first : began;
    }
}
