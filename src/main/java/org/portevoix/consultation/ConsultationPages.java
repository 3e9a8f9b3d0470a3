package org.portevoix.consultation;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Surroundings;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.web.Page;

/** Decides what the public pages of consultations show. */
@Singleton
class ConsultationPages {

    private static final int SHOWN = 10;

    private final Consultations consultations;
    private final OpinionFormViews forms;
    private final OpinionReading opinions;
    private final BeanProvider<TeamVoice> team;
    private final ActionSheets actionSheets;
    private final Surroundings surroundings;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    ConsultationPages(
            Consultations consultations,
            OpinionFormViews forms,
            OpinionReading opinions,
            BeanProvider<TeamVoice> team,
            ActionSheets actionSheets,
            Surroundings surroundings,
            Texts texts,
            Calendar calendar,
            Messages messages,
            Clock clock) {
        this.consultations = consultations;
        this.forms = forms;
        this.opinions = opinions;
        this.team = team;
        this.actionSheets = actionSheets;
        this.surroundings = surroundings;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    Page list(Visit visit) {
        var content = new ConsultationListPage(consultations.list(visit).stream()
                .map(one -> new ConsultationListPage.Card(
                        one.slug(),
                        one.title(),
                        one.summary(),
                        one.isOpen(),
                        one.isClosed(),
                        calendar.day(visit.lang(), one.isOpen() || one.isClosed() ? one.closesOn() : one.opensOn()),
                        calendar.day(visit.lang(), one.answerBy())))
                .toList());
        return new Page(
                "consultation/list",
                visit.layout(messages.say(visit.lang(), "consultation.list.title"), "/avis", "avis"),
                content,
                Set.of(visit.contract().tag(), Consultation.listTag(visit.contractId())),
                midnight(visit));
    }

    Page show(Visit visit, Questionnaire questionnaire) {
        return show(visit, questionnaire, OpinionForm.blank(), Map.of(), null);
    }

    /** The page with what was typed; {@code errors}: field to message key; {@code notice}: of the whole form, or null. */
    Page show(
            Visit visit,
            Questionnaire questionnaire,
            OpinionForm form,
            Map<String, String> errors,
            @Nullable String notice) {
        Consultation consultation = questionnaire.consultation();
        LocalDate today = today(visit);
        TextsRead read = texts.read(visit.lang(), questionnaire.texts());
        Long sheetId = consultation.actionSheetId();
        var content = new ConsultationPage(
                consultation,
                read,
                calendar.day(visit.lang(), consultation.opensOn()),
                calendar.day(visit.lang(), consultation.closesOn()),
                calendar.day(visit.lang(), consultation.answerBy()),
                today.isBefore(consultation.opensOn()),
                consultation.isClosedOn(today),
                consultation.isOpenOn(today) ? forms.view(visit.lang(), questionnaire, read, form, errors) : null,
                notice,
                team.get().repliesToConsultation(consultation.id()),
                opinions.shown(consultation.id(), SHOWN),
                sheetId == null
                        ? null
                        : actionSheets.links(visit.lang(), List.of(sheetId)).get(sheetId));
        var tags = new HashSet<>(Set.of(
                visit.contract().tag(), Consultation.listTag(visit.contractId()), Consultation.tag(consultation.id())));
        if (sheetId != null) {
            tags.add(ActionSheets.tag(sheetId));
        }
        Page page = new Page(
                "consultation/show",
                visit.layout(
                        errors.isEmpty() ? "" : messages.say(visit.lang(), "web.form.error") + " ",
                        read.get(consultation.titleText()),
                        "/avis/" + consultation.slug(),
                        "avis"),
                content,
                tags,
                midnight(visit));
        return surroundings.around(visit, "consultations", consultation.id(), page);
    }

    LocalDate today(Visit visit) {
        return LocalDate.now(clock.withZone(visit.zone()));
    }

    private Instant midnight(Visit visit) {
        return today(visit).plusDays(1).atStartOfDay(visit.zone()).toInstant();
    }
}
