package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** An event that comes back: its days, in the rule and at the desk. */
class RepeatTest {

    @Nested
    class Rules {
        private static List<String> days(String rule, String starts, String... except) {
            Repeat repeat = Objects.requireNonNull(Repeat.of(
                    rule,
                    LocalDate.parse(starts),
                    List.of(except).stream().map(LocalDate::parse).toList()));
            assertEquals(rule, repeat.rule());
            return repeat.days().stream().map(LocalDate::toString).toList();
        }

        @Test
        void eachWeekOnSeveralDaysButForSome() {
            assertEquals(
                    List.of("2027-01-05", "2027-01-07", "2027-01-12", "2027-01-19"),
                    days("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270120", "2027-01-05", "2027-01-14"));
        }

        @Test
        void everyTwoWeeksAcrossANewYearAndTheHourOfSummer() {
            assertEquals(
                    List.of("2026-12-29", "2027-01-12", "2027-01-26"),
                    days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270131", "2026-12-29"));
            assertEquals(
                    List.of("2027-03-25", "2027-04-01"), days("FREQ=WEEKLY;BYDAY=TH;UNTIL=20270401", "2027-03-24"));
        }

        @Test
        void eachMonthOnTheSecondOrTheLastWeekday() {
            assertEquals(
                    List.of("2027-01-12", "2027-02-09", "2027-03-09"),
                    days("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270331", "2027-01-01"));
            assertEquals(
                    List.of("2027-01-30", "2027-02-27"), days("FREQ=MONTHLY;BYDAY=-1SA;UNTIL=20270228", "2027-01-30"));
        }

        @Test
        void firstDayThatTheRuleDoesNotSayIsNone() {
            assertEquals(List.of("2027-01-05"), days("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270105", "2027-01-01"));
        }

        @Test
        void whatHasNoEndOrIsNotOursIsNotRead() {
            for (String rule : List.of(
                    "FREQ=WEEKLY;BYDAY=TU",
                    "FREQ=SECONDLY;UNTIL=20270105",
                    "FREQ=WEEKLY;BYDAY=XX;UNTIL=20270105",
                    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271399")) {
                assertNull(Repeat.of(rule, LocalDate.of(2027, 1, 1), List.of()), rule);
            }
        }

        @Test
        void aHundredYearsOfDaysAreTooManyAndStopThere() {
            Repeat repeat = Objects.requireNonNull(Repeat.of(
                    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;UNTIL=21261231", LocalDate.of(2027, 1, 1), List.of()));
            assertTrue(repeat.isTooLong());
            assertEquals(Repeat.MOST_DAYS + 1, repeat.days().size());
        }
    }

    @Test
    void ruleMakesItsDaysAndSaysItselfOnThePage() {
        TestSession session = new TestSession("repete", "");
        TestVisitor.Answer seen = session.tryAtDesk("/agenda/forum/repetition", form(session, 3, "18:00"));
        assertEquals(200, seen.status());
        assertTrue(seen.text().contains("Dates ajoutées"), seen.text());
        int before = sessions(session);
        session.desk("/agenda/forum/repetition", keep(form(session, 3, "18:00")));
        // The first of the four days was there already.
        assertEquals(before + 3, sessions(session));
        session.desk("/agenda/forum/repetition", keep(form(session, 3, "18:00")));
        assertEquals(before + 3, sessions(session));
        String page = session.town()
                .visitor()
                .page("/fr/" + session.contract() + "/agenda/forum/"
                        + session.day().plusWeeks(1))
                .text();
        assertTrue(page.contains("Chaque semaine, le "), page);
        assertTrue(session.town()
                .visitor()
                .page("/ar/" + session.contract() + session.path())
                .text()
                .contains("كل أسبوع"));
    }

    @Test
    void changeTouchesOnlyDaysToComeForWhichNobodyRegistered() {
        TestSession session = new TestSession("repete-change", "");
        session.desk("/agenda/forum/repetition", keep(form(session, 3, "18:00")));
        session.register(2, Map.of());
        Map<String, String> later = new TreeMap<>(form(session, 2, "19:00"));
        later.put("except", session.day().plusWeeks(1).toString());
        String told =
                session.tryAtDesk("/agenda/forum/repetition", later).page().text();
        assertTrue(told.contains("Dates laissées comme elles sont"), told);
        session.desk("/agenda/forum/repetition", keep(later));
        assertEquals(List.of(session.day() + " 02:00:00 1", session.day().plusWeeks(2) + " 01:00:00 1"), rows(session));
    }

    @Test
    void whatIsAmissIsSaid() {
        TestSession session = new TestSession("repete-faute", "");
        Map<String, String> wrong = new TreeMap<>(form(session, 3, "18:00"));
        wrong.put("ends", session.day().plusYears(9).toString());
        wrong.put("except", "bientôt");
        TestVisitor.Answer answer = session.tryAtDesk("/agenda/forum/repetition", keep(wrong));
        assertEquals(422, answer.status());
        assertTrue(answer.text().contains("bientôt"));
        wrong.put("except", "");
        assertTrue(session.tryAtDesk("/agenda/forum/repetition", keep(wrong))
                .text()
                .contains("C’est trop long"));
        wrong.remove("days");
        assertEquals(
                422, session.tryAtDesk("/agenda/forum/repetition", keep(wrong)).status());
    }

    private static Map<String, String> form(TestSession session, int weeks, String from) {
        DayOfWeek weekday = session.day().getDayOfWeek();
        return Map.of(
                "every",
                "WEEK",
                "days",
                weekday.name(),
                "starts",
                session.day().toString(),
                "ends",
                session.day().plusWeeks(weeks).toString(),
                "from",
                from,
                "until",
                "20:00",
                "places",
                "",
                "except",
                "");
    }

    private static Map<String, String> keep(Map<String, String> form) {
        Map<String, String> kept = new TreeMap<>(form);
        kept.put("then", "keep");
        return kept;
    }

    private static int sessions(TestSession session) {
        return Integer.parseInt(TestTown.rows("""
                SELECT COUNT(*) FROM event_session s JOIN event e ON e.id = s.event_id
                JOIN contract c ON c.id = e.contract_id WHERE c.slug = ?
                """, session.contract()).getFirst());
    }

    /** Those of the rule: day, how long, evening. */
    private static List<String> rows(TestSession session) {
        return TestTown.rows("""
                SELECT s.day, TIME_FORMAT(TIMEDIFF(s.ends_at, s.starts_at), '%H:%i:%s'), s.is_evening FROM event_session s
                JOIN event e ON e.id = s.event_id
                JOIN contract c ON c.id = e.contract_id
                WHERE c.slug = ? AND s.is_repeated ORDER BY s.day
                """, session.contract());
    }
}
