package org.portevoix.brief;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.portevoix.contract.Visit;
import org.portevoix.event.Agenda;
import org.portevoix.followup.Followups;
import org.portevoix.language.Messages;
import org.portevoix.participation.Figures;
import org.portevoix.participation.PublishedFigures;
import org.portevoix.web.Page;

/** Decides what the page shows, and for how long it is true. */
@Singleton
class BriefPages {

    static final String PATH = "/participation/en-bref";

    private final PublishedFigures published;
    private final BriefFigures briefs;
    private final Agenda agenda;
    private final Messages messages;

    BriefPages(PublishedFigures published, BriefFigures briefs, Agenda agenda, Messages messages) {
        this.published = published;
        this.briefs = briefs;
        this.agenda = agenda;
        this.messages = messages;
    }

    Page show(Visit visit) {
        Figures figures = published.of(visit.contractId());
        Instant counted = published.until(figures);
        Instant held = agenda.until(visit);
        return new Page(
                "brief/show",
                visit.layout(messages.say(visit.lang(), "brief.show.title"), PATH, "participation"),
                briefs.of(visit, figures),
                Set.of(
                        visit.contract().tag(),
                        PublishedFigures.tag(visit.contractId()),
                        Followups.listTag(visit.contractId()),
                        Agenda.listTag(visit.contractId())),
                counted.isBefore(held) ? counted : held);
    }
}
