package org.portevoix.home;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Visit;
import org.portevoix.event.Agenda;
import org.portevoix.event.SessionCard;
import org.portevoix.followup.Followups;
import org.portevoix.language.Calendar;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.volunteer.Missions;
import org.portevoix.web.Page;

/** Decides what the home of a contract shows: near me, my opinion, a hand, what came of it. */
@Singleton
class HomePages {

    private static final int EVENTS = 3;
    private static final int MISSIONS = 2;

    private final Agenda agenda;
    private final Consultations consultations;
    private final Missions missions;
    private final Followups followups;
    private final Territory territory;
    private final Texts texts;
    private final Calendar calendar;

    HomePages(
            Agenda agenda,
            Consultations consultations,
            Missions missions,
            Followups followups,
            Territory territory,
            Texts texts,
            Calendar calendar) {
        this.agenda = agenda;
        this.consultations = consultations;
        this.missions = missions;
        this.followups = followups;
        this.territory = territory;
        this.texts = texts;
        this.calendar = calendar;
    }

    Page home(Visit visit) {
        TextsRead read = texts.read(
                visit.lang(), visit.contract().titleText(), visit.contract().summaryText());
        List<Consultations.Listed> open = consultations.open(visit);
        var content = new HomePage(
                read.get(visit.contract().titleText()),
                read.get(visit.contract().summaryText()).firstSentences(2),
                open.isEmpty()
                        ? null
                        : new HomePage.Questionnaire(
                                open.getFirst().slug(),
                                open.getFirst().title(),
                                calendar.day(visit.lang(), open.getFirst().closesOn())),
                open.size() - 1,
                agenda.next(visit, EVENTS),
                territory.neighbourhoods(visit.contractId(), visit.lang()).stream()
                        .map(one -> new HomePage.Place(one.slug(), one.name()))
                        .toList(),
                missions.list(visit, MISSIONS, 0),
                followups.latest(visit, 1).stream().findFirst().orElse(null));
        return new Page(
                "home/show",
                visit.layout(read.get(visit.contract().titleText()), "", ""),
                content,
                Set.of(
                        "contracts",
                        visit.contract().tag(),
                        Agenda.listTag(visit.contractId()),
                        Consultations.listTag(visit.contractId()),
                        Missions.listTag(visit.contractId()),
                        Followups.listTag(visit.contractId())),
                agenda.until(visit));
    }

    /**
     * The home of a contract.
     *
     * @param questionnaire the open one that closes first, null when none is open
     * @param otherQuestionnaires how many more are open
     * @param followup the latest, null while there is none
     */
    record HomePage(
            Translated title,
            Translated summary,
            @Nullable Questionnaire questionnaire,
            int otherQuestionnaires,
            List<SessionCard> sessions,
            List<Place> neighbourhoods,
            List<Missions.Card> missions,
            Followups.@Nullable Card followup) {

        boolean hasOtherQuestionnaires() {
            return otherQuestionnaires > 0;
        }

        record Questionnaire(String slug, Translated title, String closes) {}

        record Place(String slug, Translated name) {}
    }
}
