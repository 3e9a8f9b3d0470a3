package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.OpinionCount;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.sense.Themes;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;

/** The pages of consultations as the team answers them. */
@Singleton
class ConsultationReplyPages {

    private static final int WORDLESS_A_PAGE = 30;

    private final Consultations consultations;
    private final Contracts contracts;
    private final OpinionReading reading;
    private final ReplyRepository replies;
    private final ReplyViews views;
    private final OpinionCards cards;
    private final Themes themes;
    private final DeskPages pages;
    private final FormKeys formKeys;
    private final PlainTexts plainTexts;
    private final Calendar calendar;
    private final Clock clock;

    ConsultationReplyPages(
            Consultations consultations,
            Contracts contracts,
            OpinionReading reading,
            ReplyRepository replies,
            ReplyViews views,
            OpinionCards cards,
            Themes themes,
            DeskPages pages,
            FormKeys formKeys,
            PlainTexts plainTexts,
            Calendar calendar,
            Clock clock) {
        this.consultations = consultations;
        this.contracts = contracts;
        this.reading = reading;
        this.replies = replies;
        this.views = views;
        this.cards = cards;
        this.themes = themes;
        this.pages = pages;
        this.formKeys = formKeys;
        this.plainTexts = plainTexts;
        this.calendar = calendar;
        this.clock = clock;
    }

    HttpResponse<?> list(Desk desk, Contract contract) {
        Map<Long, OpinionCount> counts = reading.countByConsultation(contract.id());
        Set<Long> answered = replies.findAnswered(List.of(contract.id()));
        List<ConsultationListPage.Row> rows = listed(contract).stream()
                .map(one -> row(contract, one, counts, answered))
                .toList();
        return pages.show(
                desk,
                contract,
                HttpStatus.OK,
                "moderation/consultations",
                "moderation.desk.consultations.title",
                "consultations",
                new ConsultationListPage(contract.slug(), desk.may(Permission.ENTER, contract), rows));
    }

    HttpResponse<?> show(
            Desk desk,
            Contract contract,
            String slug,
            HttpStatus status,
            ReplyForm form,
            @Nullable PlainCheck plain,
            Map<String, String> errors,
            Shown shown) {
        Consultations.Listed found = find(contract, slug).orElseThrow(NotFound::new);
        List<OpinionRead> wordless = desk.may(Permission.MODERATE, contract)
                ? reading.wordless(found.id(), WORDLESS_A_PAGE + 1, (shown.number() - 1) * WORDLESS_A_PAGE)
                : List.of();
        return pages.show(
                desk,
                contract,
                status,
                "moderation/consultation",
                "moderation.desk.consultation.title",
                "consultations",
                new ConsultationReplyPage(
                        contract.slug(),
                        row(
                                contract,
                                found,
                                reading.countByConsultation(contract.id()),
                                replies.findAnswered(List.of(contract.id()))),
                        views.ofConsultation(contract, found.id()),
                        themes.count(contract.id(), found.id()),
                        form.text(),
                        plain == null ? PlainCheck.unread(plainTexts.reasons(contract, about(found.id()))) : plain,
                        formKeys.of(form.key()),
                        cards.of(
                                desk,
                                contract,
                                wordless.stream().limit(WORDLESS_A_PAGE).toList()),
                        shown.number(),
                        wordless.size() > WORDLESS_A_PAGE,
                        shown.refused(),
                        errors,
                        shown.done()));
    }

    /** What {@link PlainTexts} keeps reasons under: the answers to all who took part in a consultation. */
    static String about(long consultationId) {
        return "reply/" + consultationId;
    }

    /**
     * What of the page is shown.
     *
     * @param number of the page of opinions without words, from 1
     * @param refused how many were just taken out of the figures; null when none were
     * @param done what was just done, or ""
     */
    record Shown(int number, @Nullable Integer refused, String done) {

        static final Shown PLAIN = new Shown(1, null, "");
    }

    /** The id of this consultation; empty while it is not open yet. NotFound when there is none. */
    Optional<Long> answerable(Contract contract, String slug) {
        Consultations.Listed found = find(contract, slug).orElseThrow(NotFound::new);
        return found.isOpen() || found.isClosed() ? Optional.of(found.id()) : Optional.empty();
    }

    private Optional<Consultations.Listed> find(Contract contract, String slug) {
        return listed(contract).stream().filter(one -> one.slug().equals(slug)).findFirst();
    }

    private List<Consultations.Listed> listed(Contract contract) {
        return consultations.list(contracts.visit(Language.SOURCE, contract));
    }

    private ConsultationListPage.Row row(
            Contract contract, Consultations.Listed one, Map<Long, OpinionCount> counts, Set<Long> answered) {
        OpinionCount count = counts.getOrDefault(one.id(), new OpinionCount(one.id(), 0, 0, 0));
        boolean isAnswered = answered.contains(one.id());
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        return new ConsultationListPage.Row(
                one.slug(),
                one.title().body(),
                one.isOpen() ? "OPEN" : one.isClosed() ? "CLOSED" : "TO_COME",
                calendar.day(Language.SOURCE, one.closesOn()),
                calendar.day(Language.SOURCE, one.answerBy()),
                isAnswered,
                !isAnswered && today.isAfter(one.answerBy()),
                count.received(),
                count.waiting(),
                count.decided());
    }
}
