package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.paper.Words;
import org.portevoix.poster.Announced;
import org.portevoix.poster.Announcement;
import org.portevoix.poster.Announcement.Fact;
import org.portevoix.poster.PosterWords;
import org.portevoix.web.NotFound;

/** A questionnaire on a poster: until when one may answer, who reads, when the answer comes. */
@Singleton
class ConsultationPoster implements Announced {

    private final Questionnaires questionnaires;
    private final Texts texts;
    private final Calendar calendar;
    private final PosterWords words;

    ConsultationPoster(Questionnaires questionnaires, Texts texts, Calendar calendar, PosterWords words) {
        this.questionnaires = questionnaires;
        this.texts = texts;
        this.calendar = calendar;
        this.words = words;
    }

    @Override
    public String section() {
        return "avis";
    }

    @Override
    public Announcement of(Visit visit, String slug, @Nullable String day) {
        Consultation consultation = questionnaires
                .find(visit.contractId(), slug)
                .orElseThrow(NotFound::new)
                .consultation();
        String lang = visit.lang();
        TextsRead read = texts.read(lang, consultation.texts());
        Words until =
                words.say(lang, "consultation.list.until", Map.of("day", calendar.day(lang, consultation.closesOn())));
        Words answer =
                words.say(lang, "consultation.promise.day", Map.of("day", calendar.day(lang, consultation.answerBy())));
        Words answered = words.say(lang, "consultation.promise.answer_by");
        return new Announcement(
                slug,
                "/avis/" + slug,
                words.say(lang, "consultation.list.title"),
                "megaphone",
                read.get(consultation.titleText()),
                read.get(consultation.summaryText()),
                List.of(until),
                false,
                List.of(
                        new Fact("info", read.get(consultation.readsText())),
                        new Fact("talk", answered),
                        new Fact("", answer)));
    }
}
