package org.portevoix.brief;

import com.ibm.icu.text.NumberFormat;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.brief.Brief.Count;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Visit;
import org.portevoix.event.Agenda;
import org.portevoix.event.SessionCard;
import org.portevoix.followup.FollowupDecision;
import org.portevoix.followup.FollowupTally;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.participation.Figures;
import org.portevoix.participation.ParticipationLevel;

/** Puts public figures, and no others, into short sentences. */
@Singleton
class BriefFigures {

    private static final Set<String> NO_NEIGHBOURHOOD = Set.of(Neighbourhood.OTHER_TOWN, Neighbourhood.UNKNOWN);
    /** Some of the first may have been called off. */
    private static final int DATES_LOOKED_AT = 5;

    private final FollowupTally followups;
    private final Agenda agenda;
    private final Messages messages;
    private final Calendar calendar;

    BriefFigures(FollowupTally followups, Agenda agenda, Messages messages, Calendar calendar) {
        this.followups = followups;
        this.agenda = agenda;
        this.messages = messages;
        this.calendar = calendar;
    }

    Brief of(Visit visit, Figures figures) {
        List<Count> answers = answers(visit);
        SessionCard next = agenda.next(visit, DATES_LOOKED_AT).stream()
                .filter(SessionCard::isOn)
                .findFirst()
                .orElse(null);
        Long times = figures.participations();
        if (times == null || times == 0) {
            return new Brief(null, List.of(), List.of(), answers, next);
        }
        String label = messages.say(visit.lang(), "brief.show.times", Map.of("n", times));
        return new Brief(
                new Count("", number(visit, times), label, ""),
                levels(visit, figures.byLevel()),
                notes(visit, figures),
                answers,
                next);
    }

    private List<Count> levels(Visit visit, Map<String, @Nullable Long> byLevel) {
        List<Count> levels = new ArrayList<>();
        for (ParticipationLevel level : ParticipationLevel.values()) {
            Long count = byLevel.get(level.key());
            if (count != null) {
                levels.add(new Count(
                        icon(level),
                        number(visit, count),
                        messages.say(visit.lang(), "participation.level." + level.key()),
                        ""));
            }
        }
        return levels;
    }

    private static String icon(ParticipationLevel level) {
        return switch (level) {
            case SPECTATOR -> "ear";
            case CONSULTED -> "megaphone";
            case CONTRIBUTOR -> "talk";
            case ACTOR -> "hand";
            case DECIDER -> "done";
        };
    }

    private List<String> notes(Visit visit, Figures figures) {
        List<String> notes = new ArrayList<>();
        boolean isPlaceHidden = figures.byNeighbourhood().containsValue(null);
        long places = figures.byNeighbourhood().entrySet().stream()
                .filter(one -> !NO_NEIGHBOURHOOD.contains(one.getKey()))
                .filter(one -> one.getValue() != null && Objects.requireNonNull(one.getValue()) > 0)
                .count();
        if (places > 0) {
            notes.add(messages.say(
                    visit.lang(),
                    isPlaceHidden ? "brief.show.places_least" : "brief.show.places",
                    Map.of("n", places)));
        }
        if (isPlaceHidden || figures.byLevel().containsValue(null)) {
            notes.add(messages.say(visit.lang(), "brief.show.hidden"));
        }
        notes.add(messages.say(visit.lang(), "participation.page.not_people"));
        notes.add(messages.say(
                visit.lang(),
                "participation.page.as_of",
                Map.of(
                        "day",
                        calendar.day(
                                visit.lang(),
                                figures.asOf().atZone(visit.zone()).toLocalDate()))));
        return notes;
    }

    private List<Count> answers(Visit visit) {
        FollowupTally.Tally tally = followups.of(visit.contractId(), visit.zone());
        if (tally.all() == 0) {
            return List.of();
        }
        List<Count> answers = new ArrayList<>();
        long waiting = tally.all();
        for (FollowupDecision decision : FollowupDecision.values()) {
            if (decision.isAnswer()) {
                long count = tally.decided().getOrDefault(decision, 0L);
                waiting -= count;
                answers.add(new Count(
                        "",
                        number(visit, count),
                        messages.say(visit.lang(), "followup.decision." + decision.name()),
                        ""));
            }
        }
        answers.add(new Count(
                "",
                number(visit, waiting),
                messages.say(visit.lang(), "brief.show.waiting"),
                tally.overdue() == 0
                        ? ""
                        : messages.say(visit.lang(), "brief.show.late", Map.of("n", number(visit, tally.overdue())))));
        return answers;
    }

    private static String number(Visit visit, long number) {
        return NumberFormat.getIntegerInstance(visit.language().locale()).format(number);
    }
}
